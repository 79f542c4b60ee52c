//! Cases as shown.

use super::law::{LawView, law};
use super::{
    Named, PlaceView, act::ActView, deadline, deadline::DeadlineView, named, timeline,
    timeline::TimelineEntry,
};
use crate::parts::Parts;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;
use yizhi_casework::case::{
    Case, CaseDesk, Decision, EvidenceKind, FiledItem, NoPenaltyGround, Origin, Outcome, Penalty,
    ReviewOutcome, Stage, WaitingFor,
};
use yizhi_domain::{
    Day,
    catalogue::{Catalogue, PenaltyKind, Precondition},
    id::{BrigadeCode, ItemCode, PersonId, StationCode},
    money::Fen,
    party::{PartyCode, PartyKind, mask_phone},
    permit::Actor,
};
use yizhi_persistence::{
    CaseListRow, PartyRow, StoredEvent,
    projection::{Head, Projected, Rows},
};

/// A case on a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CaseRow {
    /// Id.
    pub id: Uuid,
    /// Number, once filed.
    pub number: Option<String>,
    /// Stage.
    pub stage: Stage,
    /// Name.
    pub title: String,
    /// Name of the party.
    pub party: Option<String>,
    /// Owning brigade.
    #[schema(value_type = Option<String>)]
    pub brigade: Option<BrigadeCode>,
    /// Station.
    #[schema(value_type = Option<String>)]
    pub station: Option<StationCode>,
    /// Handlers.
    pub handlers: Vec<Named>,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// When it was filed.
    pub filed_on: Option<NaiveDate>,
    /// The limit that ends first.
    pub next_due: Option<DeadlineView>,
    /// Whose move it is today.
    pub waiting_for: WaitingFor,
    /// Version.
    pub version: u64,
    /// When something last happened.
    pub updated_at: DateTime<FixedOffset>,
}

/// Where a case came from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct OriginView {
    /// `lead`, `referral` or `officer`.
    pub kind: String,
    /// The lead.
    pub lead_id: Option<Uuid>,
    /// The link.
    pub link_id: Option<Uuid>,
}

/// The item of a case, as it stood at filing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CaseItemView {
    /// Code.
    #[schema(value_type = String)]
    pub code: ItemCode,
    /// Name.
    pub name: String,
    /// Statute.
    pub statute: String,
    /// Penalty article.
    pub penalty_article: String,
    /// Kinds of penalty.
    pub penalty_kinds: Vec<PenaltyKind>,
    /// The fine range in words.
    pub fine: String,
    /// Precondition.
    pub precondition: Precondition,
    /// Last day in force.
    pub in_force_to: Option<NaiveDate>,
}

/// The party, masked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PartyView {
    /// Kind.
    pub kind: PartyKind,
    /// Name.
    pub name: String,
    /// Code; an identity number is masked.
    pub code_masked: String,
    /// Legal representative.
    pub representative: Option<String>,
    /// Address.
    pub address: String,
    /// Telephone, masked.
    pub phone_masked: Option<String>,
}

/// One sentence of state: the page has the words.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SentenceView {
    /// Which sentence.
    pub code: String,
    /// Values.
    pub params: BTreeMap<String, String>,
}

/// A stored file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FileView {
    /// Id.
    pub id: Uuid,
    /// Name as given.
    pub name: String,
    /// Media type, from the bytes.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SM3, hex.
    pub sm3: String,
    /// Where to get it.
    pub url: String,
}

/// A piece of evidence.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvidenceView {
    /// Id.
    pub id: Uuid,
    /// Kind.
    pub kind: EvidenceKind,
    /// Title.
    pub title: String,
    /// Source.
    pub source: String,
    /// Day.
    pub taken_on: NaiveDate,
    /// File.
    pub file: Option<FileView>,
    /// When it was added.
    pub added_at: DateTime<FixedOffset>,
    /// By whom.
    pub by: Named,
}

