import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { CLIENT_HEADER } from '@/api/client'
import type { ItemSummary, PartyKind } from '@/api/contract'
import type { Answer, Hints } from './ask'
import { merged, type Content, type Delta, type PocketItem } from './content'
import { Twin } from './twin'

/** The catalogue on this device. It is the same for everybody who may read it, and holds nobody's data. */
interface Kept extends DBSchema {
  catalogue: { key: 'content'; value: Content }
  checked: { key: 'at'; value: number }
}

const HOUR_MS = 3_600_000
let opened: Promise<IDBPDatabase<Kept>> | null = null
const database = () => (opened ??= openDB<Kept>('yizhi-pocket', 1, {
  upgrade(db) {
    db.createObjectStore('catalogue')
    db.createObjectStore('checked')
  },
}).catch((error: unknown) => { opened = null; throw error }))

/** Kept in memory once it was asked: making the index takes a while. */
let ready: { version: string; content: Content; twin: Twin } | null = null
let running: Promise<void> | null = null

/** Brings the copy up to date, at most once an hour unless somebody has just signed in. A failure changes nothing. */
export function refresh(now = false): Promise<void> {
  return (running ??= update(now).catch(() => { /* offline, or no room: the copy that is here stays */ }).finally(() => { running = null }))
}

async function update(now: boolean) {
  const db = await database()
  const checked = await db.get('checked', 'at')
  if (!now && checked !== undefined && Math.abs(Date.now() - checked) < HOUR_MS) return
  const own = await db.get('catalogue', 'content')
  const content = (own && await changed(own)) ?? await fetched<Content>('/api/catalogue/bundle')
  if (content.version !== own?.version) await db.put('catalogue', content, 'content')
  await db.put('checked', Date.now(), 'at')
  if (ready?.version !== content.version) ready = null
}

async function changed(own: Content): Promise<Content | null> {
  const has = { words_print: own.words_print, items: Object.fromEntries(own.items.map(({ code, print }) => [code, print])) }
  return merged(own, await fetched<Delta>('/api/catalogue/bundle/delta', { method: 'POST', body: JSON.stringify(has) }))
}

async function fetched<T>(path: string, more: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, { credentials: 'same-origin', headers: { ...CLIENT_HEADER, Accept: 'application/json', 'Content-Type': 'application/json' }, ...more })
  if (!answer.ok) throw new Error(`${path} ${answer.status}`)
  return await answer.json() as T
}

/** What the copy knows; null when there is none. */
export async function askPocket(text: string, hints: Hints, limit: number): Promise<Answer | null> {
  const content = ready?.content ?? await (await database()).get('catalogue', 'content')
  if (!content) return null
  ready ??= { version: content.version, content, twin: new Twin(content) }
  const { content: { items, on, version }, twin } = ready
  const hits = twin.search(text, { field: hints.fieldName || undefined, party: party(hints.party), limit })
  return {
    pocket: { version, on },
    hits: hits.flatMap(({ place, reasons }) => {
      const item = items[place]
      return item ? [{ item: shown(item, hints.on || on), reasons }] : []
    }),
  }
}

/** A clause names persons or organisations; a sole trader is a person. */
const party = (kind: PartyKind | '' | undefined) => (kind ? (kind === 'organisation' ? 'organisation' : 'person') : undefined)

/** An item as far as the pocket knows it. */
const shown = (item: PocketItem, on: string): ItemSummary => ({
  code: item.code, field_no: '', field: item.field, department: '', name: item.title, statute: item.statute, penalty_article: item.article, penalty_kinds: [],
  in_force_from: item.from ?? null, in_force_to: item.until ?? null, in_force: (!item.from || item.from <= on) && (!item.until || on <= item.until),
  successor_statute: null, fine: item.fine, precondition: item.precondition,
})
