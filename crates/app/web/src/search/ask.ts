import { api } from '@/api/client'
import type { ItemSummary, PartyKind, ReasonKind, Suggestion } from '@/api/contract'
import { Unreachable } from '@/api/problem'

/** What helps the search besides the text. The pocket knows fields by their names, the server by their numbers. */
export interface Hints { field?: string; fieldName?: string; party?: PartyKind | ''; on?: string }
/** Why an item fits: words of the text (`matched`), what they met (`entry`), and what that adds, in thousandths. */
export interface Reason { kind: ReasonKind; matched: string[]; entry: string; score: number }
export interface Found { item: ItemSummary; reasons: Reason[] }
/** Which copy answered; none when it was the server. */
export interface Stamp { version: string; on: string }
export interface Answer { hits: Found[]; pocket: Stamp | null }

/** A lead may be longer; its beginning tells. The server cuts at the same length. */
const LONGEST = 400

/** The items that fit a text: from the server, and when it cannot be reached from the copy on this device. */
export async function ask(text: string, hints: Hints = {}, limit = 10): Promise<Answer> {
  const q = [...text.trim()].slice(0, LONGEST).join('')
  try {
    const { items } = await api.items.suggest(q, { field: hints.field, party: hints.party || undefined, on: hints.on || undefined }, limit)
    return { hits: items.map(found), pocket: null }
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    const own = await fromPocket(q, hints, limit)
    if (!own) throw error
    return own
  }
}

async function fromPocket(q: string, hints: Hints, limit: number): Promise<Answer | null> {
  try {
    const { askPocket } = await import('./pocket')
    return await askPocket(q, hints, limit)
  } catch {
    return null // no copy, or no room for one: the page says that the server cannot be reached
  }
}

const found = ({ reasons, ...item }: Suggestion): Found => ({ item, reasons })
