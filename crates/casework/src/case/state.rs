//! The state of a case: the fold of its events.

use super::{
    command::{
        ClosureGround, EvidenceKind, NoPenaltyGround, ReceiverCapacity, ServedDocument, ServiceMethod, Voice,
    },
    desk::FileFacts,
    event::CaseEvent,
    law::AppliedLaw,
    penalty::Penalty,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    Day, Moment,
    catalogue::{FineFormula, Item, PenaltyKind, Precondition, Sanction},
    deadline::Deadline,
    id::{
        BrigadeCode, EvidenceId, FieldNo, FileId, ItemCode, LeadId, LinkId, PartyId, PersonId, StationCode,
    },
    journal::Recorded,
    money::Fen,
    party::PartyKind,
    place::Wgs84,
    text::{Line, Prose},
};

/// Where the case stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 核查: before filing.
    #[default]
    Verification,
    /// 立案审批
    FilingProposed,
    /// 调查取证
    Investigation,
    /// 法制审核
    UnderReview,
    /// Review passed; the prior notice is next.
    Reviewed,
    /// Prior notice issued, not yet served.
    NoticeIssued,
    /// Prior notice served.
    NoticeServed,
    /// Decided, not yet served.
    Decided,
    /// Decision served; to be fulfilled.
    Served,
    /// Fulfilled (履行).
    Fulfilled,
    /// 结案审批
    ClosureProposed,
    /// 结案
    Closed,
    /// 归档
    Archived,
    /// 不予立案
    NotFiled,
}

impl Stage {
    /// As stored and sent.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Verification => "verification",
            Self::FilingProposed => "filing_proposed",
            Self::Investigation => "investigation",
            Self::UnderReview => "under_review",
            Self::Reviewed => "reviewed",
            Self::NoticeIssued => "notice_issued",
            Self::NoticeServed => "notice_served",
            Self::Decided => "decided",
            Self::Served => "served",
            Self::Fulfilled => "fulfilled",
            Self::ClosureProposed => "closure_proposed",
            Self::Closed => "closed",
            Self::Archived => "archived",
            Self::NotFiled => "not_filed",
        }
    }
}

/// Whose move it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitingFor {
    /// The handlers.
    Officer,
    /// The head.
    Head,
    /// The legal reviewer.
    Reviewer,
    /// Finance.
    Finance,
    /// The party.
    Party,
    /// Nobody.
    None,
}

/// Where a case came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Origin {
    /// A dispatched lead, which may itself come from a referral.
    Lead {
        /// The lead.
        lead: LeadId,
        /// The link, when a department referred it.
        link: Option<LinkId>,
    },
    /// An officer found it on the spot.
    Officer,
}

/// An officer at a visit, with the certificate shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerPresent {
    /// Who.
    pub person: PersonId,
    /// Number of the certificate.
    pub credential_no: String,
}

/// The party, without personal data: those stand in the party row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyRef {
    /// The row.
    pub id: PartyId,
    /// What the party is.
    pub kind: PartyKind,
    /// Salted SM3 of the row as it was, hex; proves later that the row was not changed.
    pub digest: String,
}

/// The item as it stood when the case was filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each field says what the field of the item says")]
pub struct FiledItem {
    pub code: ItemCode,
    pub name: String,
    pub field: FieldNo,
    pub statute: String,
    pub statute_version: Option<String>,
    pub in_force_to: Option<Day>,
    pub breach_article: Option<String>,
    pub penalty_article: String,
    pub penalty_kinds: Vec<PenaltyKind>,
    pub fine: FineFormula,
    pub precondition: Precondition,
    pub profile: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hearing_person: Option<Fen>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hearing_organisation: Option<Fen>,
}

