// A fine of five to ten times the gains, and a party that gives up its time in writing.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { act, bring, evidence, read, visit } from './api.mjs'
import { launch, picture } from './browser.mjs'
import { clickOnMap, does, enter, mark, open, pick, play, sees, seesWhyNot, set, stands, write } from './desk.mjs'
import { startServer } from './server.mjs'

const WORDS = '印刷厂超出许可范围承印出版物'
const ITEM = '对印刷业经营者未经许可擅自兼营、变更印刷经营活动或者擅自兼并其他印刷业经营者的行政处罚'
const IN_S02 = { lng: 120.527, lat: 27.57 }
const WAIVER = { name: '放弃陈述申辩和听证声明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n') }

const server = await startServer()
const browser = await launch()
after(async () => {
  await browser.close()
  await server.stop()
})

test('a multiple of the gains is checked against its base, and a written waiver ends the waiting', () => play(browser, 'printing', async () => {
  const officer = await enter(browser, server.url, 'officer3')
  await registers(officer)
  const captain = await enter(browser, server.url, 'captain7')
  const id = await dispatches(captain)
  await proposes(officer, id)

  const [head, reviewer] = [await enter(browser, server.url, 'head'), await enter(browser, server.url, 'reviewer')]
  await bring({ officer, head }, id, 'investigation')
  await reports(officer)
  await bring({ officer, head, reviewer }, id, 'notice_served')
  await act(head, 'cases', id, {
    type: 'record_discussion', held_on: '2026-07-20', attendees: [{ person: 'P0169', opinion: '同意' }, { person: 'P0170', opinion: '同意' }], conclusion: '同意处罚',
  })
  await head.goto(`/cases/${id}`)
  await seesWhyNot(head, /陈述申辩、听证期限到 2026年7月27日（周一）才满/)
  await waives(officer)
  await decides(head)
  for (const page of [officer, captain, head]) assert.deepEqual(page.faults, [])
}))

async function registers(page) {
  await page.getByRole('link', { name: '登记线索' }).click()
  await pick(page, '来源', '检查发现')
  await write(page, '反映的情况', WORDS)
  await write(page, '地址', '龙港市示例路8号')
  await page.getByRole('button', { name: '在地图上点选' }).click()
  await clickOnMap(page, '点选位置的地图', IN_S02, page.getByText(/^东经 120\.52\d+，北纬 27\.5[67]\d+/))
  await picture(page, 'lead-new-map', { fullPage: false })
  await pick(page, '领域', '新闻出版')
  await page.getByRole('button', { name: '登记线索' }).click()
  await sees(page, '龙浦联勤工作站')
  await sees(page, '社会事业文化执法大队')
}

async function dispatches(page) {
  const panel = page.getByRole('region', { name: '线索', exact: true })
  await page.getByRole('link', { name: WORDS }).waitFor()
  await clickOnMap(page, '地图', IN_S02, panel)
  await panel.getByRole('checkbox', { name: '丁凯' }).check()
  await panel.getByRole('checkbox', { name: '胡鹏程' }).check()
  await panel.getByRole('button', { name: '派单', exact: true }).click()
  await page.getByRole('button', { name: '龙浦联勤工作站 线索 0 · 在办 1' }).waitFor()
  const { items: [found] } = await read(page, '/api/cases')
  return found.id
}

async function proposes(page, id) {
  await visit(page, id)
  await evidence(page, id)
  await page.goto(`/cases/${id}`)
  await does(page, '提请立案', async (form) => {
    await set(form, '行为发生日', '2026年7月18日')
    await write(form, '执法事项', '印刷业管理条例 第三十七条')
    await form.getByRole('button', { name: ITEM }).click()
    await mark(form, '类型', '法人或其他组织')
    await write(form, '名称', '示例印刷厂（虚构）')
    await write(form, '统一社会信用代码', '91330383MA2AT9T61B')
    await write(form, '住址或住所', '龙港市示例路8号')
  })
  await stands(page, '待立案审批')
}

async function reports(page) {
  await page.reload()
  const form = await open(page, '提交调查终结报告')
  const submit = form.getByRole('button', { name: '提交调查终结报告', exact: true })
  await form.getByText('罚款', { exact: true }).click()
  await form.getByText('没收违法所得', { exact: true }).click()
  await form.getByText('法定幅度：5—10倍').waitFor()
  await write(form, '罚款金额', '60000')
  await write(form, '没收违法所得金额', '10000')
  await write(form, '种类和金额的裁量理由', '违法所得一万元，初次违法。')
  await submit.click()
  await form.getByText(/缺少计算基数/).waitFor()
  await write(form, '计算基数', '10000')
  await write(form, '罚款金额', '49999')
  await submit.click()
  await form.getByText(/罚款 49,999 元低于法定最低 50,000 元，法定幅度为 5—10倍/).waitFor()
  await picture(page, 'multiple-refused', { fullPage: false })
  await write(form, '罚款金额', '60000')
  await submit.click()
  await stands(page, '法制审核中')
  await sees(page, '罚款 60,000 元；没收违法所得 10,000 元')
}

async function waives(page) {
  await page.reload()
  await does(page, '登记书面放弃', async (form) => {
    await form.getByLabel('选择文件').setInputFiles(WAIVER)
    await form.getByText('已上传：放弃陈述申辩和听证声明.pdf').waitFor()
  })
  await sees(page, '当事人已书面放弃陈述申辩和听证，等待局领导作出决定。')
  const paper = await page.request.get(await page.getByRole('link', { name: '查看签署件' }).getAttribute('href'))
  assert.equal(paper.headers()['content-type'], 'application/pdf')
}

async function decides(page) {
  await page.reload()
  await does(page, '作出决定', async (form) => {
    await mark(form, '决定', '给予行政处罚')
    await write(form, '决定理由', '事实清楚，证据确凿，当事人放弃陈述申辩。')
    await write(form, '未责令改正的理由', '违法行为已经终止。')
  })
  await stands(page, '决定书待送达')
  await sees(page, '龙综执罚决字〔2026〕第000001号')
}
