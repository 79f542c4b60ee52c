import type { Penalty, PenaltyKind } from '@/api/contract'
import type { Check } from '@/composables/useCheck'
import { yuanInput } from '@/locales/format/money'

/** A penalty as it stands in a form: amounts are text until they are sent. */
export interface TypedPenalty {
  kinds: PenaltyKind[]; fine: string; base: string; quantity: string; gains: string
  correctable: boolean | null; days: string; original: string
}

const count = (number: number | null | undefined) => (number == null ? '' : String(number))

export const typedPenalty = (from: Penalty | null | undefined): TypedPenalty => ({
  kinds: [...(from?.kinds ?? [])],
  fine: yuanInput(from?.fine_fen),
  base: yuanInput(from?.base_fen),
  quantity: count(from?.quantity),
  gains: yuanInput(from?.gains_fen),
  correctable: from?.correctable ?? null,
  days: count(from?.days),
  original: yuanInput(from?.original_fen),
})

/** A draft of an older version of the form lacks what was added since. */
export function penaltyFrom(typed: TypedPenalty, check: Check, at: string): Penalty {
  const fined = typed.kinds.includes('fine')
  if (!typed.kinds.length) check.choice(`${at}.kinds`, null)
  const penalty: Penalty = { kinds: [...typed.kinds], fine_fen: fined ? check.yuan(`${at}.fine_fen`, typed.fine) : null }
  const base = fined ? check.optionalYuan(`${at}.base_fen`, typed.base) : null
  const quantity = fined ? check.optionalCount(`${at}.quantity`, typed.quantity) : null
  const days = fined ? check.optionalCount(`${at}.days`, typed.days ?? '') : null
  const original = fined ? check.optionalYuan(`${at}.original_fen`, typed.original ?? '') : null
  const gains = typed.kinds.includes('confiscate_gains') ? check.optionalYuan(`${at}.gains_fen`, typed.gains) : null
  if (base !== null) penalty.base_fen = base
  if (quantity !== null) penalty.quantity = quantity
  if (gains !== null) penalty.gains_fen = gains
  if (fined && typeof typed.correctable === 'boolean') penalty.correctable = typed.correctable
  if (days !== null) penalty.days = days
  if (original !== null) penalty.original_fen = original
  return penalty
}
