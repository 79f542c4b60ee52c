//! 卷内目录

use super::parts;
use crate::{Sheet, words};
use serde::Serialize;
use yizhi_casework::case::{IndexEntry, Outcome};

#[derive(Serialize)]
pub(super) struct Body<'a> {
    cause: &'a str,
    party: Option<&'a str>,
    filed_on: Option<String>,
    closed_on: Option<String>,
    handlers: Vec<String>,
    volumes: [Volume<'a>; 2],
    count: usize,
    /// Whether the decision is one without penalty.
    spared: bool,
}

/// Main volume (正卷), which the party may see, or supplementary volume (副卷).
#[derive(Serialize)]
struct Volume<'a> {
    main: bool,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    kind: &'a str,
    /// Of a proof of service: what was served, which is the entry before it.
    served: &'a str,
    title: &'a str,
    on: String,
    hash_tail: Option<String>,
}

pub(super) fn body<'a>(sheet: &Sheet<'a>) -> Body<'a> {
    let case = sheet.case;
    let volume = |main: bool| Volume {
        main,
        entries: entries(&case.index)
            .filter(|entry| in_main_volume(entry.kind) == main)
            .collect(),
    };
    Body {
        cause: case
            .proposal
            .as_ref()
            .map_or("", |proposal| words::cause(&proposal.item.name)),
        party: sheet.party.map(|party| party.name.as_str()),
        filed_on: case.filing.as_ref().map(|filing| words::day(filing.filed_on)),
        closed_on: case.closed_on.map(words::day),
        handlers: parts::handlers(sheet),
        volumes: [volume(true), volume(false)],
        count: case.index.len(),
        spared: matches!(
            case.decision.as_ref().map(|decision| &decision.outcome),
            Some(Outcome::NoPenalty(_))
        ),
    }
}

fn entries(index: &[IndexEntry]) -> impl Iterator<Item = Entry<'_>> {
    let before = std::iter::once("").chain(index.iter().map(|entry| entry.kind.as_str()));
    index.iter().zip(before).map(|(entry, before)| Entry {
        kind: &entry.kind,
        served: before,
        title: &entry.title,
        on: words::day(entry.on),
        hash_tail: entry.sm3.as_deref().map(tail),
    })
}

/// The case enters its index in the order of the volumes; what the rule does not name stays out of the
/// volume that the party may see.
fn in_main_volume(kind: &str) -> bool {
    matches!(
        kind,
        "filing"
            | "decision"
            | "proof_of_service"
            | "prior_notice"
            | "correction"
            | "visit"
            | "evidence"
            | "statement"
            | "waiver"
            | "payment"
    )
}

/// Enough of a hash to compare by eye.
const TAIL: usize = 8;

fn tail(hash: &str) -> String {
    let skipped = hash.chars().count().saturating_sub(TAIL);
    hash.chars().skip(skipped).collect()
}