/// A visit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VisitView {
    /// Officers with the numbers of their certificates.
    pub officers: Vec<CertifiedView>,
    /// When the certificates were shown.
    pub certificates_shown_at: DateTime<FixedOffset>,
    /// Begin.
    pub started_at: DateTime<FixedOffset>,
    /// End.
    pub ended_at: DateTime<FixedOffset>,
    /// Where.
    pub address: String,
    /// What was found.
    pub findings: String,
    /// Whether the party was there.
    pub party_present: bool,
    /// What the party said.
    pub party_remark: Option<String>,
}

/// An officer with a certificate.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CertifiedView {
    /// Id.
    #[schema(value_type = String)]
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Number.
    pub credential_no: String,
}

/// A document that can be printed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DocumentView {
    /// Kind.
    pub kind: String,
    /// Number.
    pub number: Option<String>,
    /// Day it was issued.
    pub issued_on: Option<NaiveDate>,
    /// Where to get it.
    pub url: String,
}

/// The last review.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewView {
    /// Outcome.
    pub outcome: ReviewOutcome,
    /// Opinion.
    pub opinion: String,
    /// Reviewer.
    pub reviewer: Named,
    /// Day.
    pub on: NaiveDate,
}

/// The prior notice.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct NoticeView {
    /// Number.
    pub number: String,
    /// What was notified.
    pub penalty: Penalty,
    /// Whether the party may ask for a hearing.
    pub hearing_right: bool,
    /// Whether the bureau has confirmed the threshold that this rests on.
    pub threshold_confirmed: bool,
    /// Day of service.
    pub served_on: Option<NaiveDate>,
}

/// A statement.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StatementView {
    /// Day.
    pub made_on: NaiveDate,
    /// Text.
    pub text: String,
    /// Whether a hearing was asked for.
    pub requests_hearing: bool,
    /// Answer.
    pub answer: String,
}

/// A waiver.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WaiverView {
    /// Day.
    pub signed_on: NaiveDate,
    /// The signed paper.
    pub url: String,
}

/// A discussion.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DiscussionView {
    /// Day.
    pub held_on: NaiveDate,
    /// Who took part.
    pub attendees: Vec<Named>,
    /// Conclusion.
    pub conclusion: String,
}

/// An order to correct.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CorrectionView {
    /// Number.
    pub number: String,
    /// Content.
    pub content: String,
    /// Last day.
    pub due_on: NaiveDate,
    /// Day of the re-inspection.
    pub reinspected_on: Option<NaiveDate>,
    /// Whether it was corrected.
    pub corrected: Option<bool>,
}

/// Kind of outcome.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// With a penalty.
    Penalty,
    /// Without.
    NoPenalty,
}

/// The decision.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecisionView {
    /// Number.
    pub number: String,
    /// Day.
    pub decided_on: NaiveDate,
    /// Outcome.
    pub outcome: OutcomeKind,
    /// Penalty.
    pub penalty: Option<Penalty>,
    /// Ground of a decision without penalty.
    pub ground: Option<NoPenaltyGround>,
    /// Reasons.
    pub reasons: String,
    /// Why it was late.
    pub late_reason: Option<String>,
    /// Day of service.
    pub served_on: Option<NaiveDate>,
}

/// A payment.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PaymentView {
    /// Day.
    pub paid_on: NaiveDate,
    /// Amount.
    pub amount_fen: Fen,
    /// Receipt.
    pub receipt_no: String,
}

/// A case with all of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CaseView {
    /// What the list shows.
    #[serde(flatten)]
    pub row: CaseRow,
    /// What is said to have happened.
    pub summary: String,
    /// Where.
    pub place: PlaceView,
    /// When it happened.
    pub happened_on: Option<NaiveDate>,
    /// Where it came from.
    pub origin: OriginView,
    /// The item.
    pub item: Option<CaseItemView>,
    /// The law in time, once an item is proposed.
    pub law: Option<LawView>,
    /// The day of the act.
    pub acted_on: Option<NaiveDate>,
    /// The facts: of the report, or before it of the proposal.
    pub facts: Option<String>,
    /// The party.
    pub party_detail: Option<PartyView>,
    /// One sentence of state.
    pub state_sentence: SentenceView,
    /// Acts.
    pub available_acts: Vec<ActView>,
    /// Limits.
    pub deadlines: Vec<DeadlineView>,
    /// Timeline.
    pub timeline: Vec<TimelineEntry>,
    /// Evidence.
    pub evidence: Vec<EvidenceView>,
    /// Visits.
    pub visits: Vec<VisitView>,
    /// Documents.
    pub documents: Vec<DocumentView>,
    /// The proposed penalty.
    pub proposal: Option<Penalty>,
    /// The last review.
    pub review: Option<ReviewView>,
    /// The notice.
    pub notice: Option<NoticeView>,
    /// Statements.
    pub statements: Vec<StatementView>,
    /// Waiver.
    pub waiver: Option<WaiverView>,
    /// Discussion.
    pub discussion: Option<DiscussionView>,
    /// Order to correct.
    pub correction: Option<CorrectionView>,
    /// Decision.
    pub decision: Option<DecisionView>,
    /// Payments.
    pub payments: Vec<PaymentView>,
    /// Still to be paid.
    pub outstanding_fen: Option<Fen>,
}

