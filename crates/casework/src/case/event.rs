//! What happened in a case. What was once written stays readable: see `tests/golden`.

use super::{
    command::{
        ClosureGround, DeclineGround, EvidenceKind, NoPenaltyGround, ReceiverCapacity, ServedDocument,
        ServiceMethod, Voice,
    },
    desk::FileFacts,
    law::AppliedLaw,
    penalty::Penalty,
    state::{FiledItem, IndexEntry, OfficerPresent, Origin, PartyRef},
};
use serde::{Deserialize, Serialize};
use yizhi_domain::{
    Day, Moment,
    deadline::Deadline,
    id::{BrigadeCode, EvidenceId, FileId, PersonId, StationCode},
    money::Fen,
    place::Wgs84,
    text::{Line, Prose},
};

/// An event of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each field says what the field of its command says")]
pub enum CaseEvent {
    /// Opened for verification.
    CaseOpened {
        origin: Origin,
        source: String,
        summary: Prose,
        address: Line,
        point: Option<Wgs84>,
        happened_on: Option<Day>,
        brigade: BrigadeCode,
        station: Option<StationCode>,
        handlers: Vec<PersonId>,
        verify_by: Deadline,
    },
    /// An on-site record was made.
    VisitRecorded {
        officers: Vec<OfficerPresent>,
        certificates_shown_at: Moment,
        started_at: Moment,
        ended_at: Moment,
        address: Line,
        findings: Prose,
        party_present: bool,
        party_remark: Option<Prose>,
    },
    /// Evidence came in.
    EvidenceAdded {
        evidence: EvidenceId,
        kind: EvidenceKind,
        title: Line,
        source: Line,
        taken_on: Day,
        file: Option<FileFacts>,
    },
    /// Filing was proposed.
    FilingProposed {
        item: FiledItem,
        party: PartyRef,
        acted_on: Day,
        facts: Prose,
    },
    /// The case was filed; the limit runs.
    FilingApproved {
        opinion: Prose,
        number: String,
        filed_on: Day,
        decide_by: Deadline,
    },
    /// The proposal went back.
    FilingReturned { reason: Prose },
    /// Not filed.
    FilingDeclined { ground: DeclineGround, reason: Prose },
    /// An order to correct was given.
    CorrectionOrdered {
        number: String,
        content: Prose,
        due_on: Day,
    },
    /// It was re-inspected.
    ReinspectionRecorded {
        inspected_on: Day,
        corrected: bool,
        note: Prose,
    },
    /// The investigation ended with a report.
    InvestigationReported {
        facts: Prose,
        proposal: Penalty,
        reasons: Prose,
    },
    /// The review passed.
    ReviewPassed { opinion: Prose },
    /// The review sent it back.
    ReviewReturned { opinion: Prose },
    /// The prior notice was issued.
    NoticeIssued {
        number: String,
        penalty: Penalty,
        hearing_right: bool,
        threshold_confirmed: bool,
    },
    /// A document was served; the periods it starts are computed once, here.
    DocumentServed {
        document: ServedDocument,
        method: ServiceMethod,
        receiver: Line,
        capacity: ReceiverCapacity,
        served_on: Day,
        effective_on: Day,
        remark: Option<Prose>,
        periods: Vec<Deadline>,
    },
    /// The party stated or defended.
    StatementRecorded {
        made_on: Day,
        text: Prose,
        requests_hearing: bool,
        answer: Prose,
    },
    /// The party waived its rights in writing.
    WaiverRecorded { signed_on: Day, file: FileId },
    /// The heads discussed.
    DiscussionRecorded {
        held_on: Day,
        attendees: Vec<Voice>,
        conclusion: Prose,
    },
    /// Decided with a penalty.
    PenaltyDecided {
        number: String,
        decided_on: Day,
        penalty: Penalty,
        reasons: Prose,
        no_correction_reason: Option<Prose>,
        late_reason: Option<Prose>,
        serve_by: Deadline,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        law: Option<AppliedLaw>,
    },
    /// Decided without penalty.
    NoPenaltyDecided {
        number: String,
        decided_on: Day,
        ground: NoPenaltyGround,
        reasons: Prose,
        late_reason: Option<Prose>,
        serve_by: Deadline,
    },
    /// A payment arrived.
    PaymentRecorded {
        paid_on: Day,
        amount_fen: Fen,
        receipt_no: Line,
    },
    /// Closing was proposed.
    ClosureProposed { ground: ClosureGround, note: Prose },
    /// Closed.
    CaseClosed { opinion: Prose, closed_on: Day },
    /// Archived, with the index of the file.
    CaseArchived {
        archived_on: Day,
        index: Vec<IndexEntry>,
    },
}
