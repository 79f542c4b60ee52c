import type { Day, Precondition } from '@/api/contract'

/** The catalogue as it is carried in the pocket: what `GET /api/catalogue/bundle` answers. */
export interface Content {
  version: string
  revision: number
  /** The day it is of. */
  on: Day
  /** What a pair counts that stands in so many items, in thousandths: the twin knows no logarithm. */
  rarity: Record<string, number>
  /** What a pair counts that stands in the words of so many concepts, in thousandths. */
  near: Record<string, number>
  concepts: PackedConcept[]
  words_print: string
  /** The everyday words of each concept: ways joined by `|`, parts of a way by `+`, words of a part by `/`. */
  words: string[]
  /** In order of code. */
  items: PocketItem[]
}

export interface PackedConcept {
  n: string
  /** What it adds when it is fired, and for each point of nearness; in thousandths. */
  s: number
  k: number
  /** Places of the items it speaks of, each as the step from the one before. */
  t: number[]
}

export interface PocketItem {
  print: string
  code: string
  title: string
  statute: string
  field: string
  articles: string[]
  party: string | null
  initials: string
  article: string
  fine: string
  precondition: Precondition
  from?: Day
  until?: Day
}

/** What changed since the copy that is here: only items that are new or changed, and words only when they are. */
export interface Delta extends Content { codes: string[] }

/** The copy as it is after a change; null when the two do not fit together and the whole has to be fetched. */
export function merged(own: Content, delta: Delta): Content | null {
  const known = new Map([...own.items, ...delta.items].map((item) => [item.code, item]))
  const items = delta.codes.map((code) => known.get(code))
  const words = delta.words_print === own.words_print && !delta.words.length ? own.words : delta.words
  if (words.length !== delta.concepts.length || !items.every((item) => item !== undefined)) return null
  const { codes: _codes, ...content } = delta
  return { ...content, words, items }
}
