//! An enforcement item as the law sees it (执法事项).

use super::{fine::FineFormula, kind::*};
use crate::{
    Day,
    id::{DepartmentCode, FieldNo, ItemCode},
    money::Fen,
};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use utoipa::ToSchema;

/// What an article is cited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BasisRole {
    /// 义务: what had to be done or left.
    Duty,
    /// 罚则: what happens otherwise.
    Penalty,
    /// 强制措施: what may be sealed or seized.
    Measure,
}

/// One article that the item rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LegalBasis {
    /// What it is cited for.
    pub role: BasisRole,
    /// The statute, as the statute table names it.
    pub statute: String,
    /// The version, by its date, when known.
    pub version: Option<String>,
    /// Article, paragraph and item: 第四十五条第一款第（二）项; empty when the source names none.
    pub article: String,
}

/// A compulsory measure that a law or regulation gives for the matter (行政强制措施, R-2.23).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// 查封
    Seal,
    /// 扣押
    Seize,
    /// 先行登记保存
    Preserve,
}

/// How far the power was handed over (划转范围).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TransferScope {
    /// 全部
    #[default]
    Whole,
    /// 部分; the note says which part.
    Part,
}

/// An enforcement item; one version of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub struct Item {
    /// Its code; in the specimen catalogue, the specimen id.
    pub code: ItemCode,
    /// The field it belongs to.
    pub field: FieldNo,
    /// Position in the field.
    pub serial: u32,
    /// 对…的行政处罚
    pub name: String,
    /// The articles it rests on; the first with the role `penalty` is the one a document cites.
    pub basis: Vec<LegalBasis>,
    /// Rank of the main statute, such as 行政法规.
    pub statute_level: String,
    /// The kinds of penalty the clause names.
    pub penalty_kinds: Vec<PenaltyKind>,
    /// Whom the clause names.
    pub party: PartyScope,
    /// The fine.
    pub fine: FineFormula,
    /// What must come before a fine.
    pub precondition: Precondition,
    /// Compulsory measures that go with it.
    #[serde(default)]
    pub measures: Vec<Measure>,
    /// How far the power was handed over.
    #[serde(default)]
    pub scope: TransferScope,
    /// Which part was handed over, and other remarks of the list.
    #[serde(default)]
    pub note: Option<String>,
    /// The department that keeps supervising, where it is not the one of the field (监管责任).
    #[serde(default)]
    pub supervisor: Option<DepartmentCode>,
    /// Procedure profile, where it is not the one of the field.
    #[serde(default)]
    pub profile: Option<String>,
    /// Fine from which a person may ask for a hearing, where it is not the general one, in fen.
    #[serde(default)]
    pub hearing_person: Option<Fen>,
    /// The same for an organisation, in fen.
    #[serde(default)]
    pub hearing_organisation: Option<Fen>,
    /// Years of limitation, where a law says other than two (R-1.16).
    #[serde(default)]
    pub limitation_years: Option<u32>,
    /// Days to sue, where a law says other than six months (R-2.86).
    #[serde(default)]
    pub suit_days: Option<u32>,
    /// Numbers of the entries in the list of what is not penalised (轻微不罚、首违不罚清单).
    #[serde(default)]
    pub no_penalty: Vec<String>,
    /// Numbers of inspection items (检查事项).
    #[serde(default)]
    pub inspections: Vec<String>,
    /// First day this version holds; absent: since before the list was made.
    #[serde(default)]
    pub effective_from: Option<Day>,
    /// Last day this version holds; absent: no end known.
    #[serde(default)]
    pub effective_to: Option<Day>,
    /// The item that took its place.
    #[serde(default)]
    pub successor: Option<ItemCode>,
}

impl Item {
    /// Whether this version holds on a day (R-1.12, R-1.20).
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.effective_from.is_none_or(|first| first <= day)
            && self.effective_to.is_none_or(|last| day <= last)
    }
    /// The article of the penalty that a document cites.
    #[must_use]
    pub fn main_basis(&self) -> Option<&LegalBasis> {
        self.bases(BasisRole::Penalty).next()
    }
    /// The articles cited for a role.
    pub fn bases(&self, role: BasisRole) -> impl Iterator<Item = &LegalBasis> {
        self.basis.iter().filter(move |basis| basis.role == role)
    }
    /// The main statute.
    #[must_use]
    pub fn statute(&self) -> &str {
        self.main_basis().map_or("", |basis| &basis.statute)
    }
    /// The version of the main statute.
    #[must_use]
    pub fn statute_version(&self) -> Option<&str> {
        self.main_basis().and_then(|basis| basis.version.as_deref())
    }
    /// The article of the penalty.
    #[must_use]
    pub fn penalty_article(&self) -> &str {
        self.main_basis().map_or("", |basis| &basis.article)
    }
    /// The article of the duty, when known.
    #[must_use]
    pub fn duty_article(&self) -> Option<&str> {
        let duty = self.bases(BasisRole::Duty).next();
        duty.map(|basis| basis.article.as_str())
    }
    /// What it is about: the name without 对…的行政处罚.
    #[must_use]
    pub fn conduct(&self) -> &str {
        let name = self.name.strip_prefix('对').unwrap_or(&self.name);
        let name = name.strip_suffix("行政处罚").unwrap_or(name);
        name.strip_suffix('的').unwrap_or(name)
    }
}

