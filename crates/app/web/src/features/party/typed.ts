import type { CaseView, PartyInput, PartyKind } from '@/api/contract'
import type { Check } from '@/composables/useCheck'

export interface TypedParty { kind: PartyKind | ''; name: string; code: string; representative: string; address: string; phone: string }

/** A party known from an earlier proposal, except what is shown masked and has to be typed again. */
export const typedParty = (known: CaseView['party_detail']): TypedParty => ({
  kind: known?.kind ?? '', name: known?.name ?? '', code: '', representative: known?.representative ?? '', address: known?.address ?? '', phone: '',
})

export function partyFrom(typed: TypedParty, check: Check, at: string): PartyInput {
  const party: PartyInput = {
    kind: check.choice(`${at}.kind`, typed.kind) as PartyKind,
    name: check.text(`${at}.name`, typed.name),
    code: check.text(`${at}.code`, typed.code.normalize('NFKC').toUpperCase()),
    address: check.text(`${at}.address`, typed.address),
  }
  const representative = typed.kind === 'person' ? undefined : check.optional(typed.representative)
  const phone = check.optional(typed.phone)
  if (representative) party.representative = representative
  if (phone) party.phone = phone
  return party
}
