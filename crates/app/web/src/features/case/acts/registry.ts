import type { CaseAct } from '@/api/contract'
import type { Load } from '@/features/act/module'

/** The form of every act on a case. The type makes the compiler ask for a form when the contract gains an act. */
export const CASE_FORMS: Record<CaseAct['type'], Load> = {
  record_visit: () => import('./RecordVisit.vue'),
  add_evidence: () => import('./AddEvidence.vue'),
  propose_filing: () => import('./ProposeFiling.vue'),
  approve_filing: () => import('./ApproveFiling.vue'),
  return_filing: () => import('./ReturnFiling.vue'),
  decline_filing: () => import('./DeclineFiling.vue'),
  order_correction: () => import('./OrderCorrection.vue'),
  record_reinspection: () => import('./RecordReinspection.vue'),
  report_investigation: () => import('./ReportInvestigation.vue'),
  review: () => import('./ReviewCase.vue'),
  issue_notice: () => import('./IssueNotice.vue'),
  serve: () => import('./ServeDocument.vue'),
  record_statement: () => import('./RecordStatement.vue'),
  record_waiver: () => import('./RecordWaiver.vue'),
  record_discussion: () => import('./RecordDiscussion.vue'),
  decide: () => import('./DecideCase.vue'),
  record_payment: () => import('./RecordPayment.vue'),
  propose_closure: () => import('./ProposeClosure.vue'),
  approve_closure: () => import('./ApproveClosure.vue'),
  archive: () => import('./Archive.vue'),
}
