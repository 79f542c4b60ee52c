//! The index as data for the twin in the browser: everything that needs a logarithm or a term is computed here.

use crate::{
    entry::Entry,
    index::{Index, Spoken, rarity, token_score},
    lexicon::Way,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A packed index. The twin (`web/src/search/twin.ts`) makes the postings from texts and words, and looks scores up here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// The items, in order of code.
    pub entries: Vec<Entry>,
    /// First letters of each title.
    pub initials: Vec<String>,
    /// The concepts.
    pub concepts: Vec<PackedConcept>,
    /// The everyday words of each concept, as the lexicon writes them: ways joined by `|`, parts of a way by `+`, words
    /// of a part by `/`. They are most of the bytes and change with the program only.
    pub words: Vec<String>,
    /// What a pair counts that stands in so many items, in thousandths.
    pub rarity: BTreeMap<usize, i32>,
    /// What a pair counts that stands in the words of so many concepts, in thousandths.
    pub near: BTreeMap<usize, i32>,
}

/// A concept with the items it speaks of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PackedConcept {
    /// Its name.
    pub n: String,
    /// What it adds when it is fired, in thousandths.
    pub s: i32,
    /// What it adds for each point of nearness, in thousandths.
    pub k: i32,
    /// Places of the items, each as the step from the one before.
    pub t: Vec<u32>,
}

impl Index {
    /// Packs it.
    #[must_use]
    pub fn pack(&self) -> Pack {
        let many = self.entries.len();
        let pairs = self.near.iter().filter(|(token, _)| token.1.is_some());
        let singles = self.near.iter().filter(|(token, _)| token.1.is_none());
        let near = pairs.chain(singles).map(|(_, (_, concepts))| {
            (
                concepts.len(),
                token_score(false, self.concepts.len(), concepts.len()),
            )
        });
        Pack {
            entries: self.entries.clone(),
            initials: self.initials.clone(),
            concepts: self.concepts.iter().map(packed).collect(),
            words: self
                .concepts
                .iter()
                .map(|spoken| written(&spoken.everyday))
                .collect(),
            rarity: self
                .postings
                .values()
                .map(|items| (items.len(), rarity(many, items.len())))
                .collect(),
            near: near.collect(),
        }
    }
}

fn packed(spoken: &Spoken) -> PackedConcept {
    let mut last = 0;
    let steps = spoken.targets.iter().map(|place| {
        let step = place - last;
        last = *place;
        step
    });
    PackedConcept {
        n: spoken.name.clone(),
        s: spoken.score,
        k: spoken.nearness,
        t: steps.collect(),
    }
}

fn written(everyday: &[Way]) -> String {
    let way = |way: &Way| {
        way.iter()
            .map(|part| part.join("/"))
            .collect::<Vec<_>>()
            .join("+")
    };
    everyday.iter().map(way).collect::<Vec<_>>().join("|")
}
