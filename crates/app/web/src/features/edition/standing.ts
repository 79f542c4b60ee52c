import type { EditionView } from '@/api/contract'
import { useSession } from '@/composables/useSession'

export const CHANGE_KINDS = ['added', 'changed', 'removed'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
export const SIGNS: Record<ChangeKind, string> = { added: '+', changed: '~', removed: '−' }

/** Which sentence says where an edition stands; the server alone says what may be done with it. */
export type Standing = 'waiting' | 'outdated' | 'no_change' | 'too_late' | 'to_come' | 'in_force' | 'withdrawn'
export function standing(edition: EditionView, today: string): Standing {
  if (edition.state === 'withdrawn') return 'withdrawn'
  if (edition.state === 'published') return edition.effective_from > today ? 'to_come' : 'in_force'
  if (total(edition) > 0 && edition.effective_from <= today) return 'too_late'
  if (edition.outdated) return 'outdated'
  return total(edition) === 0 ? 'no_change' : 'waiting'
}

const TONES: Record<Standing, string> = { waiting: 'warn', outdated: 'danger', no_change: '', too_late: 'danger', to_come: 'brand', in_force: 'ok', withdrawn: '' }
export const tone = (edition: EditionView, today: string) => TONES[standing(edition, today)]

export const total = (edition: EditionView) => edition.added + edition.changed + edition.removed

/** A list is proposed for the first day of the next month; the person may say another. */
export function firstOfNextMonth(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/** Whether the form for managing is shown at all; whether it is taken, the server says. */
export function useManages(): boolean {
  const roles = useSession().me.value?.person.roles ?? []
  return roles.includes('supervisor') || roles.includes('head')
}
