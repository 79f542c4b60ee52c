// Plain words find the item on a phone, its range is computed, a case is filed with it; and a changed list is published for
// the first of next month, so that the item has two versions.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { evidence, openCase, visit } from './api.mjs'
import { launch, PHONE, picture } from './browser.mjs'
import { enter, latin, mark, open, pick, play, sees, set, stands, write } from './desk.mjs'
import { startServer } from './server.mjs'

const WORDS = '楼下烧烤店的油烟熏得楼上开不了窗'
const CODE = 'D3152'
const FUMES = '对排放油烟的餐饮服务业经营者未安装油烟净化设施'
/** An item whose fine differs by party: an organisation at most 100,000, a person at most 1,000 yuan. */
const VALVE = 'D1655'

const server = await startServer()
const browser = await launch()
after(async () => {
  await browser.close()
  await server.stop()
})

test('an officer types what was seen, sees why the item fits, looks at its range, and files with it', () => play(browser, 'plain-words', async () => {
  const page = await enter(browser, server.url, 'officer', PHONE)
  const id = await openCase(page, 'P0002', WORDS)
  await visit(page, id)
  await evidence(page, id)
  await page.goto(`/cases/${id}`)
  const form = await open(page, '提请立案')
  const hits = form.getByRole('list', { name: /^查找结果/ }).getByRole('listitem')
  await form.getByText('根据登记内容推荐').waitFor()
  await write(form, '执法事项', WORDS)
  await form.getByText('根据登记内容推荐').waitFor({ state: 'hidden' })
  const found = (await hits.all()).slice(0, 5)
  const texts = await Promise.all(found.map((hit) => hit.innerText()))
  const place = texts.findIndex((text) => text.includes(FUMES))
  assert.ok(place >= 0, `among the first five: ${texts.map((text) => text.slice(0, 40)).join(' | ')}`)
  assert.match(texts[place], /依据：[\s\S]*油烟/, 'it says why')
  assert.deepEqual(await latin(page), [])
  await picture(page, 'plain-words-phone', { fullPage: false })

  const [item] = await Promise.all([page.context().waitForEvent('page'), found[place].getByRole('link', { name: /^看条款和幅度/ }).click()])
  await item.getByRole('heading', { name: FUMES }).waitFor()
  await sees(item, '5,000—50,000元')
  await picture(item, 'item-phone')
  assert.deepEqual(await latin(item), [])
  await item.close()

  await found[place].getByRole('button').first().click()
  await form.getByRole('button', { name: /换|重选|重新/ }).first().waitFor()
  await set(form, '行为发生日', '2026年7月20日')
  await mark(form, '类型', '法人或其他组织')
  await write(form, '名称', '示例烧烤店（虚构）')
  await write(form, '统一社会信用代码', '91330383MA2AT9T61B')
  await write(form, '住址或住所', '龙港市示例路8号')
  await form.getByRole('button', { name: '提请立案', exact: true }).click()
  await stands(page, '待立案审批')
  await sees(page, '大气污染防治法 第一百一十八条第一款')
  assert.deepEqual(page.faults, [])
}))

test('the calculator asks what the clause asks, and says how it counts', () => play(browser, 'calculator', async () => {
  const page = await enter(browser, server.url, 'officer', PHONE)
  await page.goto(`/catalogue/${VALVE}`)
  await page.getByRole('heading', { name: /擅自操作公用燃气阀门/ }).waitFor()
  const calculator = page.getByRole('region', { name: /幅度/ }).first()
  await pick(page, '当事人', /法人/)
  await calculator.getByText(/100,000元以下/).first().waitFor()
  await pick(page, '当事人', /公民|自然人|个人/)
  await calculator.getByText(/1,000元以下/).first().waitFor()
  await picture(page, 'calculator-phone')
  assert.deepEqual(page.faults, [])
}))

test('a supervisor publishes a changed list for the first of next month, and the item shows both versions', () => play(browser, 'edition', async () => {
  const page = await enter(browser, server.url, 'supervisor')
  const exported = await (await page.request.get('/api/catalogue/export?format=csv')).text()
  const lines = exported.split('\n')
  const row = lines.findIndex((line) => line.includes('D1663'))
  assert.ok(lines[row].includes(',500000,'), lines[row])
  lines[row] = lines[row].replace(',500000,', ',300000,')
  const file = (text) => ({ name: '事项目录（调整）.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

  await page.getByRole('link', { name: '事项目录' }).click()
  await page.getByRole('link', { name: '目录版本' }).click()
  await page.getByRole('button', { name: '导入目录' }).click()
  await page.locator('input[type=file]').setInputFiles(file(exported.replace('第三十五条', '第九百九十九条')))
  await page.getByRole('button', { name: '发送并比对' }).click()
  await page.getByText('这部法规里没有这一条。').waitFor()
  await sees(page, '目录没有任何改动')
  await picture(page, 'edition-faults')

  await page.locator('input[type=file]').setInputFiles(file(lines.join('\n')))
  await page.getByRole('button', { name: '发送并比对' }).click()
  await page.waitForURL(/\/editions\/[0-9a-f-]+$/)
  await sees(page, '待发布')
  await sees(page, /2026年8月1日/)
  await page.getByText('300000').waitFor()
  await picture(page, 'edition-preview')
  assert.deepEqual(await latin(page), [])
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await write(page, '发布依据', '市政府关于调整执法事项目录的批复（虚构）')
  await page.getByRole('button', { name: '确认发布' }).click()
  await sees(page, '已发布，待生效')
  await picture(page, 'edition-published')

  await page.goto('/catalogue/D1663')
  await sees(page, '50,000—500,000元')
  await page.goto('/catalogue/D1663?on=2026-08-01')
  await page.getByRole('heading', { name: /未取得燃气经营许可证从事燃气经营活动/ }).waitFor()
  await sees(page, '50,000—300,000元')
  const versions = page.getByRole('region', { name: /版本/ })
  await versions.getByText('50,000—500,000元').first().waitFor()
  await versions.getByText('50,000—300,000元').first().waitFor()
  await picture(page, 'item-versions')
  assert.deepEqual(page.faults, [])
}))
