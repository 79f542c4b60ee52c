//! What a case may be asked to do. These are also the bodies of the API: one noun, one name.

use super::law::LawChoice;
use super::{penalty::Penalty, state::Origin};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use yizhi_domain::{
    id::{BrigadeCode, EvidenceId, FileId, ItemCode, PersonId, StationCode},
    money::Fen,
    party::PartyInput,
    place::Wgs84,
    text::{Line, Prose},
};

/// A command to a case.
#[derive(Debug, Clone, PartialEq)]
pub enum CaseCommand {
    /// Open it.
    Open(Box<OpenCase>),
    /// Do something in it.
    Act(Box<CaseAct>),
}

/// Open a case for verification (核查), from a dispatched lead or by an officer on the spot.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenCase {
    /// Where it came from.
    pub origin: Origin,
    /// How it became known (线索来源), as the lead names it.
    pub source: String,
    /// What is said to have happened.
    pub summary: Prose,
    /// Where.
    pub address: Line,
    /// Where on the map.
    pub point: Option<Wgs84>,
    /// When, as far as known.
    pub happened_on: Option<NaiveDate>,
    /// The brigade that owns the case.
    pub brigade: BrigadeCode,
    /// The station whose area it is.
    pub station: Option<StationCode>,
    /// Handlers, the lead handler (承办人) first.
    pub handlers: Vec<PersonId>,
}

/// What a person may do in an open case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum CaseAct {
    /// 现场检查（勘验）笔录
    RecordVisit(RecordVisit),
    /// Evidence (证据).
    AddEvidence(AddEvidence),
    /// Ask the head to file (立案审批).
    ProposeFiling(ProposeFiling),
    /// File the case (批准立案).
    ApproveFiling(ApproveFiling),
    /// Send the proposal back.
    ReturnFiling(ReturnFiling),
    /// Decline to file (不予立案).
    DeclineFiling(DeclineFiling),
    /// Order to correct (责令改正).
    OrderCorrection(OrderCorrection),
    /// Re-inspection after an order (复查).
    RecordReinspection(RecordReinspection),
    /// Report of the investigation (调查终结报告).
    ReportInvestigation(ReportInvestigation),
    /// Legal review (法制审核).
    Review(Review),
    /// Issue the prior notice (事先告知).
    IssueNotice(IssueNotice),
    /// Serve a document (送达).
    Serve(Serve),
    /// Statement and defence (陈述申辩).
    RecordStatement(RecordStatement),
    /// Written waiver of statement, defence and hearing.
    RecordWaiver(RecordWaiver),
    /// Collective discussion (集体讨论).
    RecordDiscussion(RecordDiscussion),
    /// Decide (作出决定).
    Decide(Decide),
    /// A payment arrived (缴款).
    RecordPayment(RecordPayment),
    /// Ask the head to close (结案审批).
    ProposeClosure(ProposeClosure),
    /// Close (批准结案).
    ApproveClosure(ApproveClosure),
    /// Archive the case file (归档).
    Archive(Archive),
}

/// On-site record: certificates are shown first (处罚法 Art. 55).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordVisit {
    /// Officers present, at least two handlers.
    pub officers: Vec<PersonId>,
    /// When the certificates were shown.
    pub certificates_shown_at: DateTime<FixedOffset>,
    /// When the inspection began.
    pub started_at: DateTime<FixedOffset>,
    /// When it ended.
    pub ended_at: DateTime<FixedOffset>,
    /// Where.
    #[schema(value_type = String)]
    pub address: Line,
    /// What was found.
    #[schema(value_type = String)]
    pub findings: Prose,
    /// Whether the party was present.
    pub party_present: bool,
    /// What the party said, or why there is no signature.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub party_remark: Option<Prose>,
}

/// The eight kinds of evidence (处罚法 Art. 46).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// 书证
    Documentary,
    /// 物证
    Physical,
    /// 视听资料
    Audiovisual,
    /// 电子数据
    Electronic,
    /// 证人证言
    Testimony,
    /// 当事人的陈述
    PartyStatement,
    /// 鉴定意见
    Appraisal,
    /// 勘验笔录、现场笔录
    Record,
}

