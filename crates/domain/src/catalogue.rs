//! The catalogue (执法事项目录): what the force may enforce, on what basis, with what penalties.

use crate::{
    Day,
    id::{DepartmentCode, FieldNo, ItemCode},
    money::Fen,
    refusal::{Ground, Refusal},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Kinds of penalty, the closed list of 处罚法 Art. 9. An order to correct is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PenaltyKind {
    /// 警告
    Warning,
    /// 通报批评
    Criticism,
    /// 罚款
    Fine,
    /// 没收违法所得
    ConfiscateGains,
    /// 没收非法财物
    ConfiscateGoods,
    /// 暂扣许可证件
    SuspendLicence,
    /// 降低资质等级
    LowerQualification,
    /// 吊销许可证件
    RevokeLicence,
    /// 限制开展生产经营活动
    RestrictOperation,
    /// 责令停产停业
    StopBusiness,
    /// 责令关闭
    Close,
    /// 限制从业
    Ban,
    /// 行政拘留 (only the police may)
    Detention,
    /// 法律、行政法规规定的其他行政处罚
    Other,
}

impl PenaltyKind {
    /// As written in a document.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Warning => "警告",
            Self::Criticism => "通报批评",
            Self::Fine => "罚款",
            Self::ConfiscateGains => "没收违法所得",
            Self::ConfiscateGoods => "没收非法财物",
            Self::SuspendLicence => "暂扣许可证件",
            Self::LowerQualification => "降低资质等级",
            Self::RevokeLicence => "吊销许可证件",
            Self::RestrictOperation => "限制开展生产经营活动",
            Self::StopBusiness => "责令停产停业",
            Self::Close => "责令关闭",
            Self::Ban => "限制从业",
            Self::Detention => "行政拘留",
            Self::Other => "其他行政处罚",
        }
    }
    /// Kinds that are in the scope of a hearing by themselves (处罚法 Art. 63, R-2.36).
    #[must_use]
    pub fn is_heavy(self) -> bool {
        matches!(
            self,
            Self::LowerQualification
                | Self::RevokeLicence
                | Self::RestrictOperation
                | Self::StopBusiness
                | Self::Close
                | Self::Ban
        )
    }
}

/// What must come before a fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Precondition {
    /// Nothing.
    None,
    /// No penalty before an order to correct has lapsed.
    OrderFirst,
    /// A warning at once, the fine only after the order lapsed.
    FineAfterOrder,
    /// Punished at once, heavier when not corrected.
    OrderThenHeavier,
}

/// Whom the clause names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartyScope {
    /// Citizens only.
    Person,
    /// Legal persons and other organisations only.
    Organisation,
    /// Both, by name.
    Both,
    /// The clause does not say.
    Unspecified,
}

/// The first fine range of the clause, as the statute writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FineRange {
    /// The clause names no amount, or refers elsewhere.
    Unnamed,
    /// From `min` to `max` yuan in fen; for each unit when `per` is given (m2, tonne, tree …).
    Amount {
        /// Least, in fen; absent when the clause names only an upper limit.
        min: Option<Fen>,
        /// Most, in fen; absent when the clause names only a lower limit.
        max: Option<Fen>,
        /// The unit counted.
        per: Option<String>,
    },
    /// Times the gains or the value of goods; in thousandths.
    Multiple {
        /// Least, in thousandths.
        min: Option<u32>,
        /// Most, in thousandths.
        max: Option<u32>,
    },
    /// Percent of a cost or value; in thousandths of a percent.
    Percent {
        /// Least, in thousandths of a percent.
        min: Option<u32>,
        /// Most, in thousandths of a percent.
        max: Option<u32>,
    },
}

/// Least and most fen that are lawful for a case, as far as the clause can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FineBounds {
    /// Least.
    pub min: Fen,
    /// Most; `None` when the clause sets no upper limit that we know.
    pub max: Option<Fen>,
}

