//! The journal: what happened, in order, chained so that nobody rewrites it quietly.

pub mod chain;
pub(crate) mod event_store;
pub(crate) mod execute;
mod number_series;
pub(crate) mod outbox;
pub(crate) mod page;
pub(crate) mod side_row;

use crate::{entity::event, error::StoreError, time};
use serde_json::Value;
use uuid::Uuid;
use yizhi_domain::{Moment, id::PersonId};

/// An event as it stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEvent {
    /// Place among all events; it grows, with gaps.
    pub position: u64,
    /// Kind of its stream: `case`, `lead`, `link`.
    pub stream_kind: String,
    /// Its stream.
    pub stream_id: Uuid,
    /// Place in its stream, from 1, without gaps.
    pub version: u64,
    /// The command it came from.
    pub command_id: Uuid,
    /// What kind of event, as in the payload's `type`.
    pub event_type: String,
    /// The event.
    pub payload: Value,
    /// The event byte for byte as it was hashed.
    pub text: String,
    /// Who did it.
    pub actor: PersonId,
    /// When it was recorded.
    pub at: Moment,
    /// Hash of the event before it in its stream; 64 zeros for the first.
    pub prev_hash: String,
    /// Its own hash.
    pub hash: String,
}

impl TryFrom<event::Model> for StoredEvent {
    type Error = StoreError;

    fn try_from(row: event::Model) -> Result<Self, StoreError> {
        let bad = |says: String| StoreError::inconsistent("event", row.position, says);
        Ok(Self {
            position: u64::try_from(row.position).map_err(|error| bad(error.to_string()))?,
            version: u64::try_from(row.version).map_err(|error| bad(error.to_string()))?,
            payload: serde_json::from_str(&row.payload).map_err(|error| bad(error.to_string()))?,
            actor: PersonId::try_new(&row.actor).map_err(|error| bad(error.to_string()))?,
            at: time::shown(row.at),
            stream_kind: row.stream_kind,
            stream_id: row.stream_id,
            command_id: row.command_id,
            event_type: row.event_type,
            text: row.payload,
            prev_hash: row.prev_hash,
            hash: row.hash,
        })
    }
}
