//! Statutes: which there are, in which version, until when, and what took their place.

use super::item::article_of;
use crate::Day;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One version of a statute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statute {
    /// Its name, without 中华人民共和国.
    pub name: String,
    /// 法律, 行政法规, 省级地方性法规, 设区的市地方性法规 …
    pub level: String,
    /// The version, by the date it was passed, when known.
    pub version: Option<String>,
    /// First day in force, when known.
    pub in_force_from: Option<Day>,
    /// Last day in force, when it was replaced.
    pub in_force_to: Option<Day>,
    /// The statute that took its place.
    pub successor: Option<String>,
    /// Articles that were read and may be cited; empty: the text is not in the table yet.
    pub articles: BTreeSet<String>,
    /// Where we have it from, and what is not known.
    pub note: Option<String>,
}

impl Statute {
    /// Whether it was in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: Day) -> bool {
        self.in_force_from.is_none_or(|first| first <= day) && self.in_force_to.is_none_or(|last| day <= last)
    }
    /// Whether the article of a citation is among those that were read.
    #[must_use]
    pub fn has_article(&self, citation: &str) -> bool {
        self.articles.contains(article_of(citation).as_ref())
    }
}

/// All statutes by name, each with its versions, oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatuteTable {
    by_name: BTreeMap<String, Vec<Statute>>,
}

impl StatuteTable {
    /// Builds the table.
    #[must_use]
    pub fn new(statutes: Vec<Statute>) -> Self {
        let mut by_name: BTreeMap<String, Vec<Statute>> = BTreeMap::new();
        for statute in statutes {
            by_name.entry(statute.name.clone()).or_default().push(statute);
        }
        for versions in by_name.values_mut() {
            versions.sort_by(|a, b| a.version.cmp(&b.version));
        }
        Self { by_name }
    }
    /// Every version of every statute, in order of name.
    pub fn iter(&self) -> impl Iterator<Item = &Statute> {
        self.by_name.values().flatten()
    }
    /// The versions of a statute, oldest first.
    #[must_use]
    pub fn versions(&self, name: &str) -> &[Statute] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }
    /// The version that is cited: the one of this date, or the newest when none is named.
    #[must_use]
    pub fn cited(&self, name: &str, version: Option<&str>) -> Option<&Statute> {
        let versions = self.versions(name);
        match version {
            None => versions.last(),
            Some(_) => versions
                .iter()
                .find(|statute| statute.version.as_deref() == version),
        }
    }
    /// What took the place of a version, when that is known and was so by this day.
    #[must_use]
    pub fn successor_on<'a>(&self, statute: &'a Statute, day: Day) -> Option<&'a str> {
        let replaced = statute.in_force_to.is_some_and(|last| last < day);
        statute.successor.as_deref().filter(|_| replaced)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replaced_statute_names_its_successor_from_the_day_on() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let air = Statute {
            name: "大气污染防治法".into(),
            level: "法律".into(),
            version: Some("2018-10-26".into()),
            in_force_from: None,
            in_force_to: Some(day("2026-08-14")),
            successor: Some("生态环境法典".into()),
            articles: ["第一百一十八条".to_owned()].into(),
            note: None,
        };
        let table = StatuteTable::new(vec![air]);
        let air = table.cited("大气污染防治法", Some("2018-10-26")).unwrap();
        assert_eq!(table.successor_on(air, day("2026-08-14")), None);
        assert_eq!(table.successor_on(air, day("2026-08-15")), Some("生态环境法典"));
        assert!(air.has_article("第一百一十八条第一款"));
        assert!(!air.has_article("第一百一十九条"));
        assert!(table.cited("大气污染防治法", Some("1999-01-01")).is_none());
    }
}
