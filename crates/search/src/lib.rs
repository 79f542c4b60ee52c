//! From plain words to the item: who says "黑车拉客" is shown 未取得道路运输经营许可擅自从事道路客运经营.
//!
//! Four things add up to a score: words that the text and an item share (BM25 over pairs of characters), concepts of
//! the lexicon that the text fires, the one concept it comes nearest to, and what is plainly named: code, statute,
//! article, initials. Scores are whole numbers, so that the twin in the browser comes to the same ones. Every hit
//! says why.
//!
//! Invariant: values in, values out; it knows neither a case nor a database nor HTTP.

mod entry;
mod index;
mod lexicon;
mod named;
mod pack;
mod rank;
mod text;
mod why;

pub use entry::Entry;
pub use index::Index;
pub use lexicon::{Concept, Lexicon, LexiconFault};
pub use pack::{Pack, PackedConcept};
pub use rank::{Choices, Hit, Query, Reason, ReasonKind, choice_score};
pub use text::{initials, normal};
