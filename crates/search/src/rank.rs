//! Ranking: what is ours in the search.

use crate::{
    index::{Index, Token, tokens, usize_of},
    text::{Pair, normal, pairs},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the words of a text count beside concepts, in thousandths.
pub(crate) const WORDS: i64 = 600;
/// A field or a kind of party that was given as a hint.
pub(crate) const FIELD: i64 = 1_500;
const PARTY: i64 = 700;
/// What a choice of officers adds for each doubling, and the most of it.
const CHOICE: (i64, i64) = (250, 1_500);

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The text.
    pub text: String,
    /// Name of a field that is likely.
    pub field: Option<String>,
    /// `person` or `organisation`, when the kind of party is known.
    pub party: Option<String>,
    /// How many hits.
    pub limit: usize,
}

/// What officers chose: concept, code, how often.
pub type Choices = BTreeMap<String, BTreeMap<String, u64>>;

/// Why an item is among the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// Its code.
    Code,
    /// Its statute.
    Statute,
    /// Its article.
    Article,
    /// The first letters of its title.
    Initials,
    /// A concept of the lexicon.
    Concept,
    /// The concept that the text comes nearest to.
    Near,
    /// Words that stand in its title.
    Words,
    /// The field that was given.
    Field,
    /// Officers chose it before.
    Choice,
}

/// One reason, and what it adds to the score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What kind.
    pub kind: ReasonKind,
    /// What in the text: the words.
    pub matched: Vec<String>,
    /// What in the catalogue or lexicon: concept, statute, article, field.
    pub entry: String,
    /// What it adds, in thousandths.
    pub score: i64,
}

/// An item that fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// Its place among the entries.
    pub place: usize,
    /// Its code.
    pub code: String,
    /// In thousandths.
    pub score: i64,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

/// A concept that the text fires.
pub(crate) struct Fired {
    pub(crate) concept: usize,
    pub(crate) matched: Vec<String>,
}

/// What was found out of a text, once.
pub(crate) struct Asked<'a> {
    pub(crate) query: &'a Query,
    pub(crate) text: String,
    pub(crate) pairs: BTreeSet<Pair>,
    pub(crate) fired: Vec<Fired>,
    pub(crate) nearest: Nearest,
    pub(crate) named: Vec<(u32, Reason)>,
    pub(crate) chosen: Chosen<'a>,
}

/// For each item how often officers chose it at the most, and for which concept.
pub(crate) type Chosen<'a> = BTreeMap<u32, (u64, &'a str)>;

/// For each item the nearest concept, and what it adds.
pub(crate) type Nearest = BTreeMap<u32, (i64, u32)>;

impl Index {
    /// The best hits, the best first; equal ones in order of code.
    #[must_use]
    pub fn search(&self, query: &Query, choices: &Choices) -> Vec<Hit> {
        let text = normal(&query.text);
        let mut scores = vec![0_i64; self.entries.len()];
        let mut add = |place: u32, score: i64| {
            if let Some(slot) = scores.get_mut(usize_of(place)) {
                *slot += score;
            }
        };
        let own: BTreeSet<Pair> = pairs(&text).into_iter().collect();
        for pair in &own {
            for (place, score) in self.postings.get(pair).map_or(&[][..], Vec::as_slice) {
                add(*place, i64::from(*score) * WORDS / 1_000);
            }
        }
        let fired = self.fired(&text);
        for fired in &fired {
            let Some(concept) = self.concepts.get(fired.concept) else {
                continue;
            };
            for place in &concept.targets {
                add(*place, i64::from(concept.score));
            }
        }
        let chosen = self.chosen(&fired, choices);
        for (place, (times, _)) in &chosen {
            add(*place, choice_score(*times));
        }
        let nearest = self.nearest(&text);
        for (place, (score, _)) in &nearest {
            add(*place, *score);
        }
        let named = self.named(query, &text);
        for (place, reason) in &named {
            add(*place, reason.score);
        }
        if let Some(field) = &query.field {
            for (place, entry) in (0_u32..).zip(&self.entries) {
                add(place, if entry.field == *field { FIELD } else { 0 });
            }
        }
        let mut best: Vec<(i64, usize)> = scores
            .iter()
            .enumerate()
            .map(|(place, score)| (self.held_against(query, place, *score), place))
            .filter(|(score, _)| *score > 0)
            .collect();
        let order = |a: &(i64, usize), b: &(i64, usize)| b.0.cmp(&a.0).then(a.1.cmp(&b.1));
        let limit = query.limit.min(best.len());
        if limit == 0 {
            return Vec::new();
        }
        if limit < best.len() {
            best.select_nth_unstable_by(limit - 1, order);
            best.truncate(limit);
        }
        best.sort_unstable_by(order);
        let asked = Asked {
            query,
            text,
            pairs: own,
            fired,
            nearest,
            named,
            chosen,
        };
        best.into_iter()
            .filter_map(|(score, place)| {
                let code = self.entries.get(place)?.code.clone();
                let reasons = self.reasons(place, &asked);
                Some(Hit {
                    place,
                    code,
                    score,
                    reasons,
                })
            })
            .collect()
    }

