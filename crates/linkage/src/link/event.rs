//! What happened to a link.

use super::command::{Approval, Finding, ResultKind, ReturnGround};
use serde::{Deserialize, Serialize};
use yizhi_domain::{
    Day,
    deadline::Deadline,
    id::{BrigadeCode, CaseId, DepartmentCode, ItemCode, LeadId},
    text::{Line, Prose},
};

/// An event of a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(
    clippy::large_enum_variant,
    reason = "events are read and written one at a time, never kept in bulk"
)]
#[expect(missing_docs, reason = "each field says what the field of its command says")]
pub enum LinkEvent {
    /// A department referred it.
    ReferralReceived {
        department: DepartmentCode,
        approval: Option<Approval>,
        finding: Finding,
        item: Option<ItemCode>,
        brigade: Option<BrigadeCode>,
        party_name: Line,
        place: Line,
        urgent: bool,
        answer_by: Deadline,
    },
    /// The bureau accepted it.
    ReferralAccepted { note: Option<Prose> },
    /// The bureau returned it.
    ReferralReturned { ground: ReturnGround, reason: Prose },
    /// Its lead came in.
    LeadOpened { lead: LeadId },
    /// The department was told what became of it.
    ResultFedBack {
        result: ResultKind,
        case: Option<CaseId>,
        number: Option<String>,
        on: Day,
    },
}