/// A row of a list.
#[must_use]
pub fn row(parts: &Parts, row: CaseListRow) -> CaseRow {
    let stage = serde_json::from_value(row.stage.into()).unwrap_or_default();
    let until = row
        .next_due
        .as_ref()
        .filter(|due| PARTY_RULES.contains(&due.rule.as_str()));
    let party_may_speak =
        stage == Stage::NoticeServed && until.is_some_and(|until| !until.is_over(parts.today()));
    let waiting_for = serde_json::from_value(row.waiting_for.into()).unwrap_or(WaitingFor::None);
    CaseRow {
        id: row.case_id.0,
        number: row.number,
        stage,
        title: row.title,
        party: row.party_name,
        brigade: Some(row.brigade),
        station: row.station,
        handlers: named(parts, &row.hands),
        opened_on: row.opened_on,
        filed_on: row.filed_on,
        next_due: row.next_due.map(|due| {
            let ours = !PARTY_RULES.contains(&due.rule.as_str()) && due.rule != "payment";
            deadline::running(parts, due, ours)
        }),
        waiting_for: if party_may_speak {
            WaitingFor::Party
        } else {
            waiting_for
        },
        version: row.version,
        updated_at: row.updated_at,
    }
}

/// The limits in which the party may still speak.
const PARTY_RULES: [&str; 2] = ["statement", "hearing_request"];

/// The row of one case from its state, made the way the lists are made.
fn row_of_state(parts: &Parts, id: Uuid, case: &Case, party: Option<&PartyRow>) -> Option<CaseRow> {
    let head = Head {
        id,
        version: case.version,
        at: case.updated_at?,
    };
    match case.rows(&head) {
        Rows::Case(listed, _) => Some(row(
            parts,
            CaseListRow {
                party_name: party.map(|p| p.name.clone()),
                ..*listed
            },
        )),
        _ => None,
    }
}