/// A piece of evidence; a file that goes with it was stored before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddEvidence {
    /// Id made by the client.
    #[schema(value_type = uuid::Uuid)]
    pub evidence_id: EvidenceId,
    /// Which of the eight kinds.
    pub kind: EvidenceKind,
    /// What it shows.
    #[schema(value_type = String)]
    pub title: Line,
    /// Where it comes from.
    #[schema(value_type = String)]
    pub source: Line,
    /// The day it was taken.
    pub taken_on: NaiveDate,
    /// The stored file.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub file: Option<FileId>,
}

/// Proposal to file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeFiling {
    /// The enforcement item.
    #[schema(value_type = String)]
    pub item: ItemCode,
    /// The party.
    pub party: PartyInput,
    /// The day of the act; of a continuing act, the day it ended or was found.
    pub acted_on: NaiveDate,
    /// The facts so far.
    #[schema(value_type = String)]
    pub facts: Prose,
}

/// Approval of the filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveFiling {
    /// The head's opinion.
    #[schema(value_type = String)]
    pub opinion: Prose,
}

/// The proposal goes back to the handlers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnFiling {
    /// What is missing.
    #[schema(value_type = String)]
    pub reason: Prose,
}

/// Listed grounds for not filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DeclineGround {
    /// Minor, corrected in time, no harm (处罚法 Art. 33).
    MinorCorrected,
    /// First, slight harm, corrected (处罚法 Art. 33).
    FirstSlightCorrected,
    /// The party shows there was no fault (处罚法 Art. 33).
    NoFault,
    /// No facts of a breach.
    NoFacts,
    /// Beyond the limitation (处罚法 Art. 36).
    OutOfTime,
    /// Another organ is competent.
    NotCompetent,
    /// Another ground, named in the reason.
    Other,
}

/// Decision not to file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineFiling {
    /// Which of the listed grounds.
    pub ground: DeclineGround,
    /// Why.
    #[schema(value_type = String)]
    pub reason: Prose,
}

/// Order to correct (处罚法 Art. 28); not a penalty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderCorrection {
    /// What must be put right.
    #[schema(value_type = String)]
    pub content: Prose,
    /// The last day to do it.
    pub due_on: NaiveDate,
}

/// Re-inspection of an order to correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordReinspection {
    /// The day.
    pub inspected_on: NaiveDate,
    /// Whether it was put right.
    pub corrected: bool,
    /// What was found.
    #[schema(value_type = String)]
    pub note: Prose,
}

/// Report of the investigation with the proposed penalty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportInvestigation {
    /// Facts and main evidence.
    #[schema(value_type = String)]
    pub facts: Prose,
    /// The proposed penalty.
    pub proposal: Penalty,
    /// Reasons for kind and amount.
    #[schema(value_type = String)]
    pub reasons: Prose,
}

/// Outcome of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// Passed.
    Pass,
    /// Back to the handlers.
    Return,
}

/// Legal review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Outcome.
    pub outcome: ReviewOutcome,
    /// Opinion.
    #[schema(value_type = String)]
    pub opinion: Prose,
}

/// Issue the prior notice; its content is the reviewed proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IssueNotice {}

/// Which document is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServedDocument {
    /// Prior notice.
    Notice,
    /// Decision.
    Decision,
}

/// How it is served (处罚法 Art. 61; 民诉法 Art. 87–95).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceMethod {
    /// 当场交付
    OnTheSpot,
    /// 直接送达
    Direct,
    /// 留置送达
    Left,
    /// 电子送达
    Electronic,
    /// 邮寄送达
    Post,
    /// 公告送达
    PublicNotice,
}

/// In what capacity the receiver signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReceiverCapacity {
    /// The party.
    Party,
    /// Adult family living together.
    Family,
    /// Legal representative or person in charge.
    Representative,
    /// Agent.
    Agent,
    /// Clerk who receives the mail.
    MailClerk,
    /// A receiver the party named.
    Designated,
}

