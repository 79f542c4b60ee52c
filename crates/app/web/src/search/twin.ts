// The twin of crates/search: the same ranking in the browser, to the last unit. Where the two differ, the other one is
// right; `tests/browser/pocket.test.mjs` compares them on every labelled complaint.
//
// All scores are whole numbers. What needs a logarithm comes from the server (`rarity`, `near`, `s`, `k`); the rest is
// the same operations on the same floats in the same order.
import type { ReasonKind } from '@/api/contract'
import type { Content } from './content'
import { articles, codeTokens, normal, pairs, ways, wordTokens } from './text'

export interface Query { field?: string; party?: string; limit: number }
export interface TwinReason { kind: ReasonKind; matched: string[]; entry: string; score: number }
export interface Hit { place: number; code: string; score: number; reasons: TwinReason[] }

/** See crates/search/src/rank.rs. */
const WORDS = 600
const CODE = 10_000_000
const CODE_BEGINS = 5_000_000
const STATUTE = 3_000
const ARTICLE = 4_000
const INITIALS = 2_000
const FIELD = 1_500
const PARTY = 700
const SHORTEST = 2
/** See crates/search/src/index.rs. */
const SHARE = { title: 10, statute: 4, field: 5 }
const K1 = 1.2
const B = 0.75

/** The number of a concept, of one of its ways, and of a part of it. */
type Belongs = readonly [concept: number, way: number, part: number]
interface Concept { name: string; score: number; nearness: number; targets: number[]; parts: number[] }
interface Near { score: number; concepts: number[] }
interface Fired { concept: number; matched: string[] }
interface Named { place: number; reason: TwinReason }
/** The items of a pair, in order, with its score in each. */
interface Postings { places: number[]; scores: number[] }
type Nearest = Map<number, { score: number; concept: number }>

/** An index over a content, ready to be asked. */
export class Twin {
  private readonly postings: Map<string, Postings>
  private readonly concepts: Concept[]
  private readonly words = new Map<string, Belongs[]>()
  private readonly longest: number
  private readonly near: Map<string, Near>
  private readonly byStatute: [string, number[]][]
  private readonly codes: string[]

  constructor(private readonly content: Content) {
    this.codes = content.items.map(({ code }) => normal(code))
    const statutes = content.items.map(({ statute }) => normal(statute))
    this.postings = postingsOf(content, statutes)
    this.byStatute = byStatute(statutes)
    this.concepts = content.concepts.map(({ n, s, k, t }) => ({ name: n, score: s, nearness: k, targets: summed(t), parts: [] }))
    this.near = this.readWords()
    this.longest = [...this.words.keys()].reduce((most, word) => Math.max(most, word.length), 0)
  }

  /** Reads the everyday words: where each belongs, and in which concepts each of their pairs stands. */
  private readWords(): Map<string, Near> {
    const near = new Map<string, Near>()
    for (const [number, concept] of this.concepts.entries()) {
      const own = new Set<string>()
      for (const [way, parts] of ways(this.content.words[number] ?? '').entries()) {
        concept.parts.push(parts.length)
        for (const [part, alternatives] of parts.entries()) {
          for (const word of alternatives) {
            push(this.words, word, [number, way, part])
            for (const token of wordTokens(word)) own.add(token)
          }
        }
      }
      for (const token of own) {
        const found = near.get(token)
        if (found) found.concepts.push(number)
        else near.set(token, { score: 0, concepts: [number] })
      }
    }
    for (const [token, found] of near) {
      const pair = this.content.near[found.concepts.length] ?? 0
      found.score = [...token].length === 1 ? Math.trunc((pair * 3) / 10) : pair
    }
    return near
  }

