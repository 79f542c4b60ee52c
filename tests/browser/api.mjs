// The steps that a test is not about, sent to the server in the session of an open page.
import { readFile } from 'node:fs/promises'
import { v7 as uuid } from 'uuid'
import { PHOTO } from './desk.mjs'

export const GAS = 'D1663'
export const FINE = 5_000_000
const HEADERS = { 'X-Yizhi-Client': 'web' }

async function json(answer) {
  if (!answer.ok()) throw new Error(`${answer.url()} ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}

export const read = async (page, path) => json(await page.request.get(path))
export const send = async (page, path, data) => json(await page.request.post(path, { headers: HEADERS, data: { command_id: uuid(), ...data } }))

/** One act on what it is now: `kind` is `cases`, `leads` or `links`. */
export async function act(page, kind, id, what) {
  const path = `/api/${kind}/${id}`
  const { version } = await read(page, path)
  return send(page, `${path}/acts`, { expected_version: version, act: what })
}

/** Reads until it is so; reactions run once a second. */
export async function until(page, path, so) {
  for (const end = Date.now() + 15_000; ;) {
    const found = await read(page, path)
    if (so(found)) return found
    if (Date.now() > end) throw new Error(`${path} stays ${JSON.stringify(found).slice(0, 400)}`)
    await new Promise((later) => setTimeout(later, 100))
  }
}

export async function store(page, name) {
  const id = uuid()
  await json(await page.request.put(`/api/files/${id}?name=${encodeURIComponent(name)}`, { headers: HEADERS, data: await readFile(PHOTO) }))
  return id
}

/** A case found on the spot by the person of the page and a second officer. */
export async function openCase(page, second_officer, summary) {
  const case_id = uuid()
  await send(page, '/api/cases', { case_id, source: 'inspection', summary, place: { address: '龙港市示例路2号' }, second_officer })
  return case_id
}

export async function registerLead(page, text, more = {}) {
  const lead_id = uuid()
  await send(page, '/api/leads', { lead_id, source: 'hotline', text, place: { address: '龙港市示例路3号', point: { datum: 'wgs84', lng: 120.57, lat: 27.5765 } }, field: '19', ...more })
  return lead_id
}

const PARTY = { kind: 'organisation', name: '示例燃气店（虚构）', code: '91330383MA2AT9T61B', representative: '张某（虚构）', address: '龙港市示例路1号', phone: '13800001234' }
export const penalty = { kinds: ['fine'], fine_fen: FINE }

export async function visit(page, id) {
  const { handlers } = await read(page, `/api/cases/${id}`)
  const { now } = await read(page, '/api/session')
  const at = now.replace(/\.\d+/, '')
  await act(page, 'cases', id, {
    type: 'record_visit', officers: handlers.map((one) => one.id), certificates_shown_at: at, started_at: at, ended_at: at,
    address: '龙港市示例路1号', findings: '现场存放液化气钢瓶12只。', party_present: true,
  })
}

export async function evidence(page, id) {
  const { now } = await read(page, '/api/session')
  await act(page, 'cases', id, { type: 'add_evidence', evidence_id: uuid(), kind: 'audiovisual', title: '现场照片', source: '现场拍摄', taken_on: now.slice(0, 10), file: await store(page, '现场照片.jpg') })
}

/** What carries a case on from each stage, by whom. The party waives its time, so that the clock stands still. */
const ON = {
  async verification({ officer }, id, today, item) {
    await visit(officer, id)
    await evidence(officer, id)
    await act(officer, 'cases', id, { type: 'propose_filing', item, party: PARTY, acted_on: today, facts: '未取得燃气经营许可证从事燃气经营活动。' })
  },
  filing_proposed: ({ head }, id) => act(head, 'cases', id, { type: 'approve_filing', opinion: '同意立案' }),
  investigation: ({ officer }, id) => act(officer, 'cases', id, { type: 'report_investigation', facts: '事实清楚，证据充分。', proposal: penalty, reasons: '初次违法，配合调查。' }),
  under_review: ({ reviewer }, id) => act(reviewer, 'cases', id, { type: 'review', outcome: 'pass', opinion: '事实清楚，定性准确。' }),
  reviewed: ({ officer }, id) => act(officer, 'cases', id, { type: 'issue_notice' }),
  notice_issued: ({ officer }, id, today) => act(officer, 'cases', id, serve('notice', today)),
  async notice_served({ officer, head }, id, today) {
    await act(officer, 'cases', id, { type: 'record_waiver', signed_on: today, file: await store(officer, '放弃声明.jpg') })
    await act(head, 'cases', id, { type: 'record_discussion', held_on: today, attendees: [{ person: 'P0169', opinion: '同意' }, { person: 'P0170', opinion: '同意' }], conclusion: '同意处罚' })
    await act(head, 'cases', id, { type: 'decide', outcome: 'penalty', penalty, reasons: '事实清楚，证据确凿。', no_correction_reason: '违法行为已经终止' })
  },
  decided: ({ officer }, id, today) => act(officer, 'cases', id, serve('decision', today)),
  served: ({ finance }, id, today) => act(finance, 'cases', id, { type: 'record_payment', paid_on: today, amount_fen: FINE, receipt_no: `浙财票${Number.parseInt(id.slice(-6), 16)}` }),
  fulfilled: ({ officer }, id) => act(officer, 'cases', id, { type: 'propose_closure', ground: 'fulfilled', note: '罚款已缴清' }),
  closure_proposed: ({ head }, id) => act(head, 'cases', id, { type: 'approve_closure', opinion: '同意结案' }),
  closed: ({ officer }, id) => act(officer, 'cases', id, { type: 'archive' }),
}
const serve = (document, served_on) => ({ type: 'serve', document, method: 'direct', receiver: '张某（虚构）', capacity: 'representative', served_on })

/** Brings a case to a later stage. `people` holds a page for each role that the way there needs. */
export async function bring(people, id, stage, item = GAS) {
  const today = (await read(people.officer, '/api/session')).now.slice(0, 10)
  for (;;) {
    const now = (await read(people.officer, `/api/cases/${id}`)).stage
    if (now === stage) return
    await ON[now](people, id, today, item)
  }
}
