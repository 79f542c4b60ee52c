//! The fine formula (罚款幅度): what a clause says, and the lawful range for a party and what was found.
//!
//! A clause is a list of branches (罚款档). Each says for whom, on what condition, and which range. The variants
//! are those of the rule book, section 4.2: range by party, per unit, percent, multiples with a threshold, upper
//! limit only, fixed band, daily, and a second subject beside the organisation.

use super::range::{FineBounds, FineRange, Quantity};
use crate::{
    money::Fen,
    party::PartyKind,
    refusal::{Ground, Refusal},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Whom a branch is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FineSubject {
    /// Whoever the item names.
    #[default]
    Any,
    /// A citizen; a sole trader too, the reading that protects (R-2.02).
    Person,
    /// A legal person or other organisation.
    Organisation,
    /// The person in charge or directly responsible, beside the organisation (双罚).
    ResponsiblePerson,
}

/// On what condition a branch holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FineCondition {
    /// Always.
    #[default]
    Always,
    /// The base is at least this.
    BaseAtLeast {
        /// The threshold, in fen; it belongs to this branch (T-15).
        fen: Fen,
    },
    /// The base is below this, or there is none.
    BaseBelow {
        /// The threshold, in fen.
        fen: Fen,
    },
    /// An order to correct has lapsed; this branch stands in place of the unconditional one.
    Uncorrected,
    /// What was done can still be put right.
    Correctable,
    /// It cannot be put right.
    NotCorrectable,
}

/// What a multiple or a percentage is computed from, and what a threshold is compared with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FineBase {
    /// Not in the data: the clause says what.
    #[default]
    Clause,
    /// 违法所得
    Gains,
    /// 货值金额
    GoodsValue,
    /// 工程造价
    Cost,
    /// 合同价款
    ContractPrice,
    /// 违法收入
    Income,
    /// 直接损失
    Loss,
}

/// One branch of a clause.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FineBranch {
    /// For whom.
    #[serde(default)]
    pub subject: FineSubject,
    /// On what condition.
    #[serde(default)]
    pub condition: FineCondition,
    /// Computed from what.
    #[serde(default)]
    pub base: FineBase,
    /// The range.
    pub range: FineRange,
}

/// The fine a clause sets: its branches in the order of the clause; none when it names no amount.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct FineFormula(Vec<FineBranch>);

/// As kept in events and documents: a clause of one plain range is written as that range, as it always was.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(FineRange),
    Branches { branches: Vec<FineBranch> },
}

impl From<Written> for FineFormula {
    fn from(written: Written) -> Self {
        match written {
            Written::Plain(range) => range.into(),
            Written::Branches { branches } => Self(branches),
        }
    }
}

impl From<FineFormula> for Written {
    fn from(formula: FineFormula) -> Self {
        match formula.0.as_slice() {
            [] => Self::Plain(FineRange::Unnamed),
            [one] if *one == FineBranch::plain(one.range.clone()) => Self::Plain(one.range.clone()),
            _ => Self::Branches { branches: formula.0 },
        }
    }
}

impl From<FineRange> for FineFormula {
    fn from(range: FineRange) -> Self {
        match range {
            FineRange::Unnamed => Self::default(),
            range => Self(vec![FineBranch::plain(range)]),
        }
    }
}

impl FineBranch {
    fn plain(range: FineRange) -> Self {
        Self {
            range,
            ..Self::default()
        }
    }
}

/// What was found, as far as a formula asks for it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FineFacts {
    /// What the party is; absent: the ranges for every kind of party.
    pub party: Option<PartyKind>,
    /// Gains, value, cost …: the amount that the clause computes from, in fen.
    pub base: Option<Fen>,
    /// Number of units: area, weight, trees, days of a square metre.
    pub quantity: Option<Quantity>,
    /// Days that a violation went on after the order (按日连续处罚).
    pub days: Option<u32>,
    /// The fine that is repeated for each of those days, in fen.
    pub original: Option<Fen>,
    /// Whether an order to correct has lapsed without correction.
    pub uncorrected: bool,
    /// Whether it can be put right, where the clause asks.
    pub correctable: Option<bool>,
}

/// A branch computed: for whom, from what to what, and in which words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComputedFine {
    /// For whom.
    pub subject: FineSubject,
    /// The lawful bounds.
    pub bounds: FineBounds,
    /// How it was computed, in Chinese: `违法所得 60,000元 × 5—10倍 = 300,000—600,000元`.
    pub words: String,
}

