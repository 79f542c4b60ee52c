// Every page for every role: empty and full, wide and narrow, in both languages, and when the server is gone.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { v7 as uuid } from 'uuid'
import { act, bring, evidence, openCase, read, registerLead, send, until, visit } from './api.mjs'
import { DESK, launch, picture } from './browser.mjs'
import { enter, pick, play, sees, write } from './desk.mjs'
import { chinese, noteData, settled, sweep, sweepForms } from './sweep.mjs'
import { startServer } from './server.mjs'

const ROLES = ['officer', 'captain', 'reviewer', 'head', 'finance', 'department', 'supervisor', 'admin']
const STAGES = ['verification', 'filing_proposed', 'investigation', 'under_review', 'reviewed', 'notice_served', 'decided', 'served', 'fulfilled', 'closure_proposed', 'closed', 'archived']
const ACTS = [
  '登记现场检查', '添加证据', '提请立案', '批准立案', '退回补充', '不予立案', '责令改正', '登记复查', '提交调查终结报告', '法制审核', '制作告知书', '登记送达', '登记当事人意见',
  '登记书面放弃', '登记集体讨论', '作出决定', '登记缴款', '提请结案', '批准结案', '归档', '派单', '不派单', '受理', '退回移送',
]
/** What each role has besides the pages its menu names. */
const CATALOGUE = [
  ['statutes', '/statutes'], ['statute', `/statutes/${encodeURIComponent('清洁生产促进法')}`], ['boundary', '/boundary?item=D3152'], ['editions', '/editions'], ['learned', '/learned'],
  ['item', '/catalogue/D1655'], ['ended item', '/catalogue/D3152?on=2026-09-01'], ['no item', '/catalogue/D9999'],
]
const FORMS = { officer: ['/leads/new', '/cases/new'], captain: ['/leads/new'], department: ['/links/new'] }

const server = await startServer()
const browser = await launch()
after(async () => {
  await browser.close()
  await server.stop()
})
const people = {}
/** The pages of single cases, leads and links that a role is shown, and those whose forms it opens. */
const things = {}
const offers = {}
/** axe takes its time, and a page is built alike for all who may open it. */
const seen = new Set()
const first = (kind) => !seen.has(kind) && Boolean(seen.add(kind))
const sweepOnce = (page, path, kind = path, name = kind) => sweep(page, path, { audit: first(kind), name })
/** What one types to search a Chinese catalogue is Chinese in any language. */
const EXAMPLE = '油烟净化'

async function menu(page) {
  const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link')
  return Promise.all((await links.all()).map((link) => link.getAttribute('href')))
}

test('nobody has anything to do yet, and every page says so', () => play(browser, 'pages-empty', async () => {
  const wrong = await Promise.all(ROLES.map(async (who) => {
    const page = people[who] = await enter(browser, server.url, who)
    const faults = []
    for (const path of [...await menu(page), '/inbox']) {
      faults.push(...await sweep(page, path, { name: `empty ${path}` }))
      // The catalogue is never empty.
      if (path !== '/catalogue' && !(await page.getByRole('main').innerText()).includes('没有')) faults.push(`${path} does not say that it is empty`)
    }
    for (const path of FORMS[who] ?? []) faults.push(...await sweepOnce(page, path))
    return faults.map((fault) => `${who} ${fault}`)
  }))
  assert.deepEqual(wrong.flat(), [])
}))

test('a bureau at work: every page of every role', () => play(browser, 'pages-full', async () => {
  await fill()
  const wrong = (await Promise.all(ROLES.map(async (who) => {
    const page = people[who]
    const faults = []
    for (const path of [...await menu(page), '/inbox']) faults.push(...await sweepOnce(page, path, `full ${path}`, `${who} ${path}`))
    for (const [kind, path] of things[who] ?? []) faults.push(...await sweepOnce(page, path, kind, `${who} ${kind}`))
    return faults
  }))).flat()
  wrong.push(...await sweepOnce(people.admin, '/nowhere'))
  const stranger = await enter(browser, server.url, 'officer')
  await stranger.context().clearCookies()
  wrong.push(...await sweepOnce(stranger, '/sign-in'))
  await stranger.context().close()
  assert.deepEqual(wrong, [])
}))

test('the form of every act', () => play(browser, 'pages-forms', async () => {
  const wrong = await Promise.all(Object.entries(offers).map(async ([who, paths]) => {
    const faults = []
    for (const path of paths) faults.push(...await sweepForms(people[who], path, first))
    return faults
  }))
  assert.deepEqual(wrong.flat(), [])
  assert.deepEqual([...seen].filter((kind) => ACTS.includes(kind)).sort(), [...ACTS].sort(), 'every act was opened')
}))