  /** The best hits, the best first; equal ones in order of code. */
  search(asked: string, query: Query): Hit[] {
    const text = normal(asked)
    const scores = new Array<number>(this.content.items.length).fill(0)
    const add = (place: number, score: number) => { scores[place] = (scores[place] ?? 0) + score }
    const own = new Set(pairs(text))
    for (const pair of own) {
      const found = this.postings.get(pair)
      found?.places.forEach((place, at) => add(place, wordScore(found.scores[at])))
    }
    const fired = this.fired(text)
    for (const { concept } of fired) {
      const spoken = this.concepts[concept]
      for (const place of spoken?.targets ?? []) add(place, spoken?.score ?? 0)
    }
    const nearest = this.nearest(text, own)
    for (const [place, { score }] of nearest) add(place, score)
    const named = this.named(asked, text)
    for (const { place, reason } of named) add(place, reason.score)
    if (query.field) this.content.items.forEach(({ field }, place) => { if (field === query.field) add(place, FIELD) })
    return scores
      .map((score, place) => ({ place, score: this.heldAgainst(query, place, score) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.place - b.place)
      .slice(0, query.limit)
      .map(({ place, score }) => ({
        place, score, code: this.content.items[place]?.code ?? '',
        reasons: this.reasons(place, query, { text, own, fired, nearest, named }),
      }))
  }

  /** The concepts each part of one of whose ways has a word in the text. */
  private fired(text: string): Fired[] {
    const found = new Map<number, Map<number, Map<number, string[]>>>()
    for (const word of this.present(text)) {
      for (const [concept, way, part] of this.words.get(word) ?? []) {
        push(inner(inner(found, concept), way), part, word)
      }
    }
    return inOrder(found).flatMap(([concept, byWay]) => {
      const needed = this.concepts[concept]?.parts ?? []
      const matched = inOrder(byWay)
        .filter(([way, parts]) => parts.size === needed[way])
        .map(([, parts]) => inOrder(parts).map(([, words]) => words.join('/')).join('+'))
      return matched.length ? [{ concept, matched }] : []
    })
  }

  /** Every word of the lexicon that stands in the text, in order. */
  private present(text: string): string[] {
    const found = new Set<string>()
    for (let from = 0; from < text.length; from += 1) {
      for (let to = from + 1; to <= Math.min(text.length, from + this.longest); to += 1) {
        const word = text.slice(from, to)
        if (this.words.has(word)) found.add(word)
      }
    }
    return [...found].sort()
  }

  /** For each item the nearest of the concepts that speak of it. */
  private nearest(text: string, own: Set<string>): Nearest {
    const shared = new Array<number>(this.concepts.length).fill(0)
    for (const token of new Set([...text, ...own])) {
      const found = this.near.get(token)
      for (const concept of found?.concepts ?? []) shared[concept] = (shared[concept] ?? 0) + (found?.score ?? 0)
    }
    const nearest: Nearest = new Map()
    for (const [concept, { nearness, targets }] of this.concepts.entries()) {
      const score = Math.trunc(((shared[concept] ?? 0) * nearness) / 1000)
      if (score <= 0) continue
      for (const place of targets) {
        if ((nearest.get(place)?.score ?? 0) < score) nearest.set(place, { score, concept })
      }
    }
    return nearest
  }

  /** What the text names outright: code, statute, article, initials. */
  private named(asked: string, text: string): Named[] {
    const named: Named[] = []
    const say = (place: number, kind: ReasonKind, matched: string, entry: string, score: number) =>
      named.push({ place, reason: { kind, matched: [matched], entry, score } })
    const tokens = codeTokens(asked, SHORTEST)
    const letters = text.length >= SHORTEST && /^[a-z]+$/.test(text)
    const numbers = articles(asked)
    const { items } = this.content
    for (const [place, code] of tokens.length ? this.codes.entries() : []) {
      for (const token of tokens) {
        const entry = items[place]?.code ?? ''
        if (token === code) say(place, 'code', token, entry, CODE)
        else if (token.length > SHORTEST && /[0-9]/.test(token) && code.startsWith(token)) say(place, 'code', token, entry, CODE_BEGINS)
      }
    }
    for (const [place, { initials }] of letters ? items.entries() : []) {
      const at = initials.indexOf(text)
      if (at < 0) continue
      // The earlier it stands and the more of the title it is, the better.
      const share = Math.trunc((1000 * text.length) / Math.max(initials.length, 1))
      say(place, 'initials', text, initials, INITIALS + share + Math.trunc(500 / (1 + at)))
    }
    for (const [place, item] of numbers.length ? items.entries() : []) {
      const article = numbers.find((number) => item.articles.includes(number))
      if (article !== undefined) say(place, 'article', article, article, ARTICLE)
    }
    const [statute, places] = this.byStatute.find(([name]) => [...name].length >= 3 && text.includes(name)) ?? ['', []]
    for (const place of places) say(place, 'statute', statute, statute, STATUTE)
    return named
  }

  /** An item that does not name the kind of party that was given stands a little lower. */
  private heldAgainst(query: Query, place: number, score: number): number {
    const named = this.content.items[place]?.party
    return named && query.party && named !== query.party ? score - PARTY : score
  }

  private reasons(place: number, query: Query, of: { text: string; own: Set<string>; fired: Fired[]; nearest: Nearest; named: Named[] }): TwinReason[] {
    const item = this.content.items[place]
    const reasons = of.named.filter((entry) => entry.place === place).map(({ reason }) => reason)
    for (const { concept, matched } of of.fired) {
      const spoken = this.concepts[concept]
      if (spoken?.targets.includes(place)) reasons.push({ kind: 'concept', matched, entry: spoken.name, score: spoken.score })
    }
    const near = of.nearest.get(place)
    if (near) {
      const stands = (pair: string) => this.near.get(pair)?.concepts.includes(near.concept) ?? false
      reasons.push({ kind: 'near', matched: stretches(of.text, stands), entry: this.concepts[near.concept]?.name ?? '', score: near.score })
    }
    const scoreOf = (pair: string) => {
      const found = this.postings.get(pair)
      const at = found ? found.places.indexOf(place) : -1
      return found && at >= 0 ? wordScore(found.scores[at]) : null
    }
    const words = stretches(of.text, (pair) => scoreOf(pair) !== null)
    if (words.length) reasons.push({ kind: 'words', matched: words, entry: item?.title ?? '', score: [...of.own].reduce((sum, pair) => sum + (scoreOf(pair) ?? 0), 0) })
    if (item && query.field === item.field) reasons.push({ kind: 'field', matched: [item.field], entry: item.field, score: FIELD })
    return reasons.sort((a, b) => b.score - a.score)
  }
}

const wordScore = (score = 0) => Math.trunc((score * WORDS) / 1000)

/** BM25 over pairs of characters of title, statute and name of the field. */
function postingsOf({ items, rarity }: Content, statutes: string[]): Map<string, Postings> {
  const counts = new Map<string, { places: number[]; tenths: number[] }>()
  const lengths = items.map(({ title, field }, place) => {
    const own = new Map<string, number>()
    const texts = [[normal(title), SHARE.title], [statutes[place] ?? '', SHARE.statute], [normal(field), SHARE.field]] as const
    for (const [text, share] of texts) for (const pair of pairs(text)) own.set(pair, (own.get(pair) ?? 0) + share)
    let length = 0
    for (const [pair, tenths] of own) {
      length += tenths
      let found = counts.get(pair)
      if (!found) counts.set(pair, found = { places: [], tenths: [] })
      found.places.push(place)
      found.tenths.push(tenths)
    }
    return length
  })
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(items.length, 1)
  const relative = lengths.map((length) => length / average)
  const postings = new Map<string, Postings>()
  for (const [pair, { places, tenths }] of counts) {
    const idf = rarity[places.length] ?? 0
    postings.set(pair, { places, scores: places.map((place, at) => pairScore(idf, tenths[at] ?? 0, relative[place] ?? 1)) })
  }
  return postings
}

/** How much a pair counts in an item, in thousandths. */
function pairScore(idf: number, tenths: number, relative: number): number {
  const many = tenths / 10
  const share = (many * (K1 + 1)) / (many + K1 * (1 - B + B * relative))
  return Math.floor(idf * share)
}

/** Distinct statutes, longest first, each with its items. */
function byStatute(statutes: string[]): [string, number[]][] {
  const found = new Map<string, number[]>()
  for (const [place, statute] of statutes.entries()) if (statute) push(found, statute, place)
  return [...found].sort(([a], [b]) => [...b].length - [...a].length || (a < b ? -1 : 1))
}

/** The longest stretches of a text all of whose pairs are wanted. */
function stretches(text: string, wanted: (pair: string) => boolean): string[] {
  const words: string[] = []
  let open = ''
  const close = () => { if (open && words.at(-1) !== open) words.push(open); open = '' }
  for (const pair of pairs(text)) {
    if (wanted(pair)) open = open ? open + [...pair].slice(1).join('') : pair
    else close()
  }
  close()
  return words
}

function summed(steps: number[]): number[] {
  let last = 0
  return steps.map((step) => { last += step; return last })
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const found = map.get(key)
  if (found) found.push(value)
  else map.set(key, [value])
}

function inner<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let found = map.get(key)
  if (!found) map.set(key, found = new Map<L, V>())
  return found
}

const inOrder = <V>(map: Map<number, V>): [number, V][] => [...map].sort(([a], [b]) => a - b)
