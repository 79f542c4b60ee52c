//! The index over a catalogue and a lexicon.

use crate::{
    entry::Entry,
    lexicon::Lexicon,
    text::{self, Pair, initials, normal, pairs},
};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::{BTreeMap, HashMap};

/// The share of a field in the number of pairs of an item, in tenths: title, statute, field name.
const SHARE: (u32, u32, u32) = (10, 4, 5);
/// BM25: how soon repeating a pair stops to count, and how much a long title is held against it.
const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Scores are kept in thousandths.
pub(crate) const SCALE: f64 = 1_000.0;

/// An index, ready to be asked.
#[derive(Debug, Clone)]
pub struct Index {
    pub(crate) entries: Vec<Entry>,
    /// For each pair of characters the items it stands in, with its score there.
    pub(crate) postings: HashMap<Pair, Vec<(u32, i32)>>,
    /// Normal titles, statutes and initials of the items.
    pub(crate) titles: Vec<String>,
    pub(crate) statutes: Vec<String>,
    pub(crate) initials: Vec<String>,
    /// How much a concept counts for an item, in thousandths: short titles a little more.
    pub(crate) sharpness: Vec<i32>,
    /// The concepts with the items they speak of.
    pub(crate) concepts: Vec<Spoken>,
    /// Every word of the lexicon; which ways of which concepts it belongs to.
    pub(crate) words: Vec<String>,
    pub(crate) ways: Vec<Vec<(u32, u32)>>,
    pub(crate) finder: Option<AhoCorasick>,
    /// Distinct statutes, longest first, each with its items.
    pub(crate) by_statute: Vec<(String, Vec<u32>)>,
}

/// A concept, ready.
#[derive(Debug, Clone)]
pub(crate) struct Spoken {
    pub(crate) name: String,
    /// Score for an item of middle length, in thousandths.
    pub(crate) score: i32,
    pub(crate) targets: Vec<u32>,
    /// How many words each way needs.
    pub(crate) ways: Vec<u32>,
}

impl Index {
    /// Builds it. What it costs is measured by `cargo xtask bench`.
    #[must_use]
    pub fn build(entries: Vec<Entry>, lexicon: &Lexicon) -> Self {
        let titles: Vec<String> = entries.iter().map(|entry| normal(&entry.title)).collect();
        let statutes: Vec<String> = entries.iter().map(|entry| normal(&entry.statute)).collect();
        let mut counts: HashMap<Pair, Vec<(u32, u32)>> = HashMap::new();
        let mut lengths = Vec::with_capacity(entries.len());
        for (place, ((entry, title), statute)) in (0_u32..).zip(entries.iter().zip(&titles).zip(&statutes)) {
            let field = normal(&entry.field);
            let mut own: BTreeMap<Pair, u32> = BTreeMap::new();
            for (text, share) in [(title, SHARE.0), (statute, SHARE.1), (&field, SHARE.2)] {
                for pair in pairs(text) {
                    *own.entry(pair).or_default() += share;
                }
            }
            lengths.push(own.values().sum::<u32>());
            for (pair, many) in own {
                counts.entry(pair).or_default().push((place, many));
            }
        }
        let many = entries.len();
        let average = f64::from(lengths.iter().sum::<u32>()) / float(many.max(1));
        let relative: Vec<f64> = lengths.iter().map(|length| f64::from(*length) / average).collect();
        let postings = counts
            .into_iter()
            .map(|(pair, items)| {
                let idf = rarity(many, items.len());
                let scored = items.into_iter().map(|(place, tenths)| {
                    let length = relative.get(usize_of(place)).copied().unwrap_or(1.0);
                    (place, pair_score(idf, tenths, length))
                });
                (pair, scored.collect())
            })
            .collect();
        let sharpness = relative.iter().map(|length| sharpness(*length)).collect();
        let (concepts, words, ways) = concepts(lexicon, &entries, &titles, &statutes);
        let mut by_statute: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (place, statute) in (0_u32..).zip(&statutes).filter(|(_, statute)| !statute.is_empty()) {
            by_statute.entry(statute.clone()).or_default().push(place);
        }
        let mut by_statute: Vec<(String, Vec<u32>)> = by_statute.into_iter().collect();
        by_statute.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&words).ok();
        Self {
            initials: entries.iter().map(|entry| initials(&entry.title)).collect(),
            entries,
            postings,
            titles,
            statutes,
            sharpness,
            concepts,
            words,
            ways,
            finder,
            by_statute,
        }
    }

    /// The entries, in the order in which hits name them.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// About how many bytes it holds, without what the allocator adds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let text = |all: &[String]| all.iter().map(|text| text.len() + size_of::<String>()).sum::<usize>();
        let postings: usize = self.postings.values().map(|items| items.len() * 8 + 48).sum();
        let concepts: usize = self.concepts.iter().map(|it| it.targets.len() * 4 + it.name.len() + 96).sum();
        let finder = self.finder.as_ref().map_or(0, AhoCorasick::memory_usage);
        postings + concepts + finder + text(&self.titles) + text(&self.statutes) + text(&self.initials) + text(&self.words)
    }
}

