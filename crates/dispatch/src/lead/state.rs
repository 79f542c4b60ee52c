//! The state of a lead.

use super::{command::LeadSource, event::LeadEvent};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    Day, Moment,
    deadline::Deadline,
    id::{BrigadeCode, CaseId, FieldNo, LinkId, PersonId, StationCode},
    journal::Recorded,
    permit::Subject,
    place::Wgs84,
    text::{Line, Prose},
};

/// Where a lead stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeadState {
    /// Waits for a captain.
    #[default]
    Received,
    /// Officers have it; its case is open.
    Dispatched,
    /// Set aside.
    Dismissed,
}

impl LeadState {
    /// As stored and sent.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Dispatched => "dispatched",
            Self::Dismissed => "dismissed",
        }
    }
}

/// What came in.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Intake {
    pub source: LeadSource,
    pub text: Prose,
    pub address: Line,
    pub point: Option<Wgs84>,
    pub happened_on: Option<Day>,
    pub station: Option<StationCode>,
    pub station_exact: bool,
    pub field: Option<FieldNo>,
    pub link: Option<LinkId>,
    pub reporter_known: bool,
    pub verify_by: Deadline,
    pub received_at: Moment,
    pub received_by: PersonId,
}

/// A lead. The default value is one that never came in.
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(
    missing_docs,
    reason = "each field is one part of the lead, named by its type"
)]
pub struct Lead {
    pub version: u64,
    pub state: LeadState,
    pub intake: Option<Intake>,
    pub brigade: Option<BrigadeCode>,
    pub officers: Vec<PersonId>,
    pub case: Option<CaseId>,
}

impl Lead {
    /// What the lead is to the permit: who registered it and who was sent have it in hand.
    #[must_use]
    pub fn subject(&self) -> Subject {
        let registrar = self.intake.iter().map(|intake| intake.received_by.clone());
        let hands = registrar.chain(self.officers.iter().cloned()).collect();
        Subject {
            brigade: self.brigade.clone(),
            hands,
            department: None,
        }
    }
}

pub(super) fn evolve(mut lead: Lead, recorded: &Recorded<LeadEvent>) -> Lead {
    lead.version = recorded.version;
    match recorded.event.clone() {
        LeadEvent::LeadReceived {
            source,
            text,
            address,
            point,
            happened_on,
            station,
            station_exact,
            brigade,
            field,
            link,
            reporter_known,
            verify_by,
        } => {
            lead.brigade = brigade;
            lead.intake = Some(Intake {
                source,
                text,
                address,
                point,
                happened_on,
                station,
                station_exact,
                field,
                link,
                reporter_known,
                verify_by,
                received_at: recorded.at,
                received_by: recorded.actor.clone(),
            });
        }
        LeadEvent::LeadDispatched {
            brigade, officers, ..
        } => {
            lead.brigade = Some(brigade);
            lead.officers = officers;
            lead.state = LeadState::Dispatched;
        }
        LeadEvent::LeadDismissed { .. } => lead.state = LeadState::Dismissed,
        LeadEvent::LeadCaseOpened { case } => lead.case = Some(case),
    }
    lead
}