/// Proof of service (送达回证).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Serve {
    /// Which document.
    pub document: ServedDocument,
    /// How.
    pub method: ServiceMethod,
    /// Who received it.
    #[schema(value_type = String)]
    pub receiver: Line,
    /// In what capacity.
    pub capacity: ReceiverCapacity,
    /// The day on the proof: signed, refused, left, arrived or published.
    pub served_on: NaiveDate,
    /// Witnesses of leaving, confirmation of electronic service, course of the other ways.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub remark: Option<Prose>,
}

/// What the party stated, and how it is answered (处罚法 Art. 45).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordStatement {
    /// The day.
    pub made_on: NaiveDate,
    /// Facts, reasons and evidence given.
    #[schema(value_type = String)]
    pub text: Prose,
    /// Whether a hearing is asked for.
    pub requests_hearing: bool,
    /// What is taken up, what not, and why.
    #[schema(value_type = String)]
    pub answer: Prose,
}

/// The party gives up statement, defence and hearing in writing (处罚法 Art. 62).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordWaiver {
    /// The day it was signed.
    pub signed_on: NaiveDate,
    /// The signed paper, stored before.
    #[schema(value_type = uuid::Uuid)]
    pub file: FileId,
}

/// One voice in a collective discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// Who.
    #[schema(value_type = String)]
    pub person: PersonId,
    /// The opinion.
    #[schema(value_type = String)]
    pub opinion: Prose,
}

/// Collective discussion of the heads (处罚法 Art. 57).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordDiscussion {
    /// The day.
    pub held_on: NaiveDate,
    /// Everyone with an opinion.
    pub attendees: Vec<Voice>,
    /// What was concluded.
    #[schema(value_type = String)]
    pub conclusion: Prose,
}

/// Grounds for a decision without penalty (处罚法 Art. 30–33, 57).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoPenaltyGround {
    /// Minor, corrected in time, no harm.
    MinorCorrected,
    /// First, slight harm, corrected.
    FirstSlightCorrected,
    /// No fault.
    NoFault,
    /// The facts are not established.
    NotEstablished,
    /// Under fourteen, or not accountable.
    NotAccountable,
    /// Beyond the limitation.
    OutOfTime,
}

/// A decision with a penalty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecidePenalty {
    /// The penalty.
    pub penalty: Penalty,
    /// Reasons, with how the statement was dealt with.
    #[schema(value_type = String)]
    pub reasons: Prose,
    /// Why no order to correct was needed, when there is none (处罚法 Art. 28).
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub no_correction_reason: Option<Prose>,
    /// Why it is late, when the limit has passed (处罚法 Art. 60).
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub late_reason: Option<Prose>,
    /// Which version of the law applies, where no rule says (处罚法 Art. 37).
    #[serde(default)]
    pub law: Option<LawChoice>,
}

/// A decision without penalty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideNoPenalty {
    /// Ground.
    pub ground: NoPenaltyGround,
    /// Reasons and how the party was educated.
    #[schema(value_type = String)]
    pub reasons: Prose,
    /// Why it is late, when the limit has passed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub late_reason: Option<Prose>,
}

/// The decision of the head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Decide {
    /// 处罚决定
    Penalty(DecidePenalty),
    /// 不予处罚决定
    NoPenalty(DecideNoPenalty),
}

/// A payment, as the bank reports it; handlers never collect (处罚法 Art. 67).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPayment {
    /// The day it was paid.
    pub paid_on: NaiveDate,
    /// In fen.
    pub amount_fen: Fen,
    /// Number of the fiscal receipt.
    #[schema(value_type = String)]
    pub receipt_no: Line,
}

/// Grounds for closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClosureGround {
    /// The decision is fulfilled.
    Fulfilled,
    /// Decided without penalty.
    NoPenalty,
    /// Another ground, named in the note.
    Other,
}

/// Proposal to close.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeClosure {
    /// Ground.
    pub ground: ClosureGround,
    /// How each part of the decision was fulfilled.
    #[schema(value_type = String)]
    pub note: Prose,
}

/// Approval of the closure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveClosure {
    /// The head's opinion.
    #[schema(value_type = String)]
    pub opinion: Prose,
}

/// Archive the file; from then on nothing changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Archive {}