impl FiledItem {
    /// The item as the catalogue has it, with the profile of its cases.
    #[must_use]
    pub fn of(item: &Item, profile: &str) -> Self {
        Self {
            code: item.code.clone(),
            name: item.name.clone(),
            field: item.field.clone(),
            statute: item.statute().to_owned(),
            statute_version: item.statute_version().map(ToOwned::to_owned),
            in_force_to: item.effective_to,
            breach_article: item.duty_article().map(ToOwned::to_owned),
            penalty_article: item.penalty_article().to_owned(),
            penalty_kinds: item.penalty_kinds.clone(),
            fine: item.fine.clone(),
            precondition: item.precondition,
            profile: profile.to_owned(),
            hearing_person: item.hearing_person,
            hearing_organisation: item.hearing_organisation,
        }
    }
    /// Whether two versions say the same; until when they hold does not matter.
    #[must_use]
    pub fn same_text(&self, other: &Self) -> bool {
        let timeless = |item: &Self| Self {
            in_force_to: None,
            ..item.clone()
        };
        timeless(self) == timeless(other)
    }
    /// What a comparison with another version looks at.
    #[must_use]
    pub fn sanction(&self) -> Sanction<'_> {
        Sanction {
            kinds: &self.penalty_kinds,
            fine: &self.fine,
            precondition: self.precondition,
        }
    }
}

/// A line of the index of the archived file (卷内目录).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// What it is: an event type or a piece of evidence.
    pub kind: String,
    /// Title or number.
    pub title: String,
    /// Its day.
    pub on: Day,
    /// SM3 of the file, when there is one.
    pub sm3: Option<String>,
}

/// A visit.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Visit {
    pub officers: Vec<OfficerPresent>,
    pub certificates_shown_at: Moment,
    pub started_at: Moment,
    pub ended_at: Moment,
    pub address: Line,
    pub findings: Prose,
    pub party_present: bool,
    pub party_remark: Option<Prose>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Evidence {
    pub id: EvidenceId,
    pub kind: EvidenceKind,
    pub title: Line,
    pub source: Line,
    pub taken_on: Day,
    pub file: Option<FileFacts>,
    pub added_at: Moment,
    pub by: PersonId,
}

/// The filing.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Filing {
    pub number: String,
    pub filed_on: Day,
    pub approved_by: PersonId,
    pub opinion: Prose,
    pub decide_by: Deadline,
}

/// An order to correct.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Correction {
    pub number: String,
    pub content: Prose,
    pub ordered_on: Day,
    pub due_on: Day,
    pub reinspected_on: Option<Day>,
    pub corrected: Option<bool>,
}

/// The report of the investigation.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Report {
    pub facts: Prose,
    pub proposal: Penalty,
    pub reasons: Prose,
    pub reported_on: Day,
}

/// The last review.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct ReviewResult {
    pub passed: bool,
    pub opinion: Prose,
    pub reviewer: PersonId,
    pub on: Day,
}

/// Proof of service.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Service {
    pub method: ServiceMethod,
    pub receiver: Line,
    pub capacity: ReceiverCapacity,
    pub served_on: Day,
    pub effective_on: Day,
    pub remark: Option<Prose>,
    pub by: PersonId,
}

/// The prior notice.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Notice {
    pub number: String,
    pub issued_on: Day,
    pub penalty: Penalty,
    pub hearing_right: bool,
    pub threshold_confirmed: bool,
    pub service: Option<Service>,
    pub periods: Vec<Deadline>,
}

/// A statement of the party.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Statement {
    pub made_on: Day,
    pub text: Prose,
    pub requests_hearing: bool,
    pub answer: Prose,
}

/// A collective discussion.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Discussion {
    pub held_on: Day,
    pub attendees: Vec<Voice>,
    pub conclusion: Prose,
}

/// The decision's outcome.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// With a penalty.
    Penalty(Penalty),
    /// Without.
    NoPenalty(NoPenaltyGround),
}

/// The decision.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Decision {
    pub number: String,
    pub decided_on: Day,
    pub decided_by: PersonId,
    pub outcome: Outcome,
    pub reasons: Prose,
    pub no_correction_reason: Option<Prose>,
    pub late_reason: Option<Prose>,
    pub serve_by: Deadline,
    pub law: Option<AppliedLaw>,
    pub service: Option<Service>,
    pub pay_by: Option<Deadline>,
}

