import createClient from 'openapi-fetch'
import type {
  Areas, CaseAct, Command, County, EditionAct, LeadAct, LinkAct, NewCase, NewLead, NewLink, paths, RangeFacts, SentCaseAct, Shown, Written,
} from './contract'
import { Refused, toError, Unreachable } from './problem'

/** Tells the server that the request comes from our own page and not from a form on another site. */
export const CLIENT_HEADER = { 'X-Yizhi-Client': 'web' }

const http = createClient<paths>({
  baseUrl: `${typeof location === 'undefined' ? 'http://localhost' : location.origin}/api`,
  credentials: 'same-origin',
  headers: { ...CLIENT_HEADER, Accept: 'application/json, application/problem+json' },
})

let onSignedOut: () => void = () => {}
/** What to do when the session has ended; the session store sets it. */
export function whenSignedOut(then: () => void) { onSignedOut = then }

interface Answer<T> { data?: T; error?: unknown; response: Response }

async function settle<T>(call: Promise<Answer<T>>, opening = false): Promise<Shown<T>> {
  let answer: Answer<T>
  try {
    answer = await call
  } catch {
    throw new Unreachable()
  }
  if (answer.response.ok) return answer.data as Shown<T>
  const error = toError(answer.response.status, answer.error)
  if (error instanceof Refused && error.status === 401 && !opening) onSignedOut()
  throw error
}

type Filters = Record<string, string | undefined>
const clean = (filters: Filters, after: string | null, limit: number) => {
  const query: Record<string, string | number> = { limit }
  for (const [key, value] of Object.entries(filters)) if (value) query[key] = value
  if (after) query.after = after
  return query
}

let county: Promise<County> | null = null

export const api = {
  session: {
    read: () => settle(http.GET('/session'), true),
    open: (login: string, password: string) => settle(http.POST('/session', { body: { login, password } }), true),
    close: () => settle(http.DELETE('/session'), true),
  },
  county: {
    read: () => (county ??= settle(http.GET('/county')).catch((error: unknown) => { county = null; throw error })),
    areas: () => settle(http.GET('/county/areas')) as Promise<Areas>,
    overview: () => settle(http.GET('/overview')),
    events: (filters: { kind?: string; stream?: string }, after: string | null = null, limit = 50) =>
      settle(http.GET('/events', { params: { query: clean(filters, after, limit) } })),
  },
  items: {
    search: (filters: { q?: string; field?: string; department?: string; kind?: string; state?: string; on?: string }, after: string | null = null, limit = 20) =>
      settle(http.GET('/items', { params: { query: clean(filters, after, limit) } })),
    read: (code: string, on?: string) => settle(http.GET('/items/{code}', { params: { path: { code }, query: { on } } })),
    counts: (on?: string) => settle(http.GET('/items/counts', { params: { query: { on } } })),
    suggest: (q: string, hints: { field?: string; party?: string; on?: string } = {}, limit = 10) =>
      settle(http.GET('/items/suggest', { params: { query: { q, ...clean(hints, null, limit) } } })),
    choose: (q: string, code: string) => settle(http.POST('/items/choices', { body: { q, code } })),
    choices: () => settle(http.GET('/items/choices')),
    resetChoices: (concept?: string) => settle(http.DELETE('/items/choices', { params: { query: { concept } } })),
    range: (code: string, body: RangeFacts) => settle(http.POST('/items/{code}/range', { params: { path: { code } }, body })),
    cases: (code: string, after: string | null = null, limit = 20) =>
      settle(http.GET('/items/{code}/cases', { params: { path: { code }, query: clean({}, after, limit) } })),
  },
  statutes: {
    list: (filters: { q?: string; state?: string; on?: string }) => settle(http.GET('/statutes', { params: { query: filters } })),
    read: (name: string, filters: { version?: string; on?: string } = {}) =>
      settle(http.GET('/statutes/{name}', { params: { path: { name }, query: filters } })),
  },
  boundary: {
    ask: (query: { item: string; station?: string; on?: string; party?: string }) => settle(http.GET('/boundary', { params: { query } })),
    rules: () => settle(http.GET('/boundary/rules')),
    findings: (on?: string) => settle(http.GET('/boundary/findings', { params: { query: { on } } })),
  },
  editions: {
    list: () => settle(http.GET('/catalogue/editions')),
    read: (id: string) => settle(http.GET('/catalogue/editions/{id}', { params: { path: { id } } })),
    changes: (id: string, kind: string | undefined, after: string | null = null, limit = 50) =>
      settle(http.GET('/catalogue/editions/{id}/changes', { params: { path: { id }, query: clean({ kind }, after, limit) as { kind?: string; after?: number; limit?: number } } })),
    cases: (id: string) => settle(http.GET('/catalogue/editions/{id}/cases', { params: { path: { id } } })),
    act: (id: string, body: Command<EditionAct>) => settle(http.POST('/catalogue/editions/{id}/acts', { params: { path: { id } }, body })),
  },
  people: {
    list: (filters: { role?: string; brigade?: string; station?: string }) =>
      settle(http.GET('/people', { params: { query: filters } })),
  },
  leads: {
    list: (filters: { state?: string; brigade?: string; station?: string; q?: string }, after: string | null = null, limit = 50) =>
      settle(http.GET('/leads', { params: { query: clean(filters, after, limit) } })),
    read: (id: string) => settle(http.GET('/leads/{id}', { params: { path: { id } } })),
    reporter: (id: string) => settle(http.GET('/leads/{id}/reporter', { params: { path: { id } } })),
    register: (body: NewLead) => settle(http.POST('/leads', { body })),
    act: (id: string, body: Command<LeadAct>) => settle(http.POST('/leads/{id}/acts', { params: { path: { id } }, body })),
  },
  cases: {
    list: (filters: { stage?: string; brigade?: string; q?: string; sort?: string }, after: string | null = null, limit = 50) =>
      settle(http.GET('/cases', { params: { query: clean(filters, after, limit) } })),
    read: (id: string) => settle(http.GET('/cases/{id}', { params: { path: { id } } })),
    open: (body: NewCase) => settle(http.POST('/cases', { body })),
    act: (id: string, body: Command<CaseAct>) => settle(http.POST('/cases/{id}/acts', { params: { path: { id } }, body: body as SentCaseAct })),
  },
  links: {
    list: (filters: { state?: string; department?: string }, after: string | null = null, limit = 50) =>
      settle(http.GET('/links', { params: { query: clean(filters, after, limit) } })),
    read: (id: string) => settle(http.GET('/links/{id}', { params: { path: { id } } })),
    refer: (body: NewLink) => settle(http.POST('/links', { body })),
    act: (id: string, body: Command<LinkAct>) => settle(http.POST('/links/{id}/acts', { params: { path: { id } }, body })),
  },
  work: () => settle(http.GET('/work')),
  inbox: {
    list: () => settle(http.GET('/inbox')),
    markRead: (id: string) => settle(http.POST('/inbox/{id}/read', { params: { path: { id } } })),
  },
  trial: {
    accounts: () => settle(http.GET('/trial/accounts'), true),
    advance: (days: number) => settle(http.POST('/trial/clock', { body: { days } })),
  },
}

export type { Written }