/// The whole case for a person.
#[must_use]
pub fn view(
    parts: &Parts,
    actor: &Actor,
    id: Uuid,
    case: &Case,
    events: &[StoredEvent],
    party: Option<&PartyRow>,
) -> Option<CaseView> {
    let opening = case.opening.as_ref()?;
    let proposal = case.proposal.as_ref();
    let shown = parts.shown();
    let desk = desk(parts, &shown.catalogue, actor);
    let deadlines: Vec<DeadlineView> = case
        .deadlines()
        .into_iter()
        .map(|tracked| deadline::of(parts, tracked))
        .collect();
    Some(CaseView {
        row: row_of_state(parts, id, case, party)?,
        summary: opening.summary.to_string(),
        place: PlaceView {
            address: opening.address.to_string(),
            point: opening.point,
        },
        happened_on: opening.happened_on,
        origin: origin(&opening.origin),
        item: proposal.map(|proposal| item(&proposal.item)),
        law: proposal.map(|proposal| law(case, &proposal.item, &shown.catalogue, parts.today())),
        acted_on: proposal.map(|proposal| proposal.acted_on),
        facts: case
            .report
            .as_ref()
            .map(|r| r.facts.to_string())
            .or(proposal.map(|p| p.facts.to_string())),
        party_detail: party.map(party_view),
        state_sentence: sentence(case, parts.today()),
        available_acts: case
            .available_acts(&desk)
            .iter()
            .map(|act| ActView::of(&act.kind, act.primary, act.reason.as_ref()))
            .collect(),
        deadlines,
        timeline: timeline::of(parts, events),
        evidence: evidence(parts, id, case),
        visits: visits(parts, case),
        documents: documents(id, case),
        proposal: case.report.as_ref().map(|report| report.proposal.clone()),
        review: case.review.as_ref().map(|review| ReviewView {
            outcome: if review.passed {
                ReviewOutcome::Pass
            } else {
                ReviewOutcome::Return
            },
            opinion: review.opinion.to_string(),
            reviewer: timeline::actor(parts, &review.reviewer),
            on: review.on,
        }),
        notice: case.notice.as_ref().map(|notice| NoticeView {
            number: notice.number.clone(),
            penalty: notice.penalty.clone(),
            hearing_right: notice.hearing_right,
            threshold_confirmed: notice.threshold_confirmed,
            served_on: notice.service.as_ref().map(|service| service.served_on),
        }),
        statements: case
            .statements
            .iter()
            .map(|statement| StatementView {
                made_on: statement.made_on,
                text: statement.text.to_string(),
                requests_hearing: statement.requests_hearing,
                answer: statement.answer.to_string(),
            })
            .collect(),
        waiver: case.waiver.as_ref().map(|(signed_on, file)| WaiverView {
            signed_on: *signed_on,
            url: format!("/api/cases/{id}/files/{file}"),
        }),
        discussion: case.discussion.as_ref().map(|discussion| DiscussionView {
            held_on: discussion.held_on,
            attendees: discussion
                .attendees
                .iter()
                .map(|voice| timeline::actor(parts, &voice.person))
                .collect(),
            conclusion: discussion.conclusion.to_string(),
        }),
        correction: case.correction.as_ref().map(|order| CorrectionView {
            number: order.number.clone(),
            content: order.content.to_string(),
            due_on: order.due_on,
            reinspected_on: order.reinspected_on,
            corrected: order.corrected,
        }),
        decision: case.decision.as_ref().map(decision),
        payments: case
            .payments
            .iter()
            .map(|payment| PaymentView {
                paid_on: payment.paid_on,
                amount_fen: payment.amount_fen,
                receipt_no: payment.receipt_no.to_string(),
            })
            .collect(),
        outstanding_fen: case.decision.as_ref().map(|_| case.outstanding()),
    })
}

/// A desk to ask which acts are open; it takes no number and brings no party.
#[must_use]
pub fn desk<'a>(parts: &'a Parts, catalogue: &'a Catalogue, actor: &'a Actor) -> CaseDesk<'a> {
    CaseDesk {
        now: parts.now(),
        actor,
        calendar: &parts.county.calendar,
        rules: &parts.county.rules,
        roster: &parts.county.roster,
        catalogue,
        files: &[],
        party: None,
        number: None,
    }
}

fn origin(origin: &Origin) -> OriginView {
    let (kind, lead_id, link_id) = match origin {
        Origin::Lead { lead, link: None } => ("lead", Some(lead.0), None),
        Origin::Lead {
            lead,
            link: Some(link),
        } => ("referral", Some(lead.0), Some(link.0)),
        Origin::Officer => ("officer", None, None),
    };
    OriginView {
        kind: kind.to_owned(),
        lead_id,
        link_id,
    }
}

/// The item of a case, as shown.
#[must_use]
pub fn item(item: &FiledItem) -> CaseItemView {
    CaseItemView {
        code: item.code.clone(),
        name: item.name.clone(),
        statute: item.statute.clone(),
        penalty_article: item.penalty_article.clone(),
        penalty_kinds: item.penalty_kinds.clone(),
        fine: item.fine.words(),
        precondition: item.precondition,
        in_force_to: item.in_force_to,
    }
}

fn party_view(party: &PartyRow) -> PartyView {
    let code = PartyCode::try_from(party.code.clone())
        .map_or_else(|_ignored| "***".to_owned(), |code| code.masked());
    PartyView {
        kind: party.kind,
        name: party.name.clone(),
        code_masked: code,
        representative: party.representative.clone(),
        address: party.address.clone(),
        phone_masked: party.phone.as_deref().map(mask_phone),
    }
}