/** Cases at many stages, leads and links in each state, and reminders, because the time went on. */
async function fill() {
  const { officer, captain, department, head } = people
  const cases = {}
  for (const stage of STAGES) {
    cases[stage] = await openCase(officer, 'P0002', `巡查发现无证经营瓶装燃气（${Object.keys(cases).length + 1}）`)
    await bring(people, cases[stage], stage)
  }
  await visit(officer, cases.verification)
  await evidence(officer, cases.verification)
  await act(officer, 'cases', cases.investigation, { type: 'order_correction', content: '立即停止经营', due_on: '2026-07-24' })
  const lead = await registerLead(captain, '群众来电反映有人在路边充装液化气，没有证件', { reporter: { name: '举报人甲（虚构）', phone: '13900005678' } })
  const dismissed = await registerLead(captain, '重复来电')
  await act(captain, 'leads', dismissed, { type: 'dismiss', ground: 'duplicate', reason: '与前一条相同' })
  const link = await refer(department, '示例燃气有限公司（虚构）')
  const returned = await refer(department, '示例商行（虚构）')
  await act(captain, 'links', returned, { type: 'return_referral', ground: 'insufficient', reason: '缺少现场记录' })
  await head.request.post('/api/trial/clock', { headers: { 'X-Yizhi-Client': 'web' }, data: { days: 8 } })
  await act(head, 'cases', cases.notice_served, {
    type: 'record_discussion', held_on: '2026-07-28', attendees: [{ person: 'P0169', opinion: '同意' }, { person: 'P0170', opinion: '同意' }], conclusion: '同意处罚',
  })
  await until(officer, '/api/inbox', ({ items }) => items.length)
  const all = Object.entries(cases).map(([stage, id]) => [stage, `/cases/${id}`])
  const only = (...stages) => all.filter(([stage]) => stages.includes(stage))
  Object.assign(things, {
    officer: only('verification', 'filing_proposed', 'investigation', 'under_review', 'notice_served', 'served', 'archived'), captain: [['lead', `/leads/${lead}`], ['dismissed', `/leads/${dismissed}`], ['link', `/links/${link}`], ...only('verification')],
    reviewer: only('under_review'), head: [...only('filing_proposed', 'notice_served'), ['lead', `/leads/${lead}`]], finance: only('served'),
    department: [['link', `/links/${link}`], ['returned', `/links/${returned}`], ['forbidden', `/cases/${cases.served}`]],
    supervisor: [...CATALOGUE, ...only('archived'), ['link', `/links/${link}`], ['lead', `/leads/${lead}`]], admin: [['forbidden', `/cases/${cases.served}`]],
  })
  const pages = (...stages) => only(...stages).map(([, path]) => path)
  Object.assign(offers, {
    officer: pages('verification', 'investigation', 'reviewed', 'notice_served', 'decided', 'fulfilled', 'closed'), reviewer: pages('under_review'),
    head: pages('filing_proposed', 'notice_served', 'closure_proposed'), finance: pages('served'), captain: [`/leads/${lead}`, `/links/${link}`],
  })
}

async function refer(page, party_name) {
  const link_id = uuid()
  const referral = {
    approval: { permit_no: '浙燃许2024001', approval_item: '燃气经营许可证核发', holder: party_name, granted_on: '2024-03-01' },
    finding: { found_on: '2026-07-17', text: '许可已注销，仍在经营' }, item: 'D1663', party_name, place: '龙港市示例路1号', urgent: true,
  }
  await send(page, '/api/links', { link_id, referral })
  return link_id
}

test('in English only what the bureau wrote is Chinese', () => play(browser, 'pages-english', async () => {
  const leaks = []
  for (const who of ['officer', 'captain', 'head', 'department', 'supervisor']) {
    const page = people[who]
    await page.setViewportSize(DESK)
    const noted = noteData(page)
    noted.texts.add(EXAMPLE)
    await page.goto('/inbox')
    await page.getByRole('button', { name: 'Switch to English' }).click()
    await page.getByRole('navigation', { name: 'Main navigation' }).waitFor()
    const links = page.getByRole('navigation').getByRole('link')
    const paths = await Promise.all((await links.all()).map((link) => link.getAttribute('href')))
    for (const path of [...paths, '/inbox', ...FORMS[who] ?? [], ...(things[who] ?? []).map(([, at]) => at)]) {
      await page.goto(path)
      await settled(page)
      if (path === offers.head[1] && who === 'head') await picture(page, 'case-english')
      leaks.push(...(await chinese(page, noted)).map((text) => `${who} ${path}: ${text}`))
    }
    await page.evaluate(() => localStorage.clear())
    await page.reload()
  }
  assert.deepEqual(leaks, [])
}))

test('a form survives a lost connection and is sent once', () => play(browser, 'pages-lost', async () => {
  const page = people.captain
  await page.goto('/leads/new')
  await pick(page, '来源', '举报')
  await write(page, '反映的情况', '断网时登记的线索')
  await write(page, '地址', '龙港市示例路9号')
  await page.route('**/api/leads', (route) => route.abort())
  await page.getByRole('button', { name: '登记线索' }).click()
  await page.getByRole('alert').getByText('没有收到服务器的答复。').waitFor()
  await page.unroute('**/api/leads')
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('yizhi.draft.')))
  await page.reload()
  await sees(page, /已恢复本机/)
  await page.getByRole('button', { name: '登记线索' }).click()
  await sees(page, '等待大队长派单。')
  const { items } = await read(page, '/api/leads?q=断网时登记的线索')
  assert.equal(items.length, 1)
  page.faults.length = 0
}))

test('when the server is gone the page says so and offers to try again', () => play(browser, 'pages-down', async () => {
  await server.stop()
  for (const who of ['officer', 'supervisor']) {
    const page = people[who]
    await page.getByRole('link', { name: '案件' }).first().click()
    const alert = page.getByRole('main').getByRole('alert')
    await alert.getByText('连不上服务器').waitFor()
    await alert.getByRole('button', { name: '再试一次' }).waitFor()
    await picture(page, `down-${who}`, { fullPage: false })
  }
}))
