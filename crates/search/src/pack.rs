//! The index as data for the twin in the browser: everything that needs a logarithm or a term is computed here.

use crate::{
    entry::Entry,
    index::{Index, Spoken, rarity},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A packed index. The twin (`web/src/search/twin.ts`) makes the postings of pairs from the texts and [`Index::rarities`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// The items, in order of code.
    pub entries: Vec<Entry>,
    /// First letters of each title.
    pub initials: Vec<String>,
    /// The concepts.
    pub concepts: Vec<PackedConcept>,
}

/// A concept with the items it speaks of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PackedConcept {
    /// Its name.
    pub n: String,
    /// Its score, in thousandths.
    pub s: i32,
    /// Its everyday words: ways joined by `|`, words of a way by `+`.
    pub w: String,
    /// Places of the items, each as the step from the one before.
    pub t: Vec<u32>,
}

impl Index {
    /// How rare a pair is, by the number of items it stands in: the twin counts, and looks up here.
    #[must_use]
    pub fn rarities(&self) -> BTreeMap<usize, i32> {
        let many = self.entries.len();
        self.postings.values().map(|items| (items.len(), rarity(many, items.len()))).collect()
    }

    /// Packs it.
    #[must_use]
    pub fn pack(&self) -> Pack {
        Pack {
            entries: self.entries.clone(),
            initials: self.initials.clone(),
            concepts: (0_u32..).zip(&self.concepts).map(|(number, spoken)| self.packed(number, spoken)).collect(),
        }
    }

    fn packed(&self, number: u32, spoken: &Spoken) -> PackedConcept {
        let mut ways = vec![Vec::new(); spoken.ways.len()];
        for (word, of) in self.words.iter().zip(&self.ways) {
            for (_, way) in of.iter().filter(|(concept, _)| *concept == number) {
                if let Some(words) = usize::try_from(*way).ok().and_then(|way| ways.get_mut(way)) {
                    words.push(word.as_str());
                }
            }
        }
        let ways: Vec<String> = ways.iter().map(|words| words.join("+")).collect();
        let mut last = 0;
        let steps = spoken.targets.iter().map(|place| {
            let step = place - last;
            last = *place;
            step
        });
        PackedConcept {
            n: spoken.name.clone(),
            s: spoken.score,
            w: ways.join("|"),
            t: steps.collect(),
        }
    }
}