/// How rare a pair is, as BM25 counts it, in thousandths.
pub(crate) fn rarity(many: usize, with: usize) -> i32 {
    let (many, with) = (float(many), float(with));
    whole((1.0 + (many - with + 0.5) / (with + 0.5)).ln() * SCALE)
}

/// How much a pair counts in an item, in thousandths.
pub(crate) fn pair_score(idf: i32, tenths: u32, relative_length: f64) -> i32 {
    let many = f64::from(tenths) / 10.0;
    let share = many * (K1 + 1.0) / (many + K1 * (1.0 - B + B * relative_length));
    whole(f64::from(idf) * share)
}

/// Between 0.75 and 1.125, in thousandths: a concept says a little more of a short title.
pub(crate) fn sharpness(relative_length: f64) -> i32 {
    whole(750.0 + 250.0 * (1.0 / relative_length).min(1.5))
}

/// How much a concept counts that speaks of so many items, in thousandths.
fn concept_score(weight: u8, many: usize, targets: usize) -> i32 {
    let idf = (1.0 + float(many) / (float(targets) + 0.5)).ln();
    whole(f64::from(weight) / 3.0 * idf * SCALE)
}

type Concepts = (Vec<Spoken>, Vec<String>, Vec<Vec<(u32, u32)>>);

fn concepts(lexicon: &Lexicon, entries: &[Entry], titles: &[String], statutes: &[String]) -> Concepts {
    let mut spoken = Vec::new();
    let mut words: BTreeMap<&str, Vec<(u32, u32)>> = BTreeMap::new();
    for concept in &lexicon.concepts {
        let mut targets = Vec::new();
        for (place, ((entry, title), statute)) in (0_u32..).zip(entries.iter().zip(titles).zip(statutes)) {
            if concept.speaks_of(entry, title, statute) {
                targets.push(place);
            }
        }
        if targets.is_empty() {
            continue;
        }
        let number = u32::try_from(spoken.len()).unwrap_or(u32::MAX);
        for (way, all) in (0_u32..).zip(&concept.everyday) {
            for word in all {
                words.entry(word).or_default().push((number, way));
            }
        }
        spoken.push(Spoken {
            name: concept.name.clone(),
            score: concept_score(concept.weight, entries.len(), targets.len()),
            targets,
            ways: concept.everyday.iter().map(|all| u32::try_from(all.len()).unwrap_or(u32::MAX)).collect(),
        });
    }
    let (words, ways) = words.into_iter().map(|(word, ways)| (word.to_owned(), ways)).unzip();
    (spoken, words, ways)
}

/// Whole numbers of this size are exact as floats.
pub(crate) fn float(whole: usize) -> f64 {
    u32::try_from(whole).map_or(f64::from(u32::MAX), f64::from)
}

/// The whole part of a small positive number.
#[expect(clippy::as_conversions, reason = "a float of this size has a whole part; the cast saturates")]
#[expect(clippy::cast_possible_truncation, reason = "the same")]
pub(crate) fn whole(number: f64) -> i32 {
    number.floor() as i32
}

pub(crate) fn usize_of(place: u32) -> usize {
    usize::try_from(place).unwrap_or(usize::MAX)
}

/// Articles that a text names, for items and for queries.
pub(crate) fn named_articles(text: &str) -> Vec<String> {
    text::articles(text)
}
