import type { StatuteRow } from '@/api/contract'
import { addDays } from '@/locales/format/day'

export interface Replacement { successor: string; statutes: StatuteRow[]; items: number; since: string | null }

/** Statutes under the one that takes their place, with the number of items that lose their article by it. */
export function bySuccessor(statutes: readonly StatuteRow[]): Replacement[] {
  const groups = new Map<string, StatuteRow[]>()
  for (const statute of statutes) if (statute.successor) groups.set(statute.successor, [...(groups.get(statute.successor) ?? []), statute])
  return [...groups].map(([successor, members]) => {
    const last = members.map(({ in_force_to }) => in_force_to).filter((day) => day !== null).sort()[0]
    return {
      successor, statutes: [...members].sort((a, b) => b.items - a.items || a.name.localeCompare(b.name, 'zh-CN')),
      items: members.reduce((sum, { items }) => sum + items, 0), since: last ? addDays(last, 1) : null,
    }
  })
}
