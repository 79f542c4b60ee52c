// A complaint becomes a case, and the case runs to the archive: six people, one of them on a phone.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { launch, PHONE, picture } from './browser.mjs'
import { choose, clickOnMap, does, enter, latin, mark, open, PHOTO, pick, play, sees, seesWhyNot, set, stands, write } from './desk.mjs'
import { startServer } from './server.mjs'

const WORDS = '有人在示例路1号无证充装、销售瓶装液化气'
const ITEM = '对未取得燃气经营许可证从事燃气经营活动的行政处罚'
const IN_S01 = { lng: 120.57, lat: 27.5765 }

const server = await startServer()
const browser = await launch()
after(async () => {
  await browser.close()
  await server.stop()
})

test('a complaint is registered, dispatched, investigated, decided, paid and archived', () => play(browser, 'one-case', async () => {
  const captain = await enter(browser, server.url, 'captain')
  await registers(captain)
  await dispatches(captain)

  const officer = await enter(browser, server.url, 'officer', PHONE)
  await investigates(officer)

  const head = await enter(browser, server.url, 'head')
  await sees(head, '审批')
  await head.getByRole('link', { name: ITEM }).click()
  await stands(head, '待立案审批')
  await does(head, '批准立案', (form) => write(form, '意见', '同意立案'))
  await sees(head, '龙综执立字〔2026〕第000001号')
  await stands(head, '调查取证')

  await reports(officer)
  const reviewer = await enter(browser, server.url, 'reviewer')
  await reviews(reviewer)
  await notifies(officer)
  await decides(head)
  await serves(officer)
  const finance = await enter(browser, server.url, 'finance')
  await collects(finance)
  await closes(officer, head)
  for (const page of [captain, officer, head, reviewer, finance]) assert.deepEqual(page.faults, [])
}))

async function registers(page) {
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: IN_S01.lng, latitude: IN_S01.lat })
  await page.getByRole('link', { name: '线索' }).click()
  await page.getByRole('link', { name: '登记线索' }).click()
  await pick(page, '来源', '投诉')
  await write(page, '反映的情况', WORDS)
  await write(page, '地址', '龙港市示例路1号')
  await page.getByRole('button', { name: '用我现在的位置' }).click()
  await sees(page, '东经 120.57000，北纬 27.57650')
  await pick(page, '领域', /^建设$/)
  await page.getByRole('button', { name: '登记线索' }).click()
  await page.getByText('线索已登记，等待派单。').waitFor()
  await sees(page, '江浦联勤工作站')
}

async function dispatches(page) {
  await page.getByRole('link', { name: '指挥台' }).click()
  const panel = page.getByRole('region', { name: '线索', exact: true })
  await page.getByRole('link', { name: WORDS }).waitFor()
  await clickOnMap(page, '地图', IN_S01, panel)
  await panel.getByRole('checkbox', { name: '汤爱华' }).check()
  await panel.getByRole('checkbox', { name: '龚佳怡' }).check()
  await picture(page, 'board', { fullPage: false })
  await panel.getByRole('button', { name: '派单', exact: true }).click()
  await page.getByText('已完成：派单').waitFor()
  await page.getByRole('button', { name: '江浦联勤工作站 线索 0 · 在办 1' }).waitFor()
}

async function investigates(page) {
  await sees(page, '待办')
  await picture(page, 'work-phone')
  await page.getByRole('link', { name: WORDS }).click()
  await stands(page, '核查中')
  await picture(page, 'case-phone')
  await does(page, '登记现场检查', async (form) => {
    await set(form, '出示证件时间', '08:30')
    await set(form, '开始时间', '08:32')
    await set(form, '结束时间', '08:20')
    await write(form, '检查情况', '现场存放液化气钢瓶12只，当事人未能出示燃气经营许可证。')
    await mark(form, '当事人是否在场', '当事人在场')
    await form.getByRole('button', { name: '登记现场检查', exact: true }).click()
    await form.getByText(/结束时间早于开始时间/).waitFor()
    assert.deepEqual(await latin(page), [])
    await set(form, '结束时间', '08:50')
    await picture(page, 'visit-phone', { fullPage: false })
  })
  await does(page, '添加证据', async (form) => {
    await choose(form, PHOTO)
    await mark(form, '证据种类', '视听资料')
    await write(form, '证明什么', '现场存放的液化气钢瓶')
    await write(form, '来源', '现场拍摄')
  })
  await page.getByRole('img', { name: '现场存放的液化气钢瓶' }).waitFor()
  await does(page, '提请立案', async (form) => {
    await write(form, '执法事项', '城镇燃气管理条例 第四十五条第一款')
    await form.getByRole('button', { name: ITEM }).click()
    await mark(form, '类型', '法人或其他组织')
    await write(form, '名称', '示例燃气店（虚构）')
    await write(form, '统一社会信用代码', '91330383MA2AT9T61B')
    await write(form, '住址或住所', '龙港市示例路1号')
    await picture(page, 'propose-phone', { fullPage: false })
  })
  await stands(page, '待立案审批')
}

