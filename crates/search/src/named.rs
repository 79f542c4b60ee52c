//! What a text names outright: code, statute, article, initials.

use crate::{
    index::{Index, named_articles},
    rank::{Query, Reason, ReasonKind},
    text::normal,
};

/// What is plainly named outweighs every guess.
const CODE: i64 = 10_000_000;
const CODE_BEGINS: i64 = 5_000_000;
const STATUTE: i64 = 3_000;
const ARTICLE: i64 = 4_000;
const INITIALS: i64 = 2_000;
/// A code or initials shorter than this are words.
const SHORTEST: usize = 2;

impl Index {
    /// What the text names outright: code, statute, article, initials.
    pub(crate) fn named(&self, query: &Query, text: &str) -> Vec<(u32, Reason)> {
        let mut named = Vec::new();
        let mut say = |place: u32, kind, matched: &str, entry: &str, score| {
            let reason = Reason {
                kind,
                matched: vec![matched.to_owned()],
                entry: entry.to_owned(),
                score,
            };
            named.push((place, reason));
        };
        let tokens: Vec<String> = query
            .text
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_')
            .map(normal)
            .filter(|token| token.len() >= SHORTEST && token.is_ascii())
            .collect();
        if !tokens.is_empty() {
            for (place, entry) in (0_u32..).zip(&self.entries) {
                let code = normal(&entry.code);
                for token in &tokens {
                    if *token == code {
                        say(place, ReasonKind::Code, token, &entry.code, CODE);
                    } else if token.len() > SHORTEST
                        && token.contains(|c: char| c.is_ascii_digit())
                        && code.starts_with(token)
                    {
                        say(place, ReasonKind::Code, token, &entry.code, CODE_BEGINS);
                    }
                }
            }
        }
        if text.len() >= SHORTEST && text.bytes().all(|byte| byte.is_ascii_lowercase()) {
            for (place, initials) in (0_u32..).zip(&self.initials) {
                if let Some(at) = initials.find(text) {
                    // The earlier it stands and the more of the title it is, the better.
                    let at = i64::try_from(at).unwrap_or(i64::MAX);
                    let length = i64::try_from(initials.len().max(1)).unwrap_or(1);
                    let share = 1_000 * i64::try_from(text.len()).unwrap_or(0) / length;
                    say(
                        place,
                        ReasonKind::Initials,
                        text,
                        initials,
                        INITIALS + share + 500 / (1 + at),
                    );
                }
            }
        }
        let articles = named_articles(&query.text);
        if !articles.is_empty() {
            for (place, entry) in (0_u32..).zip(&self.entries) {
                if let Some(article) = articles.iter().find(|article| entry.articles.contains(article)) {
                    say(place, ReasonKind::Article, article, article, ARTICLE);
                }
            }
        }
        for (statute, items) in &self.by_statute {
            // A short name (`渔业法`) stands in longer ones; four characters name a statute.
            if statute.chars().count() >= 3 && text.contains(statute.as_str()) {
                for place in items {
                    say(*place, ReasonKind::Statute, statute, statute, STATUTE);
                }
                break;
            }
        }
        named
    }
}