/// As kept: also in the form of before there was a list of articles.
#[derive(Deserialize)]
struct Kept {
    code: ItemCode,
    field: FieldNo,
    serial: u32,
    name: String,
    #[serde(default)]
    basis: Vec<LegalBasis>,
    statute_level: String,
    penalty_kinds: Vec<PenaltyKind>,
    party: PartyScope,
    fine: FineFormula,
    precondition: Precondition,
    #[serde(default)]
    measures: Vec<Measure>,
    #[serde(default)]
    scope: TransferScope,
    note: Option<String>,
    supervisor: Option<DepartmentCode>,
    profile: Option<String>,
    hearing_person: Option<Fen>,
    hearing_organisation: Option<Fen>,
    limitation_years: Option<u32>,
    suit_days: Option<u32>,
    #[serde(default)]
    no_penalty: Vec<String>,
    #[serde(default)]
    inspections: Vec<String>,
    effective_from: Option<Day>,
    effective_to: Option<Day>,
    successor: Option<ItemCode>,
    // Until 0.1.0.
    statute: Option<String>,
    statute_version: Option<String>,
    in_force_to: Option<Day>,
    breach_article: Option<String>,
    penalty_article: Option<String>,
    seizure_basis: Option<String>,
}

impl From<Kept> for Item {
    fn from(kept: Kept) -> Self {
        let mut basis = kept.basis;
        let mut measures = kept.measures;
        if let Some(statute) = kept.statute.filter(|_| basis.is_empty()) {
            let cite = |role, article: Option<String>| {
                article.map(|article| LegalBasis {
                    role,
                    statute: statute.clone(),
                    version: kept.statute_version.clone(),
                    article,
                })
            };
            basis.extend(cite(BasisRole::Penalty, kept.penalty_article));
            basis.extend(cite(BasisRole::Duty, kept.breach_article));
            if kept.seizure_basis.is_some() {
                measures.extend([Measure::Seal, Measure::Seize]);
            }
        }
        Self {
            code: kept.code,
            field: kept.field,
            serial: kept.serial,
            name: kept.name,
            basis,
            statute_level: kept.statute_level,
            penalty_kinds: kept.penalty_kinds,
            party: kept.party,
            fine: kept.fine,
            precondition: kept.precondition,
            measures,
            scope: kept.scope,
            note: kept.note,
            supervisor: kept.supervisor,
            profile: kept.profile,
            hearing_person: kept.hearing_person,
            hearing_organisation: kept.hearing_organisation,
            limitation_years: kept.limitation_years,
            suit_days: kept.suit_days,
            no_penalty: kept.no_penalty,
            inspections: kept.inspections,
            effective_from: kept.effective_from,
            effective_to: kept.effective_to.or(kept.in_force_to),
            successor: kept.successor,
        }
    }
}

impl BasisRole {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Penalty, Self::Duty, Self::Measure];
    /// As written in a list.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Duty => "义务",
            Self::Penalty => "罚则",
            Self::Measure => "强制措施",
        }
    }
}

impl Measure {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Seal, Self::Seize, Self::Preserve];
    /// As written in a list.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Seal => "查封",
            Self::Seize => "扣押",
            Self::Preserve => "先行登记保存",
        }
    }
}

impl TransferScope {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Whole, Self::Part];
    /// As written in a list.
    #[must_use]
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Whole => "全部",
            Self::Part => "部分",
        }
    }
}

/// The article without paragraph and item: 第四十五条 of 第四十五条第一款第（二）项.
#[must_use]
pub fn article_of(citation: &str) -> Cow<'_, str> {
    let from = citation
        .find('第')
        .and_then(|start| citation.get(start..))
        .unwrap_or(citation);
    let Some(end) = from.find('条').map(|end| end + '条'.len_utf8()) else {
        return citation.into();
    };
    let (article, rest) = from.split_at(end);
    // 第三十条之一 is an article of its own.
    let number: String = rest
        .strip_prefix('之')
        .map(|more| {
            more.chars()
                .take_while(|c| "一二三四五六七八九十".contains(*c))
                .collect()
        })
        .unwrap_or_default();
    if number.is_empty() {
        article.into()
    } else {
        format!("{article}之{number}").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_before_the_list_of_articles_is_still_read() {
        let old = r#"{"code":"D1663","field":"19","serial":3,"name":"对甲的行政处罚","statute":"城镇燃气管理条例",
            "statute_level":"行政法规","statute_version":"2016-02-06","in_force_to":"2026-08-14","breach_article":"第十五条",
            "penalty_article":"第四十五条第一款","penalty_kinds":["fine"],"party":"both",
            "fine":{"kind":"amount","min":5000000,"max":50000000,"per":null},"precondition":"none","seizure_basis":"yes"}"#;
        let item: Item = serde_json::from_str(old).unwrap();
        assert_eq!(
            (item.statute(), item.penalty_article()),
            ("城镇燃气管理条例", "第四十五条第一款")
        );
        assert_eq!(item.duty_article(), Some("第十五条"));
        assert_eq!(item.effective_to, "2026-08-14".parse().ok());
        assert_eq!(item.measures, [Measure::Seal, Measure::Seize]);
        assert_eq!(item.conduct(), "甲");
        let again: Item = serde_json::from_str(&serde_json::to_string(&item).unwrap()).unwrap();
        assert_eq!(again, item);
    }

    #[test]
    fn the_article_of_a_citation() {
        assert_eq!(article_of("第四十五条第一款第（二）项"), "第四十五条");
        assert_eq!(article_of("第三十条之一第二款"), "第三十条之一");
        assert_eq!(article_of("本条例第九条"), "第九条");
        assert_eq!(article_of("前款"), "前款");
    }
}