/// The clause has no branch for this party or these facts.
pub const FINE_NOT_FOR_PARTY: Ground = Ground {
    code: "fine.not_for_party",
    article: "行政处罚法第四条",
    says: "The clause sets no fine for this kind of party in this situation.",
    remedy: "Check the kind of party and the facts, or choose the item that fits.",
};
/// The clause differs by whether the act can be put right, and nobody said.
pub const CORRECTABLE_MISSING: Ground = Ground {
    code: "fine.correctable_missing",
    article: "行政处罚法第五条",
    says: "The clause differs by whether the act can still be put right.",
    remedy: "Say whether it can be put right.",
};

impl FineFormula {
    /// A formula of these branches.
    #[must_use]
    pub fn new(branches: Vec<FineBranch>) -> Self {
        Self(branches)
    }
    /// The branches, in the order of the clause.
    #[must_use]
    pub fn branches(&self) -> &[FineBranch] {
        &self.0
    }
    /// Whether the clause names no amount.
    #[must_use]
    pub fn is_unnamed(&self) -> bool {
        self.0.is_empty()
    }

    /// The lawful range of each branch that holds; empty when the clause names no amount.
    pub fn compute(&self, facts: &FineFacts) -> Result<Vec<ComputedFine>, Refusal> {
        let mut held = Vec::new();
        for branch in self.0.iter().filter(|branch| branch.names(facts.party)) {
            if branch.holds(facts)? {
                held.push(branch);
            }
        }
        let heavier: Vec<FineSubject> = held
            .iter()
            .filter(|branch| branch.condition == FineCondition::Uncorrected)
            .map(|branch| branch.subject)
            .collect();
        held.retain(|branch| branch.condition != FineCondition::Always || !heavier.contains(&branch.subject));
        if held.is_empty() && !self.0.is_empty() {
            return Err(FINE_NOT_FOR_PARTY.refuse());
        }
        held.into_iter().map(|branch| branch.compute(facts)).collect()
    }

    /// The lawful bounds for the party itself: the hull of the branches that hold for it.
    pub fn bounds(&self, facts: &FineFacts) -> Result<FineBounds, Refusal> {
        let own = self
            .compute(facts)?
            .into_iter()
            .filter(|line| line.subject != FineSubject::ResponsiblePerson)
            .map(|line| line.bounds);
        let hull = own.reduce(|a, b| FineBounds {
            min: a.min.min(b.min),
            max: a.max.zip(b.max).map(|(a, b)| a.max(b)),
        });
        match hull {
            Some(hull) => Ok(hull),
            None if self.is_unnamed() => Ok(FineBounds {
                min: Fen::ZERO,
                max: None,
            }),
            None => Err(FINE_NOT_FOR_PARTY.refuse()),
        }
    }

    /// The whole clause in Chinese words, for a page and a document.
    #[must_use]
    pub fn words(&self) -> String {
        if self.is_unnamed() {
            return FineRange::Unnamed.words();
        }
        let branches: Vec<String> = self.0.iter().map(FineBranch::words).collect();
        branches.join("；")
    }
}

impl FineBranch {
    fn names(&self, party: Option<PartyKind>) -> bool {
        match (self.subject, party) {
            (FineSubject::Any, _) | (_, None) => true,
            (FineSubject::Person, Some(kind)) => kind != PartyKind::Organisation,
            (FineSubject::Organisation | FineSubject::ResponsiblePerson, Some(kind)) => {
                kind == PartyKind::Organisation
            }
        }
    }

    fn holds(&self, facts: &FineFacts) -> Result<bool, Refusal> {
        let base = || {
            let base = facts.base.ok_or_else(|| super::range::BASE_MISSING.refuse());
            base.map_err(|refusal| refusal.with("base", self.base.chinese()))
        };
        Ok(match self.condition {
            FineCondition::Always => true,
            FineCondition::BaseAtLeast { fen } => base()? >= fen,
            FineCondition::BaseBelow { fen } => base()? < fen,
            FineCondition::Uncorrected => facts.uncorrected,
            FineCondition::Correctable | FineCondition::NotCorrectable => {
                let correctable = facts.correctable.ok_or_else(|| CORRECTABLE_MISSING.refuse())?;
                correctable == (self.condition == FineCondition::Correctable)
            }
        })
    }

    fn compute(&self, facts: &FineFacts) -> Result<ComputedFine, Refusal> {
        let (bounds, words) = self.range.compute(self.base.chinese(), facts)?;
        Ok(ComputedFine {
            subject: self.subject,
            bounds,
            words,
        })
    }

