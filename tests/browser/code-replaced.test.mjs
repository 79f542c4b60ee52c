// An act is judged by the law of its day: the code of 2026-08-15 replaced some statutes, and what was done before it stays under them.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { evidence, visit } from './api.mjs'
import { launch, picture } from './browser.mjs'
import { enter, mark, open, pick, play, sees, set, stands, write } from './desk.mjs'
import { startServer } from './server.mjs'

const ITEM = '对拒绝、阻挠噪声污染防治监督检查，或者在接受监督检查时弄虚作假的行政处罚'

const server = await startServer({ clock: '2026-08-24T09:00:00+08:00' })
const browser = await launch()
after(async () => {
  await browser.close()
  await server.stop()
})

test('a replaced statute is refused for an act after its last day and accepted for one before', () => play(browser, 'code-replaced', async () => {
  const page = await enter(browser, server.url, 'officer')
  await page.getByRole('link', { name: '现场发现立案登记' }).click()
  await write(page, '发现了什么', '检查时当事人拒绝开门，并更改设备运行记录')
  await write(page, '地址', '龙港市示例路5号')
  await pick(page, '协办人', '龚佳怡')
  await page.getByRole('button', { name: '登记案件' }).click()
  await stands(page, '核查中')

  const id = page.url().split('/').at(-1)
  await visit(page, id)
  await evidence(page, id)
  await page.reload()
  const form = await open(page, '提请立案')
  await set(form, '行为发生日', '2026年8月20日')
  await write(form, '执法事项', '噪声污染防治法 第七十一条')
  const found = form.getByRole('button', { name: ITEM })
  await found.getByText('2026年8月14日后失效').waitFor()
  await found.click()
  await mark(form, '类型', '法人或其他组织')
  await write(form, '名称', '示例五金厂（虚构）')
  await write(form, '统一社会信用代码', '91330383MA2AT9T61B')
  await write(form, '住址或住所', '龙港市示例路5号')
  await form.getByRole('button', { name: '提请立案', exact: true }).click()
  await form.getByText(/行为发生日 2026年8月20日（周四），噪声污染防治法已失效，有效至 2026年8月14日（周五）/).waitFor()
  await picture(page, 'code-replaced-refused', { fullPage: false })

  await set(form, '行为发生日', '2026年7月10日')
  await form.getByText('2026年8月14日后失效').waitFor({ state: 'hidden' })
  await form.getByRole('button', { name: '提请立案', exact: true }).click()
  await stands(page, '待立案审批')
  await sees(page, '噪声污染防治法 第七十一条')
  await sees(page, /有效至 2026年8月14日/)
  assert.deepEqual(page.faults, [])
}))