    /// The concepts that the text fires, by name: what a choice is counted for.
    #[must_use]
    pub fn concepts_in(&self, text: &str) -> Vec<String> {
        let fired = self.fired(&normal(text));
        let names = fired.iter().filter_map(|fired| self.concepts.get(fired.concept));
        // Two concepts of one name, in files of two fields, are one to who looks at them.
        let names: BTreeSet<&str> = names.map(|concept| concept.name.as_str()).collect();
        names.into_iter().map(ToOwned::to_owned).collect()
    }

    /// For each item that officers chose after such a text, how often at the most, and for which concept.
    fn chosen<'a>(&'a self, fired: &[Fired], choices: &Choices) -> Chosen<'a> {
        let mut chosen = Chosen::new();
        for concept in fired.iter().filter_map(|fired| self.concepts.get(fired.concept)) {
            for (code, times) in choices.get(&concept.name).into_iter().flatten() {
                let Ok(place) = self
                    .entries
                    .binary_search_by(|entry| entry.code.as_str().cmp(code))
                else {
                    continue;
                };
                let place = u32::try_from(place).unwrap_or(u32::MAX);
                let most = chosen.entry(place).or_insert((*times, concept.name.as_str()));
                if most.0 < *times {
                    *most = (*times, concept.name.as_str());
                }
            }
        }
        chosen
    }

    fn fired(&self, text: &str) -> Vec<Fired> {
        let Some(finder) = &self.finder else {
            return Vec::new();
        };
        let present: BTreeSet<usize> = finder
            .find_overlapping_iter(text)
            .map(|found| found.pattern().as_usize())
            .collect();
        // Concept and way, and for each of its parts the words that occur.
        let mut ways: BTreeMap<(u32, u32), BTreeMap<u32, Vec<&str>>> = BTreeMap::new();
        for word in present {
            let Some(text) = self.words.get(word) else {
                continue;
            };
            for (concept, way, part) in self.belongs.get(word).into_iter().flatten() {
                ways.entry((*concept, *way))
                    .or_default()
                    .entry(*part)
                    .or_default()
                    .push(text);
            }
        }
        let mut matched: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for ((concept, way), parts) in ways {
            let spoken = self.concepts.get(usize_of(concept));
            let needed = spoken.and_then(|spoken| spoken.everyday.get(usize_of(way)));
            if needed.is_some_and(|needed| needed.len() == parts.len()) {
                let parts: Vec<String> = parts.values().map(|words| words.join("/")).collect();
                matched.entry(concept).or_default().push(parts.join("+"));
            }
        }
        matched
            .into_iter()
            .map(|(concept, matched)| Fired {
                concept: usize_of(concept),
                matched,
            })
            .collect()
    }

    /// For each item the nearest of the concepts that speak of it.
    fn nearest(&self, text: &str) -> Nearest {
        let asked: BTreeSet<Token> = tokens(text).collect();
        let mut shared = vec![0_i64; self.concepts.len()];
        for token in &asked {
            let Some((score, concepts)) = self.near.get(token) else {
                continue;
            };
            for concept in concepts {
                if let Some(sum) = shared.get_mut(usize_of(*concept)) {
                    *sum += i64::from(*score);
                }
            }
        }
        let mut nearest = Nearest::new();
        for ((number, spoken), shared) in (0_u32..).zip(&self.concepts).zip(shared) {
            let score = shared * i64::from(spoken.nearness) / 1_000;
            if score <= 0 {
                continue;
            }
            for place in &spoken.targets {
                let best = nearest.entry(*place).or_insert((score, number));
                if best.0 < score {
                    *best = (score, number);
                }
            }
        }
        nearest
    }

    /// An item that does not name the kind of party that was given stands a little lower.
    fn held_against(&self, query: &Query, place: usize, score: i64) -> i64 {
        let named = self.entries.get(place).and_then(|entry| entry.party.as_ref());
        match (named, &query.party) {
            (Some(named), Some(given)) if named != given => score - PARTY,
            _ => score,
        }
    }
}