async function reports(page) {
  await page.reload()
  await stands(page, '调查取证')
  await does(page, '提交调查终结报告', async (form) => {
    await form.getByText('罚款', { exact: true }).click()
    await write(form, '罚款金额', '50000')
    await write(form, '种类和金额的裁量理由', '初次违法，配合调查，在法定幅度内从轻。')
    await picture(page, 'report-phone', { fullPage: false })
  })
  await stands(page, '法制审核中')
}

async function reviews(page) {
  await page.getByRole('link', { name: ITEM }).click()
  await does(page, '法制审核', async (form) => {
    await mark(form, '审核结论', '审核通过')
    await write(form, '意见', '事实清楚，定性准确，程序合法。')
  })
  await stands(page, '审核通过，待告知')
}

async function notifies(page) {
  await page.reload()
  await does(page, '制作告知书')
  await stands(page, '告知书待送达')
  await does(page, '登记送达', async (form) => {
    await mark(form, '送达方式', '直接送达')
    await mark(form, '签收人身份', '法定代表人或负责人')
  })
  await stands(page, '告知已送达')
}

async function decides(page) {
  await page.reload()
  await sees(page, '告知书已于 2026年7月20日（周一）送达，陈述申辩与听证期限至 2026年7月27日（周一）。')
  await seesWhyNot(page, /陈述申辩、听证期限到 2026年7月27日（周一）才满/)
  assert.equal(await page.getByRole('button', { name: '作出决定' }).count(), 0)
  await picture(page, 'case-head-waiting')

  await page.getByRole('button', { name: '调整日期' }).click()
  await page.getByRole('spinbutton', { name: '天数' }).fill('8')
  await picture(page, 'clock', { fullPage: false })
  await page.getByRole('button', { name: '往后这么多天' }).click()
  await page.getByText('试用日期已调到 2026年7月28日（周二）').waitFor()
  await seesWhyNot(page, /属听证范围的处罚须经集体讨论/)

  await does(page, '登记集体讨论', async (form) => {
    await form.getByRole('textbox', { name: '个人意见' }).nth(0).fill('同意处罚。')
    await pick(page, '参加人 2', '林春燕')
    await form.getByRole('textbox', { name: '个人意见' }).nth(1).fill('同意。')
    await write(form, '讨论结论', '一致同意罚款五万元。')
    await picture(page, 'discussion', { fullPage: false })
  })

  const form = await open(page, '作出决定')
  await mark(form, '决定', '给予行政处罚')
  await write(form, '罚款金额', '60000')
  await write(form, '决定理由', '事实清楚，证据确凿，已告知权利。')
  await write(form, '未责令改正的理由', '现场已停止经营，违法行为已经终止。')
  await form.getByRole('button', { name: '作出决定', exact: true }).click()
  await form.getByText(/决定（60,000 元）重于告知（50,000 元）/).waitFor()
  await picture(page, 'decide-refused', { fullPage: false })
  await write(form, '罚款金额', '50000')
  await form.getByRole('button', { name: '作出决定', exact: true }).click()
  await page.getByText('已完成：作出决定').waitFor()
  await sees(page, /决定书 龙综执罚决字〔2026〕第000001号 已作出/)
  await stands(page, '决定书待送达')
}

async function serves(page) {
  await page.reload()
  await does(page, '登记送达', async (form) => {
    await mark(form, '送达方式', '当场交付')
    await mark(form, '签收人身份', '法定代表人或负责人')
  })
  await stands(page, '待履行')
  await sees(page, /尚欠 50,000 元/)
}

async function collects(page) {
  await page.getByRole('link', { name: ITEM }).click()
  await does(page, '登记缴款', (form) => write(form, '票据号码', '浙财票0001'))
  await stands(page, '已履行，待结案')
  await sees(page, '已缴清')
}

async function closes(officer, head) {
  await officer.reload()
  await does(officer, '提请结案', async (form) => {
    await mark(form, '结案理由', '处罚决定已履行')
    await write(form, '履行情况说明', '罚款已缴清。')
  })
  await head.reload()
  await does(head, '批准结案', (form) => write(form, '意见', '同意结案'))
  await officer.reload()
  await does(officer, '归档')
  await officer.getByRole('main').getByText('已归档', { exact: true }).first().waitFor()
  await picture(officer, 'archived-phone')
}
