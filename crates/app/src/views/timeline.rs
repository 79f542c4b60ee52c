//! One timeline for every thing, from the journal.

use super::Named;
use crate::parts::Parts;
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use yizhi_domain::id::PersonId;
use yizhi_persistence::StoredEvent;

/// One entry.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TimelineEntry {
    /// Position in the stream.
    pub version: u64,
    /// Event type.
    #[serde(rename = "type")]
    pub kind: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: Named,
    /// Short values worth showing.
    pub detail: BTreeMap<String, String>,
    /// SM3 of the entry, chained to the one before.
    pub hash: String,
}

/// Fields that say something in one line; long texts and ids stay on the page they belong to.
const TELLING: [&str; 27] = [
    "number",
    "title",
    "filed_on",
    "due_on",
    "document",
    "method",
    "served_on",
    "effective_on",
    "ground",
    "reason",
    "opinion",
    "conclusion",
    "amount_fen",
    "receipt_no",
    "corrected",
    "note",
    "content",
    "inspected_on",
    "made_on",
    "signed_on",
    "acted_on",
    "decided_on",
    "paid_on",
    "result",
    "department",
    "requests_hearing",
    "late_reason",
];

/// The timeline of stored events.
#[must_use]
pub fn of(parts: &Parts, events: &[StoredEvent]) -> Vec<TimelineEntry> {
    events.iter().map(|event| entry(parts, event)).collect()
}

fn entry(parts: &Parts, event: &StoredEvent) -> TimelineEntry {
    let telling = TELLING.iter().filter_map(|name| {
        let value = event.payload.get(*name)?;
        let text = match value {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Number(number) => number.to_string(),
            serde_json::Value::Bool(yes) => yes.to_string(),
            _ => return None,
        };
        Some(((*name).to_owned(), text))
    });
    TimelineEntry {
        version: event.version,
        kind: event.event_type.clone(),
        at: event.at,
        actor: actor(parts, &event.actor),
        detail: telling.collect(),
        hash: event.hash.clone(),
    }
}

/// The actor by name; what the system did has no name, the page has a word for it.
#[must_use]
pub fn actor(parts: &Parts, id: &PersonId) -> Named {
    Named {
        id: id.clone(),
        name: parts.name(id),
    }
}