/// The fine depends on an amount (gains, cost, value) that was not given.
pub const BASE_MISSING: Ground = Ground {
    code: "fine.base_missing",
    article: "行政处罚法第五条",
    says: "The clause sets the fine as a multiple or a share; the amount it is computed from is missing.",
    remedy: "Give the gains, cost or value that was found, with evidence.",
};
/// The fine depends on a quantity that was not given.
pub const QUANTITY_MISSING: Ground = Ground {
    code: "fine.quantity_missing",
    article: "行政处罚法第五条",
    says: "The clause sets the fine for each unit; the number of units is missing.",
    remedy: "Give the area, weight or number that was found, with evidence.",
};
/// An amount beyond what can be computed.
pub const FINE_OUT_OF_RANGE: Ground = Ground {
    code: "fine.not_computable",
    article: "",
    says: "The computed fine is beyond the amounts the system holds.",
    remedy: "Check the amount or quantity that was given.",
};

impl FineRange {
    /// The lawful bounds, given what was found.
    pub fn bounds(&self, base: Option<Fen>, quantity: Option<u32>) -> Result<FineBounds, Refusal> {
        let too_much = |_| FINE_OUT_OF_RANGE.refuse();
        let scaled = |value: &Option<u32>, of: Fen, denominator: u64| {
            value
                .map(|v| of.checked_ratio(u64::from(v), denominator))
                .transpose()
                .map_err(too_much)
        };
        match self {
            Self::Unnamed => Ok(FineBounds {
                min: Fen::ZERO,
                max: None,
            }),
            Self::Amount { min, max, per: None } => Ok(FineBounds {
                min: min.unwrap_or(Fen::ZERO),
                max: *max,
            }),
            Self::Amount {
                min,
                max,
                per: Some(_),
            } => {
                let count = u64::from(quantity.ok_or_else(|| QUANTITY_MISSING.refuse())?);
                let times = |value: &Option<Fen>| {
                    value
                        .map(|v| v.checked_ratio(count, 1))
                        .transpose()
                        .map_err(too_much)
                };
                Ok(FineBounds {
                    min: times(min)?.unwrap_or(Fen::ZERO),
                    max: times(max)?,
                })
            }
            Self::Multiple { min, max } => {
                let base = base.ok_or_else(|| BASE_MISSING.refuse())?;
                let min = scaled(min, base, 1_000)?.unwrap_or(Fen::ZERO);
                Ok(FineBounds {
                    min,
                    max: scaled(max, base, 1_000)?,
                })
            }
            Self::Percent { min, max } => {
                let base = base.ok_or_else(|| BASE_MISSING.refuse())?;
                let min = scaled(min, base, 100_000)?.unwrap_or(Fen::ZERO);
                Ok(FineBounds {
                    min,
                    max: scaled(max, base, 100_000)?,
                })
            }
        }
    }
    /// The range in Chinese words, for a page and a document.
    #[must_use]
    pub fn words(&self) -> String {
        fn range(min: Option<String>, max: Option<String>, unit: &str) -> String {
            match (min, max) {
                (Some(a), Some(b)) if a == b => format!("{a}{unit}"),
                (Some(a), Some(b)) => format!("{a}—{b}{unit}"),
                (None, Some(b)) => format!("{b}{unit}以下"),
                (Some(a), None) => format!("{a}{unit}以上"),
                (None, None) => "未定金额".to_owned(),
            }
        }
        let thousandths = |v: &Option<u32>| v.map(thousandths_in_words);
        match self {
            Self::Unnamed => "条款未定金额".to_owned(),
            Self::Amount { min, max, per } => {
                let unit = per
                    .as_ref()
                    .map_or_else(|| "元".to_owned(), |per| format!("元/{}", unit_word(per)));
                range(min.map(Fen::in_yuan), max.map(Fen::in_yuan), &unit)
            }
            Self::Multiple { min, max } => range(thousandths(min), thousandths(max), "倍"),
            Self::Percent { min, max } => range(thousandths(min), thousandths(max), "%"),
        }
    }
}

