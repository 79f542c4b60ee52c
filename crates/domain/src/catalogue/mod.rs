//! The catalogue (执法事项目录): what the force may enforce, on what basis, with what penalties, on which day.

pub mod boundary;
pub mod edition;
mod fine;
mod item;
mod kind;
mod law_in_time;
mod lists;
mod range;
pub mod sheet;
mod statute;

pub use fine::{
    CORRECTABLE_MISSING, ComputedFine, FINE_NOT_FOR_PARTY, FineBase, FineBranch, FineCondition, FineFacts,
    FineFormula, FineSubject,
};
pub use item::{BasisRole, Item, LegalBasis, Measure, TransferScope, article_of};
pub use kind::{PartyScope, PenaltyKind, Precondition};
pub use law_in_time::{Lighter, Sanction, lighter};
pub use lists::{ApprovalItem, ApprovalLink, ApprovalRelation, Grade, InspectionItem, Lists, NoPenaltyEntry};
pub use range::{
    BASE_MISSING, DAYS_MISSING, FINE_OUT_OF_RANGE, FineBounds, FineRange, QUANTITY_MISSING, Quantity,
    unit_word,
};
pub use statute::{Statute, StatuteTable};

use crate::{
    Day,
    id::{BrigadeCode, DepartmentCode, FieldNo, ItemCode},
};
use boundary::BoundaryList;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

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
    pub brigade: BrigadeCode,
    /// Procedure profile of its cases: GEN, SAMR …
    pub profile: String,
}

/// The catalogue in memory: every version of every item, and what items point to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalogue {
    fields: BTreeMap<FieldNo, Field>,
    /// The versions of each item, oldest first; their periods do not overlap.
    items: BTreeMap<ItemCode, Vec<Item>>,
    /// Statutes.
    pub statutes: StatuteTable,
    /// Grades and other lists.
    pub lists: Lists,
    /// Who is competent for what (职责边界清单).
    pub boundary: BoundaryList,
}

impl Catalogue {
    /// Builds the catalogue; the county loader has checked that every item's field exists.
    #[must_use]
    pub fn new(fields: Vec<Field>, items: Vec<Item>) -> Self {
        let mut versions: BTreeMap<ItemCode, Vec<Item>> = BTreeMap::new();
        for item in items {
            versions.entry(item.code.clone()).or_default().push(item);
        }
        for of_one in versions.values_mut() {
            of_one.sort_by_key(|item| item.effective_from);
        }
        Self {
            fields: fields.into_iter().map(|f| (f.no.clone(), f)).collect(),
            items: versions,
            ..Self::default()
        }
    }

