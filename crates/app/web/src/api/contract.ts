// The one door to the generated types: everything else imports from here. `generated.ts` is written from the server's
// own description of its API and never by hand.
import type { components } from './generated'

export type { paths } from './generated'

type Schemas = components['schemas']
/** An answer as it really arrives: the server writes every field, empty ones as null, though the description calls them optional. */
export type Shown<T> = T extends readonly (infer Entry)[]
  ? Shown<Entry>[]
  : T extends object ? { [Key in keyof T]-?: Shown<Exclude<T[Key], undefined>> } : T
/** Every member of a union, each once, in the order the pages show them. */
const all = <Code extends string>() => <const List extends readonly Code[]>(
  list: List & (Code extends List[number] ? unknown : { missing: Exclude<Code, List[number]> }),
): List => list

// Codes.
export type Role = Schemas['Role']
export const ROLES = all<Role>()(['officer', 'captain', 'supervisor', 'reviewer', 'head', 'finance', 'administrator', 'department'])
export type Stage = Schemas['Stage']
export const STAGES = all<Stage>()([
  'verification', 'filing_proposed', 'investigation', 'under_review', 'reviewed', 'notice_issued', 'notice_served',
  'decided', 'served', 'fulfilled', 'closure_proposed', 'closed', 'archived', 'not_filed',
])
export type LeadSource = Schemas['LeadSource']
export const LEAD_SOURCES = all<LeadSource>()(['complaint', 'report', 'inspection', 'referral', 'assigned', 'hotline', 'grid', 'monitoring', 'media', 'other'])
export type LeadState = Schemas['LeadState']
export const LEAD_STATES = all<LeadState>()(['received', 'dispatched', 'dismissed'])
export type EvidenceKind = Schemas['EvidenceKind']
export const EVIDENCE_KINDS = all<EvidenceKind>()(['documentary', 'physical', 'audiovisual', 'electronic', 'testimony', 'party_statement', 'appraisal', 'record'])
export type PenaltyKind = Schemas['PenaltyKind']
export const PENALTY_KINDS = all<PenaltyKind>()([
  'warning', 'criticism', 'fine', 'confiscate_gains', 'confiscate_goods', 'suspend_licence', 'lower_qualification',
  'revoke_licence', 'restrict_operation', 'stop_business', 'close', 'ban', 'detention', 'other',
])
export type PartyKind = Schemas['PartyKind']
export const PARTY_KINDS = all<PartyKind>()(['person', 'sole_trader', 'organisation'])
export type DeclineGround = Schemas['DeclineGround']
export const DECLINE_GROUNDS = all<DeclineGround>()(['minor_corrected', 'first_slight_corrected', 'no_fault', 'no_facts', 'out_of_time', 'not_competent', 'other'])
export type NoPenaltyGround = Schemas['NoPenaltyGround']
export const NO_PENALTY_GROUNDS = all<NoPenaltyGround>()(['minor_corrected', 'first_slight_corrected', 'no_fault', 'not_established', 'not_accountable', 'out_of_time'])
export type DismissGround = Schemas['DismissGround']
export const DISMISS_GROUNDS = all<DismissGround>()(['no_breach', 'duplicate', 'not_competent', 'unfounded'])
export type ReturnGround = Schemas['ReturnGround']
export const RETURN_GROUNDS = all<ReturnGround>()(['not_in_catalogue', 'no_jurisdiction', 'insufficient', 'out_of_time'])
export type ClosureGround = Schemas['ClosureGround']
export const CLOSURE_GROUNDS = all<ClosureGround>()(['fulfilled', 'no_penalty', 'other'])
export type ReviewOutcome = Schemas['ReviewOutcome']
export const REVIEW_OUTCOMES = all<ReviewOutcome>()(['pass', 'return'])
export type OutcomeKind = Schemas['OutcomeKind']
export const DECISION_OUTCOMES = all<OutcomeKind>()(['penalty', 'no_penalty'])
export type ServedDocument = Schemas['ServedDocument']
export const SERVED_DOCUMENTS = all<ServedDocument>()(['notice', 'decision'])
export type ServiceMethod = Schemas['ServiceMethod']
export const SERVICE_METHODS = all<ServiceMethod>()(['on_the_spot', 'direct', 'left', 'electronic', 'post', 'public_notice'])
export type ReceiverCapacity = Schemas['ReceiverCapacity']
export const RECEIVER_CAPACITIES = all<ReceiverCapacity>()(['party', 'family', 'representative', 'agent', 'mail_clerk', 'designated'])
export type LinkState = Schemas['LinkState']
export const LINK_STATES = all<LinkState>()(['referred', 'accepted', 'returned', 'filed', 'not_filed', 'decided', 'fed_back'])
export type WaitingFor = Schemas['WaitingFor']
export const WAITING_FOR = all<WaitingFor>()(['officer', 'head', 'reviewer', 'finance', 'party', 'none'])
export const CHAIN_STEPS = all<Schemas['ChainStepKind']>()(['approval', 'supervision', 'referral', 'lead', 'case', 'decision', 'feedback'])
export type CaseSort = 'updated' | 'due' | 'opened'
export const CASE_SORTS = all<CaseSort>()(['updated', 'due', 'opened'])
export type StreamKind = 'case' | 'lead' | 'link'
export const STREAM_KINDS = all<StreamKind>()(['case', 'lead', 'link'])