fn sentence(case: &Case, today: Day) -> SentenceView {
    let mut params = BTreeMap::new();
    let mut say = |name: &str, value: String| params.insert(name.to_owned(), value);
    let mut code = case.stage.key().to_owned();
    match case.stage {
        Stage::Verification => {
            if let Some(opening) = &case.opening {
                say("due_on", opening.verify_by.due_on.to_string());
            }
        }
        Stage::NoticeServed => {
            if let Some(until) = case.party_has_until() {
                say("until", until.due_on.to_string());
                say("served_on", until.base_on.to_string());
                let over = until.is_over(today);
                let waived = case.waiver.is_some();
                code = if waived {
                    "notice_waived"
                } else if over {
                    "notice_over"
                } else {
                    "notice_running"
                }
                .to_owned();
            }
        }
        Stage::Decided => {
            if let Some(decision) = &case.decision {
                say("number", decision.number.clone());
                say("serve_by", decision.serve_by.due_on.to_string());
            }
        }
        Stage::Served => {
            say("outstanding_fen", case.outstanding().get().to_string());
            if let Some(pay_by) = case
                .decision
                .as_ref()
                .and_then(|decision| decision.pay_by.as_ref())
            {
                say("pay_by", pay_by.due_on.to_string());
            }
        }
        _ => {
            if let Some(filing) = &case.filing {
                say("filed_on", filing.filed_on.to_string());
                say("decide_by", filing.decide_by.due_on.to_string());
            }
        }
    }
    SentenceView { code, params }
}

fn evidence(parts: &Parts, id: Uuid, case: &Case) -> Vec<EvidenceView> {
    let view = |piece: &yizhi_casework::case::Evidence| EvidenceView {
        id: piece.id.0,
        kind: piece.kind,
        title: piece.title.to_string(),
        source: piece.source.to_string(),
        taken_on: piece.taken_on,
        file: piece.file.as_ref().map(|file| FileView {
            id: file.id.0,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            size: file.size,
            sm3: file.sm3.clone(),
            url: format!("/api/cases/{id}/files/{}", file.id),
        }),
        added_at: piece.added_at,
        by: timeline::actor(parts, &piece.by),
    };
    case.evidence.iter().map(view).collect()
}

fn visits(parts: &Parts, case: &Case) -> Vec<VisitView> {
    let view = |visit: &yizhi_casework::case::Visit| VisitView {
        officers: visit
            .officers
            .iter()
            .map(|officer| CertifiedView {
                id: officer.person.clone(),
                name: parts.name(&officer.person),
                credential_no: officer.credential_no.clone(),
            })
            .collect(),
        certificates_shown_at: visit.certificates_shown_at,
        started_at: visit.started_at,
        ended_at: visit.ended_at,
        address: visit.address.to_string(),
        findings: visit.findings.to_string(),
        party_present: visit.party_present,
        party_remark: visit.party_remark.as_ref().map(ToString::to_string),
    };
    case.visits.iter().map(view).collect()
}

fn documents(id: Uuid, case: &Case) -> Vec<DocumentView> {
    yizhi_documents::available(case)
        .into_iter()
        .map(|instrument| DocumentView {
            url: format!("/api/cases/{id}/documents/{}", instrument.kind.key()),
            kind: instrument.kind.key().to_owned(),
            number: Some(instrument.number),
            issued_on: Some(instrument.issued_on),
        })
        .collect()
}

fn decision(decision: &Decision) -> DecisionView {
    let (outcome, penalty, ground) = match &decision.outcome {
        Outcome::Penalty(penalty) => (OutcomeKind::Penalty, Some(penalty.clone()), None),
        Outcome::NoPenalty(ground) => (OutcomeKind::NoPenalty, None, Some(*ground)),
    };
    DecisionView {
        number: decision.number.clone(),
        decided_on: decision.decided_on,
        outcome,
        penalty,
        ground,
        reasons: decision.reasons.to_string(),
        late_reason: decision.late_reason.as_ref().map(ToString::to_string),
        served_on: decision.service.as_ref().map(|service| service.served_on),
    }
}
