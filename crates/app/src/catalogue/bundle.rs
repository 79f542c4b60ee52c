//! The catalogue in the pocket: everything a browser needs to search and to show items with the network off.

use super::Shown;
use crate::parts::sm3_hex;
use flate2::{Compression, write::GzEncoder};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, io::Write};
use utoipa::ToSchema;
use yizhi_domain::{
    Day,
    catalogue::{Item, Precondition},
};
use yizhi_search::{Entry, PackedConcept};

/// A copy of the catalogue, made for one revision and day.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// Fingerprint of the content.
    pub version: String,
    /// The whole of it as JSON, compressed with gzip.
    pub whole: Vec<u8>,
    content: Content,
}

/// What is in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// Fingerprint of all of it; empty while it is computed.
    pub version: String,
    /// Revision of the catalogue.
    pub revision: u64,
    /// The day it is of.
    pub on: Day,
    /// What a pair counts that stands in so many items, in thousandths.
    pub rarity: BTreeMap<usize, i32>,
    /// What a pair counts that stands in the words of so many concepts, in thousandths.
    pub near: BTreeMap<usize, i32>,
    /// The concepts of the lexicon with the items they speak of.
    pub concepts: Vec<PackedConcept>,
    /// Fingerprint of the everyday words.
    pub words_print: String,
    /// The everyday words of each concept.
    pub words: Vec<String>,
    /// The items, in order of code.
    pub items: Vec<PocketItem>,
}

/// An item in the pocket.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PocketItem {
    /// Its fingerprint, so that a browser can say which version it has.
    pub print: String,
    /// What the search sees.
    #[serde(flatten)]
    pub entry: Entry,
    /// First letters of its title.
    pub initials: String,
    /// The penalty article.
    pub article: String,
    /// The fine in words.
    pub fine: String,
    /// What must come before a fine.
    pub precondition: Precondition,
    /// First day it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

/// What a browser has.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Has {
    /// Fingerprint of its everyday words.
    pub words_print: String,
    /// Its items: code and fingerprint.
    pub items: BTreeMap<String, String>,
}

/// What changed since the copy a browser has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Delta {
    /// All codes, in order; what is not among them is gone.
    pub codes: Vec<String>,
    /// The content: only items that are new or changed, and the everyday words only when they are.
    #[serde(flatten)]
    pub content: Content,
}

impl Bundle {
    /// Makes it.
    #[must_use]
    pub fn of(shown: &Shown) -> Self {
        let mut content = content(shown);
        content.version = print(&content, 16);
        Self {
            version: content.version.clone(),
            whole: gzip(&content),
            content,
        }
    }

    /// What a browser lacks, compressed with gzip.
    #[must_use]
    pub fn delta(&self, has: &Has) -> Vec<u8> {
        let lacks = |item: &&PocketItem| has.items.get(&item.entry.code) != Some(&item.print);
        let same_words = has.words_print == self.content.words_print;
        let all = &self.content;
        gzip(&Delta {
            codes: all.items.iter().map(|item| item.entry.code.clone()).collect(),
            content: Content {
                items: all.items.iter().filter(lacks).cloned().collect(),
                concepts: all.concepts.clone(),
                words: if same_words { Vec::new() } else { all.words.clone() },
                version: all.version.clone(),
                words_print: all.words_print.clone(),
                rarity: all.rarity.clone(),
                near: all.near.clone(),
                ..*all
            },
        })
    }
}

/// The first hex digits of the SM3 of a value; enough to tell two versions of one thing apart.
fn print(value: &impl Serialize, digits: usize) -> String {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    sm3_hex(&bytes).chars().take(digits).collect()
}

fn content(shown: &Shown) -> Content {
    let pack = shown.index.pack();
    let items = pack
        .entries
        .into_iter()
        .zip(pack.initials)
        .filter_map(|(entry, initials)| {
            let item = shown.item(&entry.code)?;
            Some(pocket(item, entry, initials))
        });
    Content {
        version: String::new(),
        revision: shown.revision,
        on: shown.on,
        rarity: pack.rarity,
        near: pack.near,
        items: items.collect(),
        concepts: pack.concepts,
        words_print: print(&pack.words, 16),
        words: pack.words,
    }
}

fn pocket(item: &Item, entry: Entry, initials: String) -> PocketItem {
    let mut item = PocketItem {
        print: String::new(),
        entry,
        initials,
        article: item.penalty_article().to_owned(),
        fine: item.fine.words(),
        precondition: item.precondition,
        from: item.effective_from,
        until: item.effective_to,
    };
    item.print = print(&item, 8);
    item
}

fn gzip(value: &impl Serialize) -> Vec<u8> {
    let bytes = serde_json::to_vec(value).unwrap_or_default();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory cannot fail.
    let _written = encoder.write_all(&bytes);
    encoder.finish().unwrap_or_default()
}