export type Precondition = Schemas['Precondition']
export const PRECONDITIONS = all<Precondition>()(['none', 'order_first', 'fine_after_order', 'order_then_heavier'])
export type PartyScope = Schemas['PartyScope']
export const PARTY_SCOPES = all<PartyScope>()(['person', 'organisation', 'both', 'unspecified'])
export type FineSubject = Schemas['FineSubject']
export const FINE_SUBJECTS = all<FineSubject>()(['any', 'person', 'organisation', 'responsible_person'])
export type BasisRole = Schemas['BasisRole']
export const BASIS_ROLES = all<BasisRole>()(['duty', 'penalty', 'measure'])
export type Measure = Schemas['Measure']
export const MEASURES = all<Measure>()(['seal', 'seize', 'preserve'])
export type ReasonKind = Schemas['ReasonCode']
export const REASON_KINDS = all<ReasonKind>()(['code', 'statute', 'article', 'initials', 'concept', 'near', 'words', 'field', 'choice'])
export type EditionState = Schemas['EditionState']
export const EDITION_STATES = all<EditionState>()(['prepared', 'published', 'withdrawn'])
export type BoundaryRole = Schemas['BoundaryRole']
export const BOUNDARY_ROLES = all<BoundaryRole>()(['lead', 'help', 'supervise'])
export type FindingKind = Schemas['FindingKind']
export const FINDING_KINDS = all<FindingKind>()(['gap', 'open', 'ranked'])
export type LawState = Schemas['LawState']
export const LAW_STATES = all<LawState>()(['unchanged', 'changed', 'unknown'])
export type Lighter = Schemas['Lighter']
export const LIGHTER = all<Lighter>()(['same', 'act', 'decision', 'unclear'])
export type LawVersion = Schemas['LawVersion']
export const LAW_VERSIONS = all<LawVersion>()(['act', 'decision'])
export type ApprovalRelation = Schemas['ApprovalRelation']
export const APPROVAL_RELATIONS = all<ApprovalRelation>()(['unlicensed', 'breach', 'expired', 'forged_or_lent', 'sanction_touches'])
/** ISO day, `YYYY-MM-DD`. */
export type Day = string
/** ISO instant with +08:00. */
export type Instant = string
export type Params = Record<string, string>

// Acts.
/** The generator cannot say "no fields of its own". */
type BareAct = { type: 'issue_notice' } | { type: 'archive' }
export type CaseAct = Exclude<Schemas['CaseAct'], { type: BareAct['type'] }> | BareAct
export const CASE_ACTS = all<CaseAct['type']>()([
  'record_visit', 'add_evidence', 'propose_filing', 'approve_filing', 'return_filing', 'decline_filing', 'order_correction',
  'record_reinspection', 'report_investigation', 'review', 'issue_notice', 'serve', 'record_statement', 'record_waiver',
  'record_discussion', 'decide', 'record_payment', 'propose_closure', 'approve_closure', 'archive',
])
export type LeadAct = Schemas['LeadAct']
export const LEAD_ACTS = all<LeadAct['type']>()(['dispatch', 'dismiss'])
export type LinkAct = Schemas['LinkAct']
export const LINK_ACTS = all<LinkAct['type']>()(['accept', 'return_referral'])

