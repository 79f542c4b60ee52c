// From an approval to the feedback: a department refers, the bureau handles, the supervisor sees the whole chain.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bring, read, until } from './api.mjs'
import { launch, picture } from './browser.mjs'
import { does, enter, mark, play, sees, set, write } from './desk.mjs'
import { startServer } from './server.mjs'

const PARTY = '示例燃气有限公司（虚构）'
const ITEM = '对未取得燃气经营许可证从事燃气经营活动的行政处罚'
const CHAIN = ['审批', '监管', '移送', '线索', '立案', '决定', '反馈']

const server = await startServer()
const browser = await launch()
after(async () => {
  await browser.close()
  await server.stop()
})

test('a referral becomes a case, and its result comes back', () => play(browser, 'referral', async () => {
  const department = await enter(browser, server.url, 'department')
  const link = await refers(department)
  const captain = await enter(browser, server.url, 'captain')
  const id = await accepts(captain, link)

  const people = {}
  for (const who of ['officer', 'head', 'reviewer', 'finance']) people[who] = await enter(browser, server.url, who)
  await bring(people, id, 'archived')
  await until(department, `/api/links/${link}`, ({ state }) => state === 'fed_back')
  await department.reload()
  await sees(department, '已结案并反馈，链条闭合。')
  assert.equal((await department.request.get(`/api/cases/${id}`)).status(), 403)

  const supervisor = await enter(browser, server.url, 'supervisor')
  await oversees(supervisor)
  for (const page of [department, captain, supervisor]) assert.deepEqual(page.faults, [])
}))

async function refers(page) {
  await sees(page, '还没有移送过线索。')
  await page.getByRole('link', { name: '移送线索' }).click()
  await write(page, '当事人', PARTY)
  await write(page, '监管发现', '燃气经营许可已注销，仍在经营瓶装燃气。')
  await set(page, '发现日期', '2026年7月17日')
  await write(page, '地点', '龙港市示例路1号')
  await mark(page, '是否紧急', '紧急')
  await mark(page, '当事人是否持有相关许可', '有许可')
  await write(page, '许可证号', '浙燃许2024001')
  await write(page, '审批事项', '燃气经营许可证核发')
  await write(page, '持有人', PARTY)
  await set(page, '发证日期', '2024年3月1日')
  await page.getByRole('textbox', { name: '涉嫌违反的执法事项' }).fill('城镇燃气管理条例 第四十五条第一款')
  await page.getByRole('button', { name: ITEM }).click()
  await picture(page, 'link-new')
  await page.getByRole('button', { name: '移送', exact: true }).click()
  await sees(page, '等待执法局受理或退回。')
  return page.url().split('/').at(-1)
}

async function accepts(page, link) {
  await page.getByRole('tab', { name: '部门移送（1）' }).click()
  await page.getByRole('link', { name: PARTY }).click()
  await picture(page, 'board-link', { fullPage: false })
  await does(page, '受理')
  const { lead_id } = await until(page, `/api/links/${link}`, (found) => found.lead_id)

  await page.getByRole('tab', { name: '线索' }).click()
  await page.getByRole('link', { name: `${PARTY}：燃气经营许可已注销` }).click()
  const panel = page.getByRole('region', { name: '线索', exact: true })
  await panel.getByRole('checkbox', { name: '汤爱华' }).check()
  await panel.getByRole('checkbox', { name: '龚佳怡' }).check()
  await panel.getByRole('button', { name: '派单', exact: true }).click()
  const { case_id } = await until(page, `/api/leads/${lead_id}`, (found) => found.case_id)
  return case_id
}

async function oversees(page) {
  await sees(page, '龙综执立字〔2026〕第000001号')
  await page.getByRole('link', { name: '链条' }).click()
  await page.getByRole('link', { name: PARTY }).click()
  const steps = page.getByRole('list', { name: '链条' }).getByRole('listitem')
  await steps.first().waitFor()
  const said = (await steps.allInnerTexts()).map((text) => text.split('\n').filter(Boolean).slice(0, 3).join(' '))
  assert.equal(said.length, CHAIN.length)
  for (const [place, name] of CHAIN.entries()) assert.match(said[place], new RegExp(`${name}\\s*完成`), said.join('; '))
  await sees(page, '龙综执罚决字〔2026〕第000001号')
  await picture(page, 'chain')

  await page.getByRole('link', { name: '事件记录' }).click()
  const rows = page.getByRole('row')
  await rows.nth(1).waitFor()
  for (const words of ['部门移送', '受理移送', '派单', '批准立案', '作出处罚决定', '反馈结果', '归档']) await page.getByRole('cell', { name: words, exact: true }).first().waitFor()
  await picture(page, 'events')
  assert.equal((await read(page, '/api/cases')).items.length, 1)
}
