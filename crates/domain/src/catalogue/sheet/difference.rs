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
        (many(Change::is_added), many(Change::is_changed), many(Change::is_removed))
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
            .map(|((column, before), (_, after))| ChangedCell { column, before, after })
            .collect()
    }
}

/// Compares the catalogue as it stands on the first day with a new list; `whole`: what the list leaves out is removed.
#[must_use]
pub fn difference(catalogue: &Catalogue, items: Vec<Item>, from: Day, whole: bool) -> Difference {
    let mut new: BTreeMap<ItemCode, Item> = items.into_iter().map(|item| (item.code.clone(), item)).collect();
    let mut found = Difference::default();
    for before in catalogue.items_on(from) {
        match new.remove(&before.code) {
            Some(after) if cells(before) == cells(&after) => found.unchanged += 1,
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