/// A payment.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Payment {
    pub paid_on: Day,
    pub amount_fen: Fen,
    pub receipt_no: Line,
}

/// What a case is about: set when it is opened.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Opening {
    pub origin: Origin,
    pub source: String,
    pub summary: Prose,
    pub address: Line,
    pub point: Option<Wgs84>,
    pub happened_on: Option<Day>,
    pub brigade: BrigadeCode,
    pub station: Option<StationCode>,
    pub opened_on: Day,
    pub verify_by: Deadline,
}

/// What the proposal to file says.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "each field says what the field of its event says")]
pub struct Proposal {
    pub item: FiledItem,
    pub party: PartyRef,
    pub acted_on: Day,
    pub facts: Prose,
}

/// A case. The default value is a case that does not exist yet.
#[derive(Debug, Clone, PartialEq, Default)]
#[expect(
    missing_docs,
    reason = "each field is one part of the case, named by its type"
)]
pub struct Case {
    pub version: u64,
    pub updated_at: Option<Moment>,
    pub stage: Stage,
    pub opening: Option<Opening>,
    pub handlers: Vec<PersonId>,
    pub visits: Vec<Visit>,
    pub evidence: Vec<Evidence>,
    pub proposal: Option<Proposal>,
    pub filing: Option<Filing>,
    pub declined: Option<Prose>,
    pub correction: Option<Correction>,
    pub report: Option<Report>,
    pub review: Option<ReviewResult>,
    pub notice: Option<Notice>,
    pub statements: Vec<Statement>,
    pub waiver: Option<(Day, FileId)>,
    pub discussion: Option<Discussion>,
    pub decision: Option<Decision>,
    pub payments: Vec<Payment>,
    pub closure: Option<(ClosureGround, Prose)>,
    pub closed_on: Option<Day>,
    pub index: Vec<IndexEntry>,
}

impl Case {
    /// Whether it was ever opened.
    #[must_use]
    pub fn exists(&self) -> bool {
        self.opening.is_some()
    }
    /// Whether the person is one of the handlers.
    #[must_use]
    pub fn is_handler(&self, person: &PersonId) -> bool {
        self.handlers.contains(person)
    }
    /// The name of the case on lists: the party's breach, or before filing what is said to have happened.
    #[must_use]
    pub fn title(&self) -> String {
        match (&self.proposal, &self.opening) {
            (Some(proposal), _) => proposal.item.name.clone(),
            (None, Some(opening)) => opening.summary.as_str().chars().take(60).collect(),
            (None, None) => String::new(),
        }
    }
    /// The profile of the procedure: of the item, or the general one while there is none.
    #[must_use]
    pub fn profile(&self) -> &str {
        self.proposal
            .as_ref()
            .map_or("GEN", |proposal| proposal.item.profile.as_str())
    }
    /// What is to be paid by the decision: the fine and the gains to be confiscated.
    #[must_use]
    pub fn payable(&self) -> Fen {
        match self.decision.as_ref().map(|decision| &decision.outcome) {
            Some(Outcome::Penalty(penalty)) => penalty.payable(),
            _ => Fen::ZERO,
        }
    }
    /// What is still to be paid.
    #[must_use]
    pub fn outstanding(&self) -> Fen {
        self.payments.iter().fold(self.payable(), |left, payment| {
            left.saturating_sub(payment.amount_fen)
        })
    }
    /// The document's service, when it was served.
    #[must_use]
    pub fn service(&self, document: ServedDocument) -> Option<&Service> {
        match document {
            ServedDocument::Notice => self.notice.as_ref().and_then(|notice| notice.service.as_ref()),
            ServedDocument::Decision => self
                .decision
                .as_ref()
                .and_then(|decision| decision.service.as_ref()),
        }
    }
    /// Whose move it is, by the stage alone; whether a period still runs for the party depends on the day.
    #[must_use]
    pub fn waiting_for(&self) -> WaitingFor {
        match self.stage {
            Stage::Verification
            | Stage::Investigation
            | Stage::Reviewed
            | Stage::NoticeIssued
            | Stage::Decided
            | Stage::Fulfilled
            | Stage::Closed => WaitingFor::Officer,
            Stage::FilingProposed | Stage::NoticeServed | Stage::ClosureProposed => WaitingFor::Head,
            Stage::UnderReview => WaitingFor::Reviewer,
            Stage::Served => WaitingFor::Finance,
            Stage::Archived | Stage::NotFiled => WaitingFor::None,
        }
    }
}

