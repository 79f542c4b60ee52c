//! Leads as shown.

use super::{
    Named, act::ActView, deadline, deadline::DeadlineView, named, timeline, timeline::TimelineEntry,
};
use crate::parts::Parts;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_dispatch::lead::{Lead, LeadActKind, LeadSource, LeadState};
use yizhi_domain::{
    id::{BrigadeCode, FieldNo, StationCode},
    permit::Actor,
    place::Wgs84,
};
use yizhi_persistence::{
    LeadListRow, StoredEvent,
    projection::{Head, Projected, Rows},
};

/// A lead on a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeadRow {
    /// Id.
    pub id: Uuid,
    /// State.
    pub state: LeadState,
    /// How it became known.
    pub source: LeadSource,
    /// What is said.
    pub text: String,
    /// Where.
    pub address: String,
    /// Where on the map.
    pub point: Option<Wgs84>,
    /// Proposed station.
    #[schema(value_type = Option<String>)]
    pub station: Option<StationCode>,
    /// Whether the point lies in the station's area.
    pub station_exact: bool,
    /// Owning brigade.
    #[schema(value_type = Option<String>)]
    pub brigade: Option<BrigadeCode>,
    /// Field.
    #[schema(value_type = Option<String>)]
    pub field: Option<FieldNo>,
    /// Officers sent.
    pub officers: Vec<Named>,
    /// When it came in.
    pub received_at: DateTime<FixedOffset>,
    /// Last day to verify, while it waits.
    pub verify_due_on: Option<NaiveDate>,
    /// Its case.
    pub case_id: Option<Uuid>,
    /// Version.
    pub version: u64,
}

/// A lead with all of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeadView {
    /// What the list shows.
    #[serde(flatten)]
    pub row: LeadRow,
    /// When it happened.
    pub happened_on: Option<NaiveDate>,
    /// Whether somebody gave a name or number.
    pub reporter_known: bool,
    /// The link it came from.
    pub link_id: Option<Uuid>,
    /// Acts.
    pub available_acts: Vec<ActView>,
    /// Timeline.
    pub timeline: Vec<TimelineEntry>,
    /// Limits.
    pub deadlines: Vec<DeadlineView>,
}

/// A row of a list; `None` when it is spelled in a way this version does not know.
#[must_use]
pub fn listed(parts: &Parts, row: LeadListRow) -> Option<LeadRow> {
    let registrar_first = row.hands;
    let sent = row.case_id.is_some() || row.state == "dispatched";
    Some(LeadRow {
        id: row.lead_id.0,
        state: serde_json::from_value(row.state.into()).ok()?,
        source: serde_json::from_value(row.source.into()).ok()?,
        text: row.text,
        address: row.address,
        point: row.point,
        station: row.station,
        station_exact: row.station_exact,
        brigade: row.brigade,
        field: row.field,
        officers: if sent {
            named(parts, registrar_first.get(1..).unwrap_or_default())
        } else {
            Vec::new()
        },
        received_at: row.received_at,
        verify_due_on: row.verify_due_on,
        case_id: row.case_id.map(|case| case.0),
        version: row.version,
    })
}

/// The row of one lead from its state, made the way the lists are made.
fn row(parts: &Parts, id: Uuid, lead: &Lead, received_at: DateTime<FixedOffset>) -> Option<LeadRow> {
    match lead.rows(&Head {
        id,
        version: lead.version,
        at: received_at,
    }) {
        Rows::Lead(row) => listed(parts, *row),
        _ => None,
    }
}

/// The whole lead.
#[must_use]
pub fn view(parts: &Parts, actor: &Actor, id: Uuid, lead: &Lead, events: &[StoredEvent]) -> Option<LeadView> {
    let intake = lead.intake.as_ref()?;
    let acts = lead.available_acts(actor);
    let waits = lead.state == LeadState::Received;
    Some(LeadView {
        row: row(parts, id, lead, intake.received_at)?,
        happened_on: intake.happened_on,
        reporter_known: intake.reporter_known,
        link_id: intake.link.map(|link| link.0),
        available_acts: acts
            .iter()
            .map(|(kind, reason)| ActView::of(kind, *kind == LeadActKind::Dispatch, reason.as_ref()))
            .collect(),
        timeline: timeline::of(parts, events),
        deadlines: if waits {
            vec![deadline::running(parts, intake.verify_by.clone(), true)]
        } else {
            Vec::new()
        },
    })
}
