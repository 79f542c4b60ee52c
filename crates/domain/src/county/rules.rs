//! Calendar and rules.

use super::rows::Reader;
use crate::{Day, calendar::DayKind, rules::Rule};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn calendar(reader: &Reader<'_>) -> BTreeMap<Day, DayKind> {
    let mut days = BTreeMap::new();
    for row in reader.table("calendar.csv", &["date", "kind", "holiday"]) {
        if let (Some(day), Some(kind)) = (row.must_day("date"), row.word::<DayKind>("kind"))
            && days.insert(day, kind).is_some()
        {
            row.fault("date", "the day stands twice");
        }
    }
    days
}

const RULE_COLUMNS: [&str; 10] = [
    "id",
    "profile",
    "amount",
    "unit",
    "roll",
    "article",
    "effective_from",
    "effective_to",
    "confirmed",
    "source",
];

pub(super) fn rules(reader: &Reader<'_>) -> Vec<Rule> {
    let mut seen = BTreeSet::new();
    let mut rules = Vec::new();
    for row in reader.table("rules.csv", &RULE_COLUMNS) {
        let read = || {
            Some(Rule {
                id: row.required("id")?,
                profile: row.required("profile")?,
                amount: row.must("amount", str::parse::<u32>)?,
                unit: row.word("unit")?,
                roll: row.yes("roll")?,
                article: row.required("article")?,
                effective_from: row.must_day("effective_from")?,
                effective_to: row.day("effective_to")?,
                confirmed: row.yes("confirmed")?,
                source: row.required("source")?,
            })
        };
        if let Some(rule) = read() {
            if !seen.insert((rule.id.clone(), rule.profile.clone(), rule.effective_from)) {
                row.fault("id", "the rule stands twice for a profile and day");
            }
            rules.push(rule);
        }
    }
    rules
}