// What is sent.
export type NewLead = Schemas['RegisterLead']
export type NewCase = Schemas['OpenCaseRequest']
export type NewLink = Schemas['ReferRequest']
export type PartyInput = Schemas['PartyInput']
export type PlaceInput = Schemas['PlaceInput']
export type Penalty = Schemas['Penalty']
export type SentCaseAct = Schemas['Sent_CaseAct']
export interface Command<A> { command_id: string; expected_version: number; act: A }

// What is shown.
export interface Page<T> { items: T[]; next: string | null }
export interface List<T> { items: T[] }
export interface Problem { status: number; code: string; detail: string; article?: string | null; remedy?: string | null; params?: Params; faults?: RowFault[] }
export type RowFault = Shown<Schemas['RowFault']>
export type Written = Shown<Schemas['Accepted']>
export type Me = Shown<Schemas['Me']>
export type County = Shown<Schemas['CountyView']>
export type Areas = GeoJSON.FeatureCollection<GeoJSON.Geometry, { kind: 'station' | 'boundary'; code: string; name: string }>
export type ItemSummary = Shown<Schemas['ItemSummary']>
export type Item = Shown<Schemas['ItemView']>
export type ItemCounts = Shown<Schemas['ItemCounts']>
export type FieldCount = Shown<Schemas['FieldCount']>
export type Suggestion = Shown<Schemas['Suggestion']>
export type Reason = Shown<Schemas['SuggestionReason']>
export type RangeFacts = Schemas['RangeFacts']
export type RangeView = Shown<Schemas['RangeView']>
export type ItemVersion = Shown<Schemas['VersionView']>
export type CellChange = Shown<Schemas['CellChange']>
export type StatuteRow = Shown<Schemas['StatuteRow']>
export type StatuteView = Shown<Schemas['StatuteView']>
export type Competence = Shown<Schemas['CompetenceView']>
export type BodyView = Shown<Schemas['BodyView']>
export type BoundaryRow = Shown<Schemas['BoundaryRow']>
export type BoundaryFinding = Shown<Schemas['FindingView']>
export type EditionView = Shown<Schemas['EditionView']>
export type EditionChange = Shown<Schemas['ChangeView']>
export type EditionAct = Schemas['EditionAct']
export type LearnedChoice = Shown<Schemas['ChoiceView']>
export type LawView = Shown<Schemas['LawView']>
export type Person = Shown<Schemas['PersonView']>
export type Named = Shown<Schemas['Named']>
export type Point = Shown<Schemas['Wgs84']>
export type ActView = Shown<Schemas['ActView']>
export type DeadlineView = Shown<Schemas['DeadlineView']>
export type TimelineEntry = Shown<Schemas['TimelineEntry']>
export type StoredFile = Shown<Schemas['StoredFile']>
export type EvidenceView = Shown<Schemas['EvidenceView']>
export type LeadRow = Shown<Schemas['LeadRow']>
export type LeadView = Shown<Schemas['LeadView']>
export type ReporterView = Shown<Schemas['ReporterView']>
export type CaseRow = Shown<Schemas['CaseRow']>
export type CaseView = Shown<Schemas['CaseView']>
export type PartyView = Shown<Schemas['PartyView']>
export type LinkRow = Shown<Schemas['LinkRow']>
export type LinkView = Shown<Schemas['LinkView']>
export type ChainStep = Shown<Schemas['ChainStep']>
export type Work = Shown<Schemas['Work']>
export type InboxItem = Shown<Schemas['InboxMessage']>
export type EventRow = Shown<Schemas['JournalEntry']>
export type Overview = Shown<Schemas['Overview']>
export type TrialAccounts = Shown<Schemas['TrialAccounts']>
