//! Every reason to refuse has words in each language of the pages.

use std::{collections::BTreeMap, fs, path::PathBuf};
use yizhi_tests::grounds;

const LOCALES: [&str; 2] = ["zh-CN", "en"];

/// The texts of a locale's `refusals`, by code. The file is TypeScript; what stands in it is a list of
/// `'code': 'text'`, and that is all that is read.
fn texts(locale: &str) -> BTreeMap<String, String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/app/web/src/locales")
        .join(locale)
        .join("refusals.ts");
    let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (_, from) = source.split_once("refusals:").expect("the file has refusals");
    let block = from
        .split_once("refusals_remedy")
        .map_or(from, |(block, _)| block);
    pairs(block)
}

fn pairs(source: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut rest = source;
    let mut key: Option<String> = None;
    while let Some(open) = rest.find(['\'', '"', '`']) {
        let quote = rest[open..].chars().next().unwrap();
        let Some((text, after)) = quoted(&rest[open + 1..], quote) else {
            break;
        };
        let is_key = after.trim_start().starts_with(':');
        if is_key {
            key = Some(text);
        } else if let Some(key) = key.take() {
            found.insert(key, text);
        }
        rest = after;
    }
    found
}

/// The text up to the closing quote, and what follows it.
fn quoted(source: &str, quote: char) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut chars = source.char_indices();
    while let Some((place, c)) = chars.next() {
        match c {
            '\\' => text.extend(chars.next().map(|(_, c)| c)),
            c if c == quote => return Some((text, &source[place + c.len_utf8()..])),
            c => text.push(c),
        }
    }
    None
}

#[test]
fn pairs_are_read_as_they_are_written() {
    let source = "refusals: { 'a.b': 'x', \"c.d\":\n  `it's`, e: 'no', 'f.g': 'don\\'t' }";
    let found = pairs(source);
    assert_eq!(found.get("a.b").map(String::as_str), Some("x"));
    assert_eq!(found.get("c.d").map(String::as_str), Some("it's"));
    assert_eq!(found.get("f.g").map(String::as_str), Some("don't"));
}

#[test]
fn every_ground_has_words_in_each_language() {
    let mut missing = Vec::new();
    for locale in LOCALES {
        let texts = texts(locale);
        for ground in grounds::all() {
            if texts.get(ground.code).is_none_or(|text| text.trim().is_empty()) {
                missing.push(format!("{locale}: {}", ground.code));
            }
        }
    }
    assert!(missing.is_empty(), "no words for\n{}", missing.join("\n"));
}

/// A sentence may only speak of what a refusal brings along; what the law wants said in Chinese stands in the code.
#[test]
fn the_languages_say_the_same_things() {
    let [chinese, english] = LOCALES.map(texts);
    let only_in = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>| -> Vec<String> {
        one.keys()
            .filter(|code| !other.contains_key(*code))
            .cloned()
            .collect()
    };
    assert_eq!(
        only_in(&chinese, &english),
        Vec::<String>::new(),
        "only in Chinese"
    );
    assert_eq!(
        only_in(&english, &chinese),
        Vec::<String>::new(),
        "only in English"
    );
    let values = |text: &str| {
        let mut names: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split('}').next())
            .map(ToOwned::to_owned)
            .collect();
        names.sort();
        names
    };
    let differ: Vec<_> = chinese
        .iter()
        .filter(|(code, text)| values(text) != values(&english[*code]))
        .map(|(code, _)| code)
        .collect();
    assert!(
        differ.is_empty(),
        "these name other values in one language: {differ:?}"
    );
}

/// Codes are stable and each means one thing.
#[test]
fn no_code_stands_twice() {
    let mut codes: Vec<&str> = grounds::all().into_iter().map(|ground| ground.code).collect();
    codes.sort_unstable();
    let twice: Vec<_> = codes.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
