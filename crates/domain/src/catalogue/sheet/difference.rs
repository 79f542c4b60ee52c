//! What a new list changes: added, changed cell by cell, removed.

use super::write::cells;
use crate::{
    Day,
    catalogue::{Catalogue, Item, edition::Change},
    id::ItemCode,
};
use std::collections::BTreeMap;

/// A cell that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedCell {
    /// The column.
    pub column: &'static str,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// The difference of two lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Every change, in order of code.
    pub changes: Vec<Change>,
    /// Items that stayed as they were.
    pub unchanged: usize,
}

impl Difference {
    /// Added, changed, removed.
    #[must_use]
    pub fn counts(&self) -> (usize, usize, usize) {
        let many = |which: fn(&Change) -> bool| self.changes.iter().filter(|change| which(change)).count();
        (
            many(Change::is_added),
            many(Change::is_changed),
            many(Change::is_removed),
        )
    }
}

impl Change {
    /// The cells that differ, in the order of the template.
    #[must_use]
    pub fn changed_cells(&self) -> Vec<ChangedCell> {
        let (Some(before), Some(after)) = (&self.before, &self.after) else {
            return Vec::new();
        };
        let pairs = cells(before).into_iter().zip(cells(after));
        pairs
            .filter(|(before, after)| before != after)
            .map(|((column, before), (_, after))| ChangedCell {
                column,
                before,
                after,
            })
            .collect()
    }
}

/// Whether two versions say the same. From when one holds is no difference by itself: an edition says it for all, and
/// what was published has it filled in; only a day that lies later than the edition's is one.
fn same(before: &Item, after: &Item, from: Day) -> bool {
    let timeless = |item: &Item| Item {
        effective_from: item.effective_from.filter(|first| *first > from),
        ..item.clone()
    };
    cells(&timeless(before)) == cells(&timeless(after))
}

/// Compares the catalogue as it stands on the first day with a new list; `whole`: what the list leaves out is removed.
#[must_use]
pub fn difference(catalogue: &Catalogue, items: Vec<Item>, from: Day, whole: bool) -> Difference {
    let mut new: BTreeMap<ItemCode, Item> = items.into_iter().map(|item| (item.code.clone(), item)).collect();
    let mut found = Difference::default();
    for before in catalogue.items_on(from) {
        match new.remove(&before.code) {
            Some(after) if same(before, &after, from) => found.unchanged += 1,
            Some(after) => found.changes.push(Change {
                code: before.code.clone(),
                before: Some(before.clone()),
                after: Some(after),
            }),
            // What holds no more by then cannot be removed again.
            None if whole && before.in_force_on(from) => found.changes.push(Change {
                code: before.code.clone(),
                before: Some(before.clone()),
                after: None,
            }),
            None => found.unchanged += 1,
        }
    }
    found.changes.extend(new.into_values().map(|after| Change {
        code: after.code.clone(),
        before: None,
        after: Some(after),
    }));
    found.changes.sort_by(|a, b| a.code.cmp(&b.code));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(name: &str) -> Item {
        serde_json::from_value(serde_json::json!({
            "code": "A", "field": "19", "serial": 1, "name": name, "statute": "甲条例", "statute_level": "行政法规",
            "penalty_article": "第一条", "penalty_kinds": ["warning"], "party": "both",
            "fine": {"kind": "unnamed"}, "precondition": "none"
        }))
        .unwrap()
    }

    /// A list that was published and is sent again changes nothing, though the catalogue now says from when it holds.
    #[test]
    fn a_published_list_sent_again_is_no_difference() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let mut catalogue = Catalogue::new(Vec::new(), vec![item("旧")]);
        let first = difference(&catalogue, vec![item("新")], day("2026-08-01"), true);
        assert_eq!(first.counts(), (0, 1, 0));
        catalogue.take(&first.changes, day("2026-08-01"));
        let again = difference(&catalogue, vec![item("新")], day("2026-09-01"), true);
        assert_eq!((again.counts(), again.unchanged), ((0, 0, 0), 1));
        let mut later = item("新");
        later.effective_from = Some(day("2026-10-01"));
        let later = difference(&catalogue, vec![later], day("2026-09-01"), true);
        assert_eq!(
            later.counts(),
            (0, 1, 0),
            "a later day of its own is a difference"
        );
    }
}
