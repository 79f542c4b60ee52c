// What a person does at the pages, found by the words that stand on them.
import { fileURLToPath } from 'node:url'
import { DESK, openPage, picture } from './browser.mjs'

export const PHOTO = fileURLToPath(new URL('./photo.jpg', import.meta.url))

/** The trial accounts by what is written on their buttons. */
export const WHO = {
  officer: '执法人员甲（江浦', officer3: '执法人员甲（龙浦', captain: '大队长（建设住房', captain7: '大队长（社会事业', reviewer: '法制审核人员',
  head: '局负责人', finance: '财务人员', supervisor: '执法监督人员', admin: '系统管理员', department: '部门联络员（自然资源',
}

/** Opens a page for one person and signs in by a click on the account. */
export async function enter(browser, url, who, viewport = DESK) {
  const page = await openPage(browser, url, viewport)
  await page.goto('/')
  await page.getByRole('button', { name: WHO[who] }).click()
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  return page
}

/** Plays a test; when it fails, every page that is open is kept as a picture. */
export async function play(browser, name, scenes) {
  try {
    await scenes()
  } catch (error) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    for (const [number, page] of pages.entries()) await picture(page, `failed-${name}-${number}`).catch(() => {})
    throw error
  }
}

export const write = (scope, label, text) => scope.getByRole('textbox', { name: label, exact: true }).fill(text)

/** One of many: a list that opens. What is chosen lies over the input, so the click is not for the input alone. */
export async function pick(page, label, option) {
  await page.getByRole('combobox', { name: label, exact: true }).click({ force: true })
  await page.getByRole('option', { name: option }).click()
}

/** One of a few: words beside a circle. */
export const mark = (scope, label, option) => scope.getByRole('radiogroup', { name: label, exact: true }).getByText(option, { exact: true }).click()

/** A day or a time of day, typed. */
export async function set(scope, label, value) {
  const field = scope.getByRole('combobox', { name: label, exact: true })
  await field.fill(value)
  await field.press('Enter')
}

export async function choose(scope, file) {
  await scope.getByLabel('选择文件').setInputFiles(file)
  await scope.getByText(/^已上传/).waitFor()
}

/** Opens an act, wherever its button stands, and answers its form. */
export async function open(page, act) {
  const button = page.getByRole('main').getByRole('button', { name: act, exact: true })
  const more = page.getByRole('main').getByRole('button', { name: /^更多操作/ })
  await button.or(more).first().waitFor()
  if (await button.count()) await button.click()
  else {
    await more.click()
    await page.getByRole('menuitem', { name: act, exact: true }).click()
  }
  const form = page.getByRole('dialog', { name: act })
  await form.getByRole('button', { name: act, exact: true }).waitFor()
  return form
}

/** Does an act from its button to the word that it is done. */
export async function does(page, act, fill = async () => {}) {
  const form = await open(page, act)
  await fill(form)
  await form.getByRole('button', { name: act, exact: true }).click()
  await done(page, act)
}

export async function done(page, act) {
  const said = page.getByText(`已完成：${act}`, { exact: true })
  await said.waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Reads the list of what cannot be done yet, which may be folded. */
export async function seesWhyNot(page, text) {
  const reason = page.getByRole('main').getByText(text)
  const fold = page.getByRole('main').getByText(/^暂不能办理/)
  await fold.waitFor()
  if (!(await reason.isVisible())) await fold.click()
  await reason.waitFor()
}

/** The case stands at this stage, as its header says. */
export const stands = (page, stage) => page.getByRole('main').locator('header').getByText(stage, { exact: true }).first().waitFor()

export const sees = (page, text) => page.getByRole('main').getByText(text).first().waitFor()
