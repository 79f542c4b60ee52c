//! The state of a link.

use super::{
    command::{Approval, Finding, ResultKind},
    event::LinkEvent,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    Day, Moment,
    deadline::Deadline,
    id::{BrigadeCode, CaseId, DepartmentCode, ItemCode, LeadId},
    journal::Recorded,
    permit::Subject,
    text::Line,
};

/// Where a link stands; it has exactly one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// Waits for the bureau's answer.
    #[default]
    Referred,
    /// Accepted; the lead is on its way through the bureau.
    Accepted,
    /// Returned to the department.
    Returned,
    /// A case was filed.
    Filed,
    /// No case was filed; the department was told.
    NotFiled,
    /// Decided; the department was told.
    Decided,
    /// Closed and told: the loop is closed (L-15).
    FedBack,
}

impl LinkState {
    /// As stored and sent.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Referred => "referred",
            Self::Accepted => "accepted",
            Self::Returned => "returned",
            Self::Filed => "filed",
            Self::NotFiled => "not_filed",
            Self::Decided => "decided",
            Self::FedBack => "fed_back",
        }
    }
}

/// What the department referred.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Referral {
    pub department: DepartmentCode,
    pub approval: Option<Approval>,
    pub finding: Finding,
    pub item: Option<ItemCode>,
    pub brigade: Option<BrigadeCode>,
    pub party_name: Line,
    pub place: Line,
    pub urgent: bool,
    pub answer_by: Deadline,
    pub referred_at: Moment,
}

/// One piece of feedback.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Told {
    pub result: ResultKind,
    pub case: Option<CaseId>,
    pub number: Option<String>,
    pub on: Day,
}

/// A link. The default value is one that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(
    missing_docs,
    reason = "each field is one part of the link, named by its type"
)]
pub struct Link {
    pub version: u64,
    pub state: LinkState,
    pub referral: Option<Referral>,
    pub answered_on: Option<Day>,
    pub lead: Option<LeadId>,
    pub told: Vec<Told>,
}

impl Link {
    /// What the link is to the permit.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject {
            brigade: self
                .referral
                .as_ref()
                .and_then(|referral| referral.brigade.clone()),
            hands: Vec::new(),
            department: self.referral.as_ref().map(|referral| referral.department.clone()),
        }
    }
    /// The case it led to.
    #[must_use]
    pub fn case(&self) -> Option<CaseId> {
        self.told.iter().find_map(|told| told.case)
    }
}

pub(super) fn evolve(mut link: Link, recorded: &Recorded<LinkEvent>) -> Link {
    link.version = recorded.version;
    match recorded.event.clone() {
        LinkEvent::ReferralReceived {
            department,
            approval,
            finding,
            item,
            brigade,
            party_name,
            place,
            urgent,
            answer_by,
        } => {
            link.referral = Some(Referral {
                department,
                approval,
                finding,
                item,
                brigade,
                party_name,
                place,
                urgent,
                answer_by,
                referred_at: recorded.at,
            });
        }
        LinkEvent::ReferralAccepted { .. } => {
            link.state = LinkState::Accepted;
            link.answered_on = Some(recorded.at.date_naive());
        }
        LinkEvent::ReferralReturned { .. } => {
            link.state = LinkState::Returned;
            link.answered_on = Some(recorded.at.date_naive());
        }
        LinkEvent::LeadOpened { lead } => link.lead = Some(lead),
        LinkEvent::ResultFedBack {
            result,
            case,
            number,
            on,
        } => {
            link.state = match result {
                ResultKind::LeadDismissed | ResultKind::NotFiled => LinkState::NotFiled,
                ResultKind::Filed => LinkState::Filed,
                ResultKind::Decided | ResultKind::DecidedNoPenalty => LinkState::Decided,
                ResultKind::Closed => LinkState::FedBack,
            };
            link.told.push(Told {
                result,
                case,
                number,
                on,
            });
        }
    }
    link
}
