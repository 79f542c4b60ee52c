import { Refused } from '@/api/problem'

const DAYS = ['happened_on', 'acted_on', 'finding.found_on', 'day', 'taken_on', 'inspected_on', 'served_on', 'made_on', 'signed_on', 'held_on', 'paid_on', 'due_on']

/**
 * Where on a form a refusal belongs when the server names no field: a matter of layout, not of law. The first of the
 * fields that stands on the page is taken; a code that is not listed is said over the whole form.
 */
const FIELDS: Record<string, readonly string[]> = {
  'day.in_future': DAYS, 'day.before': DAYS, 'lead.in_future': ['happened_on'], 'lead.field_unknown': ['field'],
  'link.in_future': ['finding.found_on'], 'link.granted_after_finding': ['approval.granted_on'], 'link.item_unknown': ['item'],
  'place.bad_point': ['place.point'], 'party.bad_code': ['party.code'], 'party.code_kind': ['party.code'], 'party.scope': ['party.kind'],
  'item.unknown': ['item'], 'item.not_in_force': ['item'], 'case.out_of_time': ['acted_on'],
  'case.one_handler': ['officers', 'second_officer'], 'case.not_an_officer': ['officers', 'second_officer'], 'case.uncertified': ['officers', 'second_officer'],
  'dispatch.one_officer': ['officers'], 'dispatch.not_an_officer': ['officers'], 'dispatch.uncertified': ['officers'], 'dispatch.officer_elsewhere': ['officers'],
  'dispatch.other_brigade': ['brigade'],
  'visit.certificate_first': ['certificates_shown_at'], 'visit.ends_early': ['ended_at'], 'file.unknown': ['file'],
  'correction.due_past': ['due_on'], 'reinspection.too_early': ['inspected_on'],
  'penalty.empty': ['kinds'], 'penalty.kind_twice': ['kinds'], 'penalty.police_only': ['kinds'], 'penalty.kind_not_in_item': ['kinds'], 'penalty.kind_not_notified': ['kinds'],
  'penalty.fine_amount': ['fine_fen', 'kinds'], 'penalty.below_minimum': ['fine_fen'], 'penalty.above_maximum': ['fine_fen'], 'penalty.heavier_than_notified': ['fine_fen', 'kinds'],
  'penalty.gains_amount': ['gains_fen', 'kinds'], 'fine.base_missing': ['base_fen'], 'fine.quantity_missing': ['quantity'],
  'fine.correctable_missing': ['correctable'], 'fine.days_missing': ['days', 'original_fen'], 'fine.not_for_party': ['fine_fen'],
  'law.choice_needed': ['law.version'], 'law.successor_unchecked': ['law.version'], 'law.not_in_catalogue': ['law.version'], 'law.heavier_chosen': ['law.version'],
  'service.wrong_stage': ['document'], 'service.left_unwitnessed': ['remark'], 'service.electronic_unconfirmed': ['remark'], 'service.public_unfounded': ['remark'],
  'statement.before_notice': ['made_on'], 'waiver.before_notice': ['signed_on'],
  'decision.no_correction_order': ['no_correction_reason'], 'decision.limit_passed': ['late_reason'],
  'payment.too_much': ['amount_fen'], 'payment.twice': ['receipt_no'], 'closure.ground': ['ground'],
}

export const fieldsOf = (error: unknown): readonly string[] => (error instanceof Refused ? (FIELDS[error.code] ?? []) : [])