fn thousandths_in_words(value: u32) -> String {
    let text = format!("{}.{:03}", value / 1_000, value % 1_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn unit_word(unit: &str) -> &str {
    match unit {
        "m2" => "平方米",
        "m3" => "立方米",
        "tonne" => "吨",
        "tree" => "株",
        "dog" => "只",
        "person" => "人",
        "m2_day" => "平方米·日",
        "hectare" => "公顷",
        other => other,
    }
}

/// An enforcement item (执法事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its code; in the specimen catalogue, the specimen id.
    pub code: ItemCode,
    /// The field it belongs to.
    pub field: FieldNo,
    /// Position in the field.
    pub serial: u32,
    /// 对…的行政处罚
    pub name: String,
    /// The statute.
    pub statute: String,
    /// Its rank, such as 行政法规.
    pub statute_level: String,
    /// The version that was read, by its date, when known.
    pub statute_version: Option<String>,
    /// Last day the statute was in force, when it was replaced.
    pub in_force_to: Option<Day>,
    /// The article of the duty, when known.
    pub breach_article: Option<String>,
    /// The article of the penalty.
    pub penalty_article: String,
    /// The kinds of penalty the clause names.
    pub penalty_kinds: Vec<PenaltyKind>,
    /// Whom the clause names.
    pub party: PartyScope,
    /// The fine range.
    pub fine: FineRange,
    /// What must come before a fine.
    pub precondition: Precondition,
    /// The basis of sealing or seizure, when there is one.
    pub seizure_basis: Option<String>,
}

impl Item {
    /// Whether the clause was in force on the day of an act.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.in_force_to.is_none_or(|last| day <= last)
    }
}

/// An enforcement field (领域).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Field {
    /// Two digits.
    pub no: FieldNo,
    /// 领域名称
    pub name: String,
    /// The department that handed it over.
    pub department: DepartmentCode,
    /// The brigade that handles it.
    pub brigade: crate::id::BrigadeCode,
    /// Procedure profile of its cases: GEN, SAMR …
    pub profile: String,
}

/// The catalogue in memory.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    fields: BTreeMap<FieldNo, Field>,
    items: BTreeMap<ItemCode, Item>,
}

impl Catalogue {
    /// Builds the catalogue; the county loader has checked that every item's field exists.
    #[must_use]
    pub fn new(fields: Vec<Field>, items: Vec<Item>) -> Self {
        Self {
            fields: fields.into_iter().map(|f| (f.no.clone(), f)).collect(),
            items: items.into_iter().map(|i| (i.code.clone(), i)).collect(),
        }
    }
    /// The item of a code.
    #[must_use]
    pub fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.items.get(code)
    }
    /// All items in order of code.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.values()
    }
    /// The field of a number.
    #[must_use]
    pub fn field(&self, no: &FieldNo) -> Option<&Field> {
        self.fields.get(no)
    }
    /// All fields in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.values()
    }
    /// The procedure profile of an item's cases, from its field.
    #[must_use]
    pub fn profile(&self, item: &Item) -> &str {
        self.field(&item.field)
            .map_or("GEN", |field| field.profile.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(amount: i64) -> Option<Fen> {
        Some(Fen::try_from_yuan(amount).unwrap())
    }

    #[test]
    fn bounds_follow_the_clause() {
        let fixed = FineRange::Amount {
            min: yuan(50_000),
            max: yuan(500_000),
            per: None,
        };
        let bounds = fixed.bounds(None, None).unwrap();
        assert_eq!(
            (bounds.min.get(), bounds.max.unwrap().get()),
            (5_000_000, 50_000_000)
        );
        let area = FineRange::Amount {
            min: yuan(100),
            max: yuan(1_000),
            per: Some("m2".into()),
        };
        assert_eq!(
            area.bounds(None, None).unwrap_err().code(),
            "fine.quantity_missing"
        );
        assert_eq!(area.bounds(None, Some(30)).unwrap().max, yuan(30_000));
        let times = FineRange::Multiple {
            min: Some(5_000),
            max: Some(10_000),
        };
        assert_eq!(times.bounds(None, None).unwrap_err().code(), "fine.base_missing");
        assert_eq!(
            times.bounds(yuan(60_000), None).unwrap().min,
            yuan(300_000).unwrap()
        );
        let percent = FineRange::Percent {
            min: Some(5_000),
            max: Some(10_000),
        };
        assert_eq!(percent.bounds(yuan(1_000_000), None).unwrap().max, yuan(100_000));
    }

    #[test]
    fn words() {
        let fixed = FineRange::Amount {
            min: yuan(50_000),
            max: yuan(500_000),
            per: None,
        };
        assert_eq!(fixed.words(), "50,000—500,000元");
        assert_eq!(
            FineRange::Amount {
                min: None,
                max: yuan(1_000),
                per: None
            }
            .words(),
            "1,000元以下"
        );
        assert_eq!(
            FineRange::Multiple {
                min: Some(1_500),
                max: Some(10_000)
            }
            .words(),
            "1.5—10倍"
        );
    }
}
