//! Lists that items point to: discretion grades, what is not penalised, inspections, approvals.

use super::range::FineRange;
use crate::{
    Day,
    id::{DepartmentCode, ItemCode},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A grade of discretion (裁量阶次) of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Grade {
    /// The item.
    #[schema(value_type = String)]
    pub item: ItemCode,
    /// 轻微, 较轻, 一般, 较重, 严重.
    pub name: String,
    /// When it fits.
    pub condition: String,
    /// The range of the fine within the clause.
    pub range: FineRange,
    /// The published benchmark it stands in.
    pub source: String,
    /// First day it holds.
    pub effective_from: Option<NaiveDate>,
    /// Last day it holds.
    pub effective_to: Option<NaiveDate>,
}

/// An entry of the list of what is not penalised (轻微不罚、首违不罚清单, R-1.21).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NoPenaltyEntry {
    /// Its number.
    pub no: String,
    /// The violation.
    pub violation: String,
    /// All that must hold.
    pub conditions: String,
    /// The published list it stands in.
    pub source: String,
    /// First day it holds.
    pub effective_from: Option<NaiveDate>,
    /// Last day it holds.
    pub effective_to: Option<NaiveDate>,
}

/// An inspection item (检查事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct InspectionItem {
    /// Its number.
    pub no: String,
    /// What is inspected.
    pub name: String,
    /// On what basis.
    pub basis: String,
    /// Who is inspected.
    pub target: String,
    /// How often, as published.
    pub frequency: String,
    /// How: on site, on paper, sampling.
    pub method: String,
    /// First day it holds.
    pub effective_from: Option<NaiveDate>,
    /// Last day it holds.
    pub effective_to: Option<NaiveDate>,
}

/// An approval item (审批事项) of the approvals bureau.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ApprovalItem {
    /// Its number.
    pub no: String,
    /// Its name.
    pub name: String,
    /// 许可, 备案, 登记, 核准 …
    pub kind: String,
    /// The department that supervises who holds it.
    #[schema(value_type = String)]
    pub supervisor: DepartmentCode,
    /// The statute it rests on.
    pub statute: String,
    /// Years it holds, when limited.
    pub term_years: Option<u32>,
    /// First day it holds.
    pub effective_from: Option<NaiveDate>,
    /// Last day it holds.
    pub effective_to: Option<NaiveDate>,
}

/// How an approval bears on an enforcement item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalRelation {
    /// Doing it without the approval.
    Unlicensed,
    /// Breaking its conditions.
    Breach,
    /// Going on after it ended.
    Expired,
    /// Forging, lending, buying it.
    ForgedOrLent,
    /// The penalty may suspend or revoke it.
    SanctionTouches,
}

/// An approval that bears on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalLink {
    /// Number of the approval item.
    pub approval: String,
    /// The enforcement item.
    pub item: ItemCode,
    /// How.
    pub relation: ApprovalRelation,
}

/// The lists of a county.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// Grades.
    pub grades: Vec<Grade>,
    /// What is not penalised.
    pub no_penalty: Vec<NoPenaltyEntry>,
    /// Inspections.
    pub inspections: Vec<InspectionItem>,
    /// Approvals.
    pub approvals: Vec<ApprovalItem>,
    /// How they bear on items.
    pub approval_links: Vec<ApprovalLink>,
}

impl Lists {
    /// The grades of an item on a day.
    pub fn grades_of(&self, item: &ItemCode, on: Day) -> impl Iterator<Item = &Grade> {
        self.grades
            .iter()
            .filter(move |grade| grade.item == *item && holds(grade.effective_from, grade.effective_to, on))
    }
    /// The approvals that bear on an item, on a day.
    pub fn approvals_of(
        &self,
        item: &ItemCode,
        on: Day,
    ) -> impl Iterator<Item = (&ApprovalItem, ApprovalRelation)> {
        let links = self.approval_links.iter().filter(move |link| link.item == *item);
        links.filter_map(move |link| {
            let of = |approval: &&ApprovalItem| {
                approval.no == link.approval && holds(approval.effective_from, approval.effective_to, on)
            };
            Some((self.approvals.iter().find(of)?, link.relation))
        })
    }
    /// The inspection items of these numbers, on a day.
    pub fn inspections_of(&self, numbers: &[String], on: Day) -> impl Iterator<Item = &InspectionItem> {
        self.inspections.iter().filter(move |item| {
            numbers.contains(&item.no) && holds(item.effective_from, item.effective_to, on)
        })
    }
    /// The entries of the list of what is not penalised, on a day.
    pub fn no_penalty_of(&self, numbers: &[String], on: Day) -> impl Iterator<Item = &NoPenaltyEntry> {
        self.no_penalty.iter().filter(move |entry| {
            numbers.contains(&entry.no) && holds(entry.effective_from, entry.effective_to, on)
        })
    }
}

fn holds(from: Option<Day>, to: Option<Day>, on: Day) -> bool {
    from.is_none_or(|first| first <= on) && to.is_none_or(|last| on <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_as_of_a_day() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let code = ItemCode::try_new("D1").unwrap();
        let approval = |no: &str, from: Option<&str>, to: Option<&str>| ApprovalItem {
            no: no.to_owned(),
            name: no.to_owned(),
            kind: "许可".to_owned(),
            supervisor: DepartmentCode::try_new("D4").unwrap(),
            statute: String::new(),
            term_years: None,
            effective_from: from.map(day),
            effective_to: to.map(day),
        };
        let link = |no: &str| ApprovalLink {
            approval: no.to_owned(),
            item: code.clone(),
            relation: ApprovalRelation::Unlicensed,
        };
        let lists = Lists {
            approvals: vec![
                approval("A1", None, Some("2026-07-31")),
                approval("A2", Some("2026-08-01"), None),
            ],
            approval_links: vec![link("A1"), link("A2")],
            ..Lists::default()
        };
        let on = |text: &str| {
            lists
                .approvals_of(&code, day(text))
                .map(|(approval, _)| approval.no.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(on("2026-07-31"), ["A1"]);
        assert_eq!(on("2026-08-01"), ["A2"]);
    }
}