    fn words(&self) -> String {
        let base = self.base.chinese();
        let when = match self.condition {
            FineCondition::Always => String::new(),
            FineCondition::BaseAtLeast { fen } => format!("{base}{}元以上的，", fen.in_yuan()),
            FineCondition::BaseBelow { fen } => format!("没有{base}或者{base}不足{}元的，", fen.in_yuan()),
            FineCondition::Uncorrected => "逾期不改正的，".to_owned(),
            FineCondition::Correctable => "尚可改正的，".to_owned(),
            FineCondition::NotCorrectable => "无法改正的，".to_owned(),
        };
        let whom = match self.subject {
            FineSubject::Any => "",
            FineSubject::Person => "个人：",
            FineSubject::Organisation => "单位：",
            FineSubject::ResponsiblePerson => "直接负责的主管人员和其他直接责任人员：",
        };
        let of = match (&self.range, self.base) {
            (FineRange::Multiple { .. } | FineRange::Percent { .. }, FineBase::Clause) => String::new(),
            (FineRange::Multiple { .. } | FineRange::Percent { .. }, _) => base.to_owned(),
            _ => String::new(),
        };
        format!("{whom}{when}{of}{}", self.range.words())
    }
}

impl FineBase {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Clause,
        Self::Gains,
        Self::GoodsValue,
        Self::Cost,
        Self::ContractPrice,
        Self::Income,
        Self::Loss,
    ];
    /// As written in a list.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Clause => "条款所定基数",
            Self::Gains => "违法所得",
            Self::GoodsValue => "货值金额",
            Self::Cost => "工程造价",
            Self::ContractPrice => "合同价款",
            Self::Income => "违法收入",
            Self::Loss => "直接损失",
        }
    }
}

