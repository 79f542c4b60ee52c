//! Why an item is among the hits.

use crate::{
    index::{Index, usize_of},
    rank::{Asked, FIELD, Reason, ReasonKind, WORDS, choice_score},
    text::{Pair, pairs},
};
use std::collections::BTreeSet;

impl Index {
    /// Everything that adds to the score of an item, the strongest first.
    pub(crate) fn reasons(&self, place: usize, asked: &Asked<'_>) -> Vec<Reason> {
        let number = u32::try_from(place).unwrap_or(u32::MAX);
        let mut reasons: Vec<Reason> = asked
            .named
            .iter()
            .filter(|(of, _)| *of == number)
            .map(|(_, reason)| reason.clone())
            .collect();
        let Some(entry) = self.entries.get(place) else {
            return reasons;
        };
        for fired in &asked.fired {
            let Some(concept) = self.concepts.get(fired.concept) else {
                continue;
            };
            if concept.targets.binary_search(&number).is_ok() {
                reasons.push(Reason {
                    kind: ReasonKind::Concept,
                    matched: fired.matched.clone(),
                    entry: concept.name.clone(),
                    score: i64::from(concept.score),
                });
            }
        }
        if let Some((times, concept)) = asked.chosen.get(&number) {
            reasons.push(Reason {
                kind: ReasonKind::Choice,
                matched: vec![times.to_string()],
                entry: (*concept).to_owned(),
                score: choice_score(*times),
            });
        }
        if let Some((score, concept)) = asked.nearest.get(&number) {
            let name = self
                .concepts
                .get(usize_of(*concept))
                .map_or_else(String::new, |it| it.name.clone());
            reasons.push(Reason {
                kind: ReasonKind::Near,
                matched: self.shared_with(*concept, &asked.text),
                entry: name,
                score: *score,
            });
        }
        let words = self.words_in(place, &asked.text, &asked.pairs);
        if !words.0.is_empty() {
            reasons.push(Reason {
                kind: ReasonKind::Words,
                matched: words.0,
                entry: entry.title.clone(),
                score: words.1,
            });
        }
        if asked.query.field.as_ref() == Some(&entry.field) {
            reasons.push(Reason {
                kind: ReasonKind::Field,
                matched: vec![entry.field.clone()],
                entry: entry.field.clone(),
                score: FIELD,
            });
        }
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.score));
        reasons
    }

    /// The stretches of the text that stand in the words of a concept.
    fn shared_with(&self, concept: u32, text: &str) -> Vec<String> {
        let stands = |pair: &Pair| {
            let found = self.near.get(&(pair.0, Some(pair.1)));
            found.is_some_and(|(_, concepts)| concepts.binary_search(&concept).is_ok())
        };
        stretches(text, stands)
    }

    /// The stretches of the text whose pairs stand in the item, and what they add.
    fn words_in(&self, place: usize, text: &str, asked: &BTreeSet<Pair>) -> (Vec<String>, i64) {
        let number = u32::try_from(place).unwrap_or(u32::MAX);
        let score_of = |pair: &Pair| {
            let items = self.postings.get(pair)?;
            let found = items.binary_search_by_key(&number, |(of, _)| *of).ok()?;
            items
                .get(found)
                .map(|(_, score)| i64::from(*score) * WORDS / 1_000)
        };
        let score = asked.iter().filter_map(score_of).sum();
        (stretches(text, |pair| score_of(pair).is_some()), score)
    }
}

/// The longest stretches of a text all of whose pairs are wanted.
fn stretches(text: &str, wanted: impl Fn(&Pair) -> bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open: Option<String> = None;
    for pair in pairs(text) {
        if wanted(&pair) {
            open.get_or_insert_with(|| pair.0.to_string()).push(pair.1);
        } else if let Some(word) = open.take() {
            words.push(word);
        }
    }
    words.extend(open);
    words.dedup();
    words
}
