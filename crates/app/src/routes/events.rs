//! The record of events, for oversight.

use super::{page_size, query};
use crate::{
    error::Answer,
    guard::SignedIn,
    parts::Parts,
    views::{Named, PageOf, timeline},
};
use chrono::{DateTime, FixedOffset};
use rocket::{Route, State, get, routes, serde::json::Json};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_domain::permit::{Act, permit_some};
use yizhi_persistence::JournalFilter;

pub(super) fn routes() -> Vec<Route> {
    routes![events]
}

/// An entry of the journal, without its text.
#[derive(Serialize, ToSchema)]
pub struct JournalEntry {
    /// Place in the journal.
    pub position: u64,
    /// Kind of stream.
    pub stream_kind: String,
    /// The stream.
    pub stream_id: Uuid,
    /// Place in the stream.
    pub version: u64,
    /// Event type.
    #[serde(rename = "type")]
    pub kind: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: Named,
    /// SM3, chained.
    pub hash: String,
}

/// The journal, newest first.
#[utoipa::path(tag = "events", responses((status = 200, body = PageOf<JournalEntry>)))]
#[get("/events?<kind>&<stream>&<after>&<limit>")]
pub async fn events(
    who: SignedIn,
    parts: &State<Parts>,
    kind: Option<&str>,
    stream: Option<&str>,
    after: Option<&str>,
    limit: Option<u64>,
) -> Answer<Json<PageOf<JournalEntry>>> {
    permit_some(&who.actor, Act::ReadJournal)?;
    let filter = JournalFilter {
        stream_kind: kind.filter(|text| !text.is_empty()).map(ToOwned::to_owned),
        stream_id: query(stream, "stream", |text| text.parse::<Uuid>().ok())?,
    };
    let after = query(after, "after", |text| text.parse::<u64>().ok())?;
    let limit = page_size(limit);
    let found = parts.store.journal_newest(after, limit, &filter).await?;
    let full = u64::try_from(found.len()).is_ok_and(|count| count == limit);
    let next = found
        .last()
        .filter(|_| full)
        .map(|last| last.position.to_string());
    let items = found.into_iter().map(|event| JournalEntry {
        position: event.position,
        stream_kind: event.stream_kind,
        stream_id: event.stream_id,
        version: event.version,
        kind: event.event_type,
        at: event.at,
        actor: timeline::actor(parts, &event.actor),
        hash: event.hash,
    });
    Ok(Json(PageOf {
        items: items.collect(),
        next,
    }))
}