impl FineSubject {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Any,
        Self::Person,
        Self::Organisation,
        Self::ResponsiblePerson,
    ];
    /// As written in a list.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Any => "当事人",
            Self::Person => "个人",
            Self::Organisation => "单位",
            Self::ResponsiblePerson => "责任人员",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(amount: i64) -> Fen {
        Fen::try_from_yuan(amount).unwrap()
    }

    fn band(min: i64, max: i64) -> FineRange {
        FineRange::Amount {
            min: (min > 0).then(|| yuan(min)),
            max: Some(yuan(max)),
            per: None,
        }
    }

    fn branch(subject: FineSubject, condition: FineCondition, range: FineRange) -> FineBranch {
        FineBranch {
            subject,
            condition,
            base: FineBase::Gains,
            range,
        }
    }

    fn facts(party: PartyKind) -> FineFacts {
        FineFacts {
            party: Some(party),
            ..FineFacts::default()
        }
    }

    /// 浙江省城市市容和环境卫生管理条例 Art. 12: an organisation 500–3,000, a person 200–1,000.
    #[test]
    fn a_range_by_party() {
        let formula = FineFormula::new(vec![
            branch(FineSubject::Organisation, FineCondition::Always, band(500, 3_000)),
            branch(FineSubject::Person, FineCondition::Always, band(200, 1_000)),
        ]);
        let of = |kind| formula.bounds(&facts(kind)).unwrap();
        assert_eq!(of(PartyKind::Organisation).max, Some(yuan(3_000)));
        assert_eq!(of(PartyKind::Person).min, yuan(200));
        assert_eq!(of(PartyKind::SoleTrader), of(PartyKind::Person));
        assert_eq!(formula.words(), "单位：500—3,000元；个人：200—1,000元");
    }

    /// 印刷业管理条例 (2024) Art. 36: gains of 50,000 or more 5–10 times, less at most 250,000.
    #[test]
    fn multiples_with_a_threshold() {
        let times = FineRange::Multiple {
            min: Some(5_000),
            max: Some(10_000),
        };
        let limit = yuan(50_000);
        let formula = FineFormula::new(vec![
            branch(FineSubject::Any, FineCondition::BaseAtLeast { fen: limit }, times),
            branch(
                FineSubject::Any,
                FineCondition::BaseBelow { fen: limit },
                band(0, 250_000),
            ),
        ]);
        let with = |gains: i64| {
            let found = FineFacts {
                base: Some(yuan(gains)),
                ..FineFacts::default()
            };
            formula.compute(&found).unwrap().remove(0)
        };
        assert_eq!(
            with(60_000).words,
            "违法所得 60,000元 × 5—10倍 = 300,000—600,000元"
        );
        assert_eq!(
            with(50_000).bounds.max,
            Some(yuan(500_000)),
            "the threshold belongs to the higher branch"
        );
        assert_eq!(with(49_999).bounds.max, Some(yuan(250_000)));
        let refusal = formula.bounds(&FineFacts::default()).unwrap_err();
        assert_eq!(refusal.code(), "fine.base_missing");
        assert_eq!(refusal.params["base"], "违法所得");
    }

    /// 安全生产法 Art. 97: at most 100,000; uncorrected 100,000–200,000 and the persons 20,000–50,000.
    #[test]
    fn a_second_subject_and_heavier_when_not_corrected() {
        let formula = FineFormula::new(vec![
            branch(FineSubject::Organisation, FineCondition::Always, band(0, 100_000)),
            branch(
                FineSubject::Organisation,
                FineCondition::Uncorrected,
                band(100_000, 200_000),
            ),
            branch(
                FineSubject::ResponsiblePerson,
                FineCondition::Uncorrected,
                band(20_000, 50_000),
            ),
        ]);
        let first = formula.compute(&facts(PartyKind::Organisation)).unwrap();
        assert_eq!(first.len(), 1);
        assert_eq!(first[0].bounds.max, Some(yuan(100_000)));
        let found = FineFacts {
            uncorrected: true,
            ..facts(PartyKind::Organisation)
        };
        let lines = formula.compute(&found).unwrap();
        assert_eq!(
            lines.iter().map(|line| line.subject).collect::<Vec<_>>(),
            [FineSubject::Organisation, FineSubject::ResponsiblePerson]
        );
        assert_eq!(
            formula.bounds(&found).unwrap().min,
            yuan(100_000),
            "the persons have a range of their own"
        );
        assert_eq!(
            formula.bounds(&facts(PartyKind::Person)).unwrap_err().code(),
            "fine.not_for_party"
        );
    }

    /// 城乡规划法 Art. 64: 5–10 % of the cost when it can be put right, else at most 10 %.
    #[test]
    fn a_share_of_the_cost_by_whether_it_can_be_put_right() {
        let share = |min: Option<u32>| FineRange::Percent {
            min,
            max: Some(10_000),
        };
        let of_cost = |condition, range| FineBranch {
            base: FineBase::Cost,
            ..branch(FineSubject::Any, condition, range)
        };
        let formula = FineFormula::new(vec![
            of_cost(FineCondition::Correctable, share(Some(5_000))),
            of_cost(FineCondition::NotCorrectable, share(None)),
        ]);
        let found = |correctable| FineFacts {
            base: Some(yuan(1_000_000)),
            correctable,
            ..FineFacts::default()
        };
        assert_eq!(formula.bounds(&found(Some(true))).unwrap().min, yuan(50_000));
        assert_eq!(formula.bounds(&found(Some(false))).unwrap().min, Fen::ZERO);
        assert_eq!(
            formula.bounds(&found(None)).unwrap_err().code(),
            "fine.correctable_missing"
        );
        assert_eq!(
            formula.words(),
            "尚可改正的，工程造价5—10%；无法改正的，工程造价10%以下"
        );
    }

    /// 生态环境法典 Art. 1060: the original fine again for each day.
    #[test]
    fn a_fine_for_each_day() {
        let formula = FineFormula::from(FineRange::Daily);
        let found = FineFacts {
            days: Some(7),
            original: Some(yuan(20_000)),
            ..FineFacts::default()
        };
        let line = formula.compute(&found).unwrap().remove(0);
        assert_eq!(
            (line.bounds.min, line.bounds.max),
            (yuan(140_000), Some(yuan(140_000)))
        );
        assert_eq!(line.words, "原罚款数额 20,000元 × 7日 = 140,000元");
        assert_eq!(
            formula.bounds(&FineFacts::default()).unwrap_err().code(),
            "fine.days_missing"
        );
    }

    #[test]
    fn one_plain_range_is_written_as_it_always_was() {
        let plain = FineFormula::from(band(50_000, 500_000));
        let text = serde_json::to_string(&plain).unwrap();
        assert_eq!(
            text,
            r#"{"kind":"amount","min":5000000,"max":50000000,"per":null}"#
        );
        assert_eq!(serde_json::from_str::<FineFormula>(&text).unwrap(), plain);
        let unnamed = serde_json::to_string(&FineFormula::default()).unwrap();
        assert_eq!(unnamed, r#"{"kind":"unnamed"}"#);
        let many = FineFormula::new(vec![
            branch(FineSubject::Person, FineCondition::Always, band(200, 1_000)),
            branch(FineSubject::Organisation, FineCondition::Always, band(500, 3_000)),
        ]);
        let text = serde_json::to_string(&many).unwrap();
        assert_eq!(serde_json::from_str::<FineFormula>(&text).unwrap(), many);
    }
}
