//! The index over a catalogue and a lexicon.

use crate::{
    entry::Entry,
    lexicon::{Lexicon, Way},
    text::{self, Pair, initials, normal, pairs},
};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// The concepts with the items they speak of.
    pub(crate) concepts: Vec<Spoken>,
    /// Every word of the lexicon, and where it belongs.
    pub(crate) words: Vec<String>,
    pub(crate) belongs: Vec<Vec<Belongs>>,
    pub(crate) finder: Option<AhoCorasick>,
    /// For each character and pair in the words of the lexicon the concepts it stands in, with its score there.
    pub(crate) near: HashMap<Token, (i32, Vec<u32>)>,
    /// Distinct statutes, longest first, each with its items.
    pub(crate) by_statute: Vec<(String, Vec<u32>)>,
}

/// A concept, ready.
#[derive(Debug, Clone)]
pub(crate) struct Spoken {
    pub(crate) name: String,
    /// What it adds when it is fired, in thousandths.
    pub(crate) score: i32,
    /// What it adds for each point of nearness, in thousandths; nothing when it speaks of too many items.
    pub(crate) nearness: i32,
    pub(crate) targets: Vec<u32>,
    /// Its everyday words.
    pub(crate) everyday: Vec<Way>,
}

/// Where a word belongs: concept, way, part.
pub(crate) type Belongs = (u32, u32, u32);

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
        let relative: Vec<f64> = lengths
            .iter()
            .map(|length| f64::from(*length) / average)
            .collect();
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
        let (mut concepts, words, belongs) = concepts(lexicon, &entries, &titles, &statutes);
        let mut by_statute: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (place, statute) in (0_u32..)
            .zip(&statutes)
            .filter(|(_, statute)| !statute.is_empty())
        {
            by_statute.entry(statute.clone()).or_default().push(place);
        }
        let mut by_statute: Vec<(String, Vec<u32>)> = by_statute.into_iter().collect();
        by_statute.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .build(&words)
            .ok();
        let near = nearness(&mut concepts, entries.len());
        Self {
            initials: entries.iter().map(|entry| initials(&entry.title)).collect(),
            entries,
            postings,
            titles,
            statutes,
            concepts,
            words,
            belongs,
            finder,
            near,
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
        let text = |all: &[String]| {
            all.iter()
                .map(|text| text.len() + size_of::<String>())
                .sum::<usize>()
        };
        let postings: usize = self.postings.values().map(|items| items.len() * 8 + 48).sum();
        let concepts: usize = self
            .concepts
            .iter()
            .map(|it| it.targets.len() * 4 + it.name.len() + 96)
            .sum();
        let finder = self.finder.as_ref().map_or(0, AhoCorasick::memory_usage);
        let near: usize = self
            .near
            .values()
            .map(|(_, concepts)| concepts.len() * 4 + 48)
            .sum();
        postings
            + concepts
            + finder
            + near
            + text(&self.titles)
            + text(&self.statutes)
            + text(&self.initials)
            + text(&self.words)
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

/// How much a concept counts that speaks of so many items, in thousandths.
fn concept_score(weight: u8, many: usize, targets: usize) -> i32 {
    let idf = (1.0 + float(many) / (float(targets) + 0.5)).ln();
    whole(f64::from(weight) / 3.0 * idf * SCALE)
}

/// A character, or a pair of them.
pub(crate) type Token = (char, Option<char>);

/// The characters and pairs of a word; of a word in the lexicon or of a text.
pub(crate) fn tokens(normal: &str) -> impl Iterator<Item = Token> {
    let characters: Vec<char> = normal.chars().collect();
    let second: Vec<Option<char>> = characters.iter().skip(1).copied().map(Some).collect();
    let pairs: Vec<Token> = characters.iter().copied().zip(second).collect();
    let singles: Vec<Token> = characters
        .into_iter()
        .map(|character| (character, None))
        .collect();
    singles.into_iter().chain(pairs)
}

/// What a token of a concept counts that stands in so many of so many concepts, in thousandths; a single character a
/// third of a pair.
pub(crate) fn token_score(single: bool, many: usize, with: usize) -> i32 {
    let idf = rarity(many, with);
    if single { idf * 3 / 10 } else { idf }
}

/// How near a text comes to a concept is measured by the characters and pairs of its everyday words that it shares: so
/// that a word which nobody thought of still finds its way. The longer the list of words, the less each counts.
fn nearness(concepts: &mut [Spoken], many: usize) -> HashMap<Token, (i32, Vec<u32>)> {
    let mut found: HashMap<Token, Vec<u32>> = HashMap::new();
    let mut sizes = Vec::with_capacity(concepts.len());
    for (place, spoken) in (0_u32..).zip(concepts.iter()) {
        let words = spoken.everyday.iter().flatten().flatten();
        let own: BTreeSet<Token> = words.flat_map(|word| word_tokens(word)).collect();
        sizes.push(own.len());
        for token in own {
            found.entry(token).or_default().push(place);
        }
    }
    let average = float(sizes.iter().sum()) / float(concepts.len().max(1));
    for (spoken, size) in concepts.iter_mut().zip(sizes) {
        // A concept that speaks of more than one item in fifty tells too little to be guessed at.
        if spoken.targets.len() * 50 <= many.max(150) {
            let idf = (1.0 + float(many) / (float(spoken.targets.len()) + 0.5)).ln() / 6.0;
            spoken.nearness = whole(SCALE * idf * idf / (1.0 + 0.6 * float(size) / average));
        }
    }
    let of = concepts.len();
    found
        .into_iter()
        .map(|(token, concepts)| {
            (
                token,
                (token_score(token.1.is_none(), of, concepts.len()), concepts),
            )
        })
        .collect()
}

/// The tokens of a word of the lexicon: its pairs, or the one character it is.
pub(crate) fn word_tokens(word: &str) -> Vec<Token> {
    let all: Vec<Token> = tokens(word).collect();
    let only = all.len() == 1;
    all.into_iter()
        .filter(|(_, second)| only || second.is_some())
        .collect()
}

type Concepts = (Vec<Spoken>, Vec<String>, Vec<Vec<Belongs>>);

fn concepts(lexicon: &Lexicon, entries: &[Entry], titles: &[String], statutes: &[String]) -> Concepts {
    let mut spoken = Vec::new();
    let mut words: BTreeMap<&str, Vec<Belongs>> = BTreeMap::new();
    for concept in &lexicon.concepts {
        let mut targets = Vec::new();
        for (place, ((entry, title), statute)) in (0_u32..).zip(entries.iter().zip(titles).zip(statutes)) {
            if concept.speaks_of(entry, title, statute) {
                targets.push(place);
            }
        }
        let number = u32::try_from(spoken.len()).unwrap_or(u32::MAX);
        for (way, parts) in (0_u32..).zip(&concept.everyday) {
            for (part, alternatives) in (0_u32..).zip(parts) {
                for word in alternatives {
                    words.entry(word).or_default().push((number, way, part));
                }
            }
        }
        spoken.push(Spoken {
            name: concept.name.clone(),
            score: concept_score(concept.weight, entries.len(), targets.len()),
            nearness: 0,
            targets,
            everyday: concept.everyday.clone(),
        });
    }
    let (words, belongs) = words
        .into_iter()
        .map(|(word, belongs)| (word.to_owned(), belongs))
        .unzip();
    (spoken, words, belongs)
}

/// Whole numbers of this size are exact as floats.
pub(crate) fn float(whole: usize) -> f64 {
    u32::try_from(whole).map_or(f64::from(u32::MAX), f64::from)
}

/// The whole part of a small positive number.
#[expect(
    clippy::as_conversions,
    reason = "a float of this size has a whole part; the cast saturates"
)]
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