    /// The version of an item that holds on a day.
    #[must_use]
    pub fn item_on(&self, code: &ItemCode, day: Day) -> Option<&Item> {
        self.versions(code).iter().find(|item| item.in_force_on(day))
    }
    /// What to show for a day: the version that holds, else the last that had begun, else the first to come.
    #[must_use]
    pub fn shown_on(&self, code: &ItemCode, day: Day) -> Option<&Item> {
        let versions = self.versions(code);
        let begun = |item: &&Item| item.effective_from.is_none_or(|first| first <= day);
        versions.iter().rev().find(begun).or_else(|| versions.first())
    }
    /// The newest version of an item, whether it holds or not.
    #[must_use]
    pub fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.versions(code).last()
    }
    /// All versions of an item, oldest first.
    #[must_use]
    pub fn versions(&self, code: &ItemCode) -> &[Item] {
        self.items.get(code).map_or(&[], Vec::as_slice)
    }
    /// For each item what is shown on a day, in order of code.
    pub fn items_on(&self, day: Day) -> impl Iterator<Item = &Item> {
        self.items.keys().filter_map(move |code| self.shown_on(code, day))
    }
    /// Every version of every item, in order of code and time.
    pub fn every_version(&self) -> impl Iterator<Item = &Item> {
        self.items.values().flatten()
    }
    /// How many items there are.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.items.len()
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
    /// The procedure profile of an item's cases: its own, or that of its field.
    #[must_use]
    pub fn profile<'a>(&'a self, item: &'a Item) -> &'a str {
        let of_field = || self.field(&item.field).map(|field| field.profile.as_str());
        item.profile.as_deref().or_else(of_field).unwrap_or("GEN")
    }
    /// What took the place of the main statute of an item by a day, when that is known.
    #[must_use]
    pub fn successor_statute(&self, item: &Item, day: Day) -> Option<&str> {
        let cited = self.statutes.cited(item.statute(), item.statute_version())?;
        self.statutes.successor_on(cited, day)
    }

    /// Takes in the changes of an edition from its first day on: older versions end the day before.
    pub fn take(&mut self, changes: &[edition::Change], from: Day) {
        let before = from.pred_opt();
        for change in changes {
            let versions = self.items.entry(change.code.clone()).or_default();
            // What an earlier edition had put on this day or later is replaced.
            versions.retain(|item| item.effective_from.is_none_or(|first| first < from));
            for item in versions.iter_mut() {
                item.effective_to = match (item.effective_to, before) {
                    (Some(last), Some(before)) => Some(last.min(before)),
                    (last, before) => last.or(before),
                };
            }
            if let Some(after) = &change.after {
                let mut item = after.clone();
                item.effective_from = Some(item.effective_from.map_or(from, |first| first.max(from)));
                versions.push(item);
            }
        }
        self.items.retain(|_, versions| !versions.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::{edition::Change, *};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn item(code: &str, name: &str) -> Item {
        serde_json::from_value(serde_json::json!({
            "code": code, "field": "19", "serial": 1, "name": name, "statute": "甲条例", "statute_level": "行政法规",
            "penalty_article": "第一条", "penalty_kinds": ["warning"], "party": "both",
            "fine": {"kind": "unnamed"}, "precondition": "none"
        }))
        .unwrap()
    }

    fn change(code: &str, after: Option<Item>) -> Change {
        Change {
            code: ItemCode::try_new(code).unwrap(),
            before: None,
            after,
        }
    }

    #[test]
    fn an_edition_begins_on_its_day_and_not_before() {
        let mut catalogue = Catalogue::new(Vec::new(), vec![item("A", "旧"), item("B", "旧")]);
        let changes = [
            change("A", Some(item("A", "新"))),
            change("B", None),
            change("C", Some(item("C", "新"))),
        ];
        catalogue.take(&changes, day("2026-09-01"));
        let name = |code: &str, on: &str| {
            let code = ItemCode::try_new(code).unwrap();
            catalogue.item_on(&code, day(on)).map(|item| item.name.as_str())
        };
        assert_eq!(name("A", "2026-08-31"), Some("旧"));
        assert_eq!(name("A", "2026-09-01"), Some("新"));
        assert_eq!(name("B", "2026-08-31"), Some("旧"));
        assert_eq!(name("B", "2026-09-01"), None, "what was removed holds no more");
        assert_eq!(name("C", "2026-08-31"), None, "what was added holds not yet");
        assert_eq!(name("C", "2026-09-01"), Some("新"));
        let shown = catalogue.shown_on(&ItemCode::try_new("B").unwrap(), day("2027-01-01"));
        assert_eq!(shown.map(|item| item.effective_to), Some(Some(day("2026-08-31"))));
    }

    #[test]
    fn versions_never_overlap() {
        let mut catalogue = Catalogue::new(Vec::new(), vec![item("A", "一")]);
        for (from, name) in [("2026-09-01", "二"), ("2026-12-01", "三"), ("2026-12-01", "四")] {
            catalogue.take(&[change("A", Some(item("A", name)))], day(from));
        }
        let code = ItemCode::try_new("A").unwrap();
        let names: Vec<&str> = catalogue
            .versions(&code)
            .iter()
            .map(|item| item.name.as_str())
            .collect();
        assert_eq!(names, ["一", "二", "四"]);
        for on in [
            "2026-08-31",
            "2026-09-01",
            "2026-11-30",
            "2026-12-01",
            "2030-01-01",
        ] {
            let holding = catalogue
                .versions(&code)
                .iter()
                .filter(|item| item.in_force_on(day(on)));
            assert_eq!(holding.count(), 1, "{on}");
        }
    }
}
