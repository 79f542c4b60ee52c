//! The lexicon that comes with the program.

use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use yizhi_search::{Lexicon, LexiconFault};

/// Everyday words of every field; read from the folder in a build for development.
#[derive(RustEmbed)]
#[folder = "../../fixtures/lexicon"]
struct Words;

/// Reads it.
pub fn built_in() -> Result<Lexicon, Vec<LexiconFault>> {
    let file = |name: std::borrow::Cow<'static, str>| {
        let bytes = Words::get(&name)
            .map(|file| file.data.into_owned())
            .unwrap_or_default();
        (name.into_owned(), bytes)
    };
    let files: BTreeMap<String, Vec<u8>> = Words::iter().map(file).collect();
    Lexicon::parse(&files)
}