/// A choice counts less the more there are, and never more than a good concept.
#[must_use]
pub fn choice_score(times: u64) -> i64 {
    let doublings = i64::from(u64::BITS - (times + 1).leading_zeros()) - 1;
    (doublings * CHOICE.0).min(CHOICE.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{entry::Entry, lexicon::Lexicon};

    fn entry(code: &str, title: &str, statute: &str, field: &str, articles: &[&str]) -> Entry {
        Entry {
            code: code.into(),
            title: title.into(),
            statute: statute.into(),
            field: field.into(),
            articles: articles.iter().map(|text| (*text).to_owned()).collect(),
            party: None,
        }
    }

    fn index() -> Index {
        let lexicon = "concept,everyday,terms,fields,weight\n\
            油烟扰民,呛人|熏+楼上|烟味,油烟,生态环境,4\n\
            黑车,黑车|没证+拉客,道路客运,,4\n";
        let lexicon = Lexicon::parse(&[("a.csv".to_owned(), lexicon.as_bytes().to_vec())].into()).unwrap();
        Index::build(
            vec![
                entry(
                    "D1",
                    "排放油烟的餐饮服务业经营者未安装油烟净化设施",
                    "大气污染防治法",
                    "生态环境",
                    &["一百一十八", "118"],
                ),
                entry(
                    "D2",
                    "未取得道路运输经营许可擅自从事道路客运经营",
                    "道路运输条例",
                    "交通运输",
                    &["六十三", "63"],
                ),
                entry(
                    "D3",
                    "运输车辆未采取密闭措施",
                    "大气污染防治法",
                    "生态环境",
                    &["一百一十六", "116"],
                ),
            ],
            &lexicon,
        )
    }

    fn first(text: &str) -> Hit {
        let query = Query {
            text: text.into(),
            limit: 3,
            ..Query::default()
        };
        index().search(&query, &Choices::new()).remove(0)
    }

    #[test]
    fn everyday_words_find_the_item_and_say_why() {
        let hit = first("烧烤店熏到楼上，呛人");
        assert_eq!(hit.code, "D1");
        let reason = &hit.reasons[0];
        assert_eq!(
            (reason.kind, reason.entry.as_str()),
            (ReasonKind::Concept, "油烟扰民")
        );
        assert_eq!(reason.matched, ["呛人", "熏+楼上"]);
        assert_eq!(
            hit.score,
            hit.reasons.iter().map(|reason| reason.score).sum::<i64>(),
            "the reasons are the score"
        );
    }

    #[test]
    fn a_word_alone_of_a_pair_fires_nothing() {
        let hit = first("楼上");
        assert!(
            hit.reasons
                .iter()
                .all(|reason| reason.kind != ReasonKind::Concept),
            "it only comes near"
        );
        assert!(
            index()
                .search(
                    &Query {
                        text: "  ，".into(),
                        limit: 3,
                        ..Query::default()
                    },
                    &Choices::new()
                )
                .is_empty()
        );
    }

    #[test]
    fn code_statute_article_and_initials() {
        assert_eq!(first("d2").code, "D2");
        assert_eq!(first("大气污染防治法第116条").code, "D3");
        assert_eq!(first("大气污染防治法 一百一十八条").code, "D1");
        assert_eq!(first("pfyy").code, "D1");
        assert_eq!(first("dlky").reasons[0].kind, ReasonKind::Initials);
    }

    #[test]
    fn choices_lift_within_bounds() {
        let text = "黑车";
        let query = Query {
            text: text.into(),
            limit: 3,
            ..Query::default()
        };
        let chosen: Choices = [("黑车".to_owned(), [("D3".to_owned(), 1_000_000_u64)].into())].into();
        let hits = index().search(&query, &chosen);
        let lifted = hits.iter().find(|hit| hit.code == "D3").unwrap();
        let choice = lifted
            .reasons
            .iter()
            .find(|reason| reason.kind == ReasonKind::Choice)
            .unwrap();
        assert_eq!(choice.score, 1_500, "however often it was chosen");
        assert_eq!(index().concepts_in(text), ["黑车"]);
    }
}
