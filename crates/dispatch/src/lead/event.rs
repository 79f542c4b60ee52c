//! What happened to a lead.

use super::command::{DismissGround, LeadSource};
use serde::{Deserialize, Serialize};
use yizhi_domain::{
    Day,
    deadline::Deadline,
    id::{BrigadeCode, CaseId, FieldNo, LinkId, PersonId, StationCode},
    place::Wgs84,
    text::{Line, Prose},
};

/// An event of a lead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each field says what the field of its command says")]
pub enum LeadEvent {
    /// It came in; the station is proposed from its place.
    LeadReceived {
        source: LeadSource,
        text: Prose,
        address: Line,
        point: Option<Wgs84>,
        happened_on: Option<Day>,
        station: Option<StationCode>,
        station_exact: bool,
        brigade: Option<BrigadeCode>,
        field: Option<FieldNo>,
        link: Option<LinkId>,
        reporter_known: bool,
        verify_by: Deadline,
    },
    /// Officers were sent.
    LeadDispatched {
        brigade: BrigadeCode,
        officers: Vec<PersonId>,
        note: Option<Prose>,
    },
    /// It was set aside.
    LeadDismissed { ground: DismissGround, reason: Prose },
    /// Its case was opened.
    LeadCaseOpened { case: CaseId },
}