/// Takes one event in.
pub(super) fn evolve(mut case: Case, recorded: &Recorded<CaseEvent>) -> Case {
    case.version = recorded.version;
    case.updated_at = Some(recorded.at);
    let on = recorded.at.date_naive();
    let by = || recorded.actor.clone();
    match recorded.event.clone() {
        CaseEvent::CaseOpened {
            origin,
            source,
            summary,
            address,
            point,
            happened_on,
            brigade,
            station,
            handlers,
            verify_by,
        } => {
            case.handlers = handlers;
            case.opening = Some(Opening {
                origin,
                source,
                summary,
                address,
                point,
                happened_on,
                brigade,
                station,
                opened_on: on,
                verify_by,
            });
        }
        CaseEvent::VisitRecorded {
            officers,
            certificates_shown_at,
            started_at,
            ended_at,
            address,
            findings,
            party_present,
            party_remark,
        } => case.visits.push(Visit {
            officers,
            certificates_shown_at,
            started_at,
            ended_at,
            address,
            findings,
            party_present,
            party_remark,
        }),
        CaseEvent::EvidenceAdded {
            evidence,
            kind,
            title,
            source,
            taken_on,
            file,
        } => case.evidence.push(Evidence {
            id: evidence,
            kind,
            title,
            source,
            taken_on,
            file,
            added_at: recorded.at,
            by: by(),
        }),
        CaseEvent::FilingProposed {
            item,
            party,
            acted_on,
            facts,
        } => {
            case.proposal = Some(Proposal {
                item,
                party,
                acted_on,
                facts,
            });
            case.stage = Stage::FilingProposed;
        }
        CaseEvent::FilingApproved {
            opinion,
            number,
            filed_on,
            decide_by,
        } => {
            case.filing = Some(Filing {
                number,
                filed_on,
                approved_by: by(),
                opinion,
                decide_by,
            });
            case.stage = Stage::Investigation;
        }
        CaseEvent::FilingReturned { .. } => case.stage = Stage::Verification,
        CaseEvent::FilingDeclined { reason, .. } => {
            case.declined = Some(reason);
            case.stage = Stage::NotFiled;
        }
        CaseEvent::CorrectionOrdered {
            number,
            content,
            due_on,
        } => {
            case.correction = Some(Correction {
                number,
                content,
                ordered_on: on,
                due_on,
                reinspected_on: None,
                corrected: None,
            });
        }
        CaseEvent::ReinspectionRecorded {
            inspected_on,
            corrected,
            ..
        } => {
            if let Some(correction) = &mut case.correction {
                correction.reinspected_on = Some(inspected_on);
                correction.corrected = Some(corrected);
            }
        }
        CaseEvent::InvestigationReported {
            facts,
            proposal,
            reasons,
        } => {
            case.report = Some(Report {
                facts,
                proposal,
                reasons,
                reported_on: on,
            });
            case.stage = Stage::UnderReview;
        }
        CaseEvent::ReviewPassed { opinion } => {
            case.review = Some(ReviewResult {
                passed: true,
                opinion,
                reviewer: by(),
                on,
            });
            case.stage = Stage::Reviewed;
        }
        CaseEvent::ReviewReturned { opinion } => {
            case.review = Some(ReviewResult {
                passed: false,
                opinion,
                reviewer: by(),
                on,
            });
            case.stage = Stage::Investigation;
        }
        CaseEvent::NoticeIssued {
            number,
            penalty,
            hearing_right,
            threshold_confirmed,
        } => {
            case.notice = Some(Notice {
                number,
                issued_on: on,
                penalty,
                hearing_right,
                threshold_confirmed,
                service: None,
                periods: Vec::new(),
            });
            case.stage = Stage::NoticeIssued;
        }
        CaseEvent::DocumentServed {
            document,
            method,
            receiver,
            capacity,
            served_on,
            effective_on,
            remark,
            periods,
        } => {
            let service = Service {
                method,
                receiver,
                capacity,
                served_on,
                effective_on,
                remark,
                by: by(),
            };
            serve(&mut case, document, service, periods);
        }
        CaseEvent::StatementRecorded {
            made_on,
            text,
            requests_hearing,
            answer,
        } => {
            case.statements.push(Statement {
                made_on,
                text,
                requests_hearing,
                answer,
            });
        }
        CaseEvent::WaiverRecorded { signed_on, file } => case.waiver = Some((signed_on, file)),
        CaseEvent::DiscussionRecorded {
            held_on,
            attendees,
            conclusion,
        } => {
            case.discussion = Some(Discussion {
                held_on,
                attendees,
                conclusion,
            });
        }
        CaseEvent::PenaltyDecided {
            number,
            decided_on,
            penalty,
            reasons,
            no_correction_reason,
            late_reason,
            serve_by,
            law,
        } => {
            let outcome = Outcome::Penalty(penalty);
            case.decision = Some(Decision {
                number,
                decided_on,
                decided_by: by(),
                outcome,
                reasons,
                no_correction_reason,
                late_reason,
                serve_by,
                law,
                service: None,
                pay_by: None,
            });
            case.stage = Stage::Decided;
        }
        CaseEvent::NoPenaltyDecided {
            number,
            decided_on,
            ground,
            reasons,
            late_reason,
            serve_by,
        } => {
            let outcome = Outcome::NoPenalty(ground);
            case.decision = Some(Decision {
                number,
                decided_on,
                decided_by: by(),
                outcome,
                reasons,
                no_correction_reason: None,
                late_reason,
                serve_by,
                law: None,
                service: None,
                pay_by: None,
            });
            case.stage = Stage::Decided;
        }
        CaseEvent::PaymentRecorded {
            paid_on,
            amount_fen,
            receipt_no,
        } => {
            case.payments.push(Payment {
                paid_on,
                amount_fen,
                receipt_no,
            });
            if case.outstanding() == Fen::ZERO {
                case.stage = Stage::Fulfilled;
            }
        }
        CaseEvent::ClosureProposed { ground, note } => {
            case.closure = Some((ground, note));
            case.stage = Stage::ClosureProposed;
        }
        CaseEvent::CaseClosed { closed_on, .. } => {
            case.closed_on = Some(closed_on);
            case.stage = Stage::Closed;
        }
        CaseEvent::CaseArchived { index, .. } => {
            case.index = index;
            case.stage = Stage::Archived;
        }
    }
    case
}

fn serve(case: &mut Case, document: ServedDocument, service: Service, periods: Vec<Deadline>) {
    let nothing_to_pay = case.payable() == Fen::ZERO;
    match document {
        ServedDocument::Notice => {
            if let Some(notice) = &mut case.notice {
                notice.service = Some(service);
                notice.periods = periods;
            }
            case.stage = Stage::NoticeServed;
        }
        ServedDocument::Decision => {
            if let Some(decision) = &mut case.decision {
                decision.service = Some(service);
                decision.pay_by = periods.into_iter().find(|period| period.rule == "payment");
            }
            case.stage = if nothing_to_pay {
                Stage::Fulfilled
            } else {
                Stage::Served
            };
        }
    }
}
