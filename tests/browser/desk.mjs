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

/** A day or a time of day, typed. While a list of hours rolls open it may write into the field, so what stands there is read again. */
export async function set(scope, label, value) {
  const field = scope.getByLabel(label, { exact: true })
  for (let tries = 0; tries < 5; tries += 1) {
    await field.fill(value)
    await field.press('Enter')
    if ((await field.inputValue()) === value) return
  }
  throw new Error(`${label} does not keep ${value}`)
}

/** Clicks on a place of a map that shows the whole county, again until the map is drawn and answers. */
export async function clickOnMap(page, map, place, answer) {
  const areas = await (await page.request.get('/api/county/areas')).json()
  const frame = page.getByRole('region', { name: map, exact: true }).last()
  for (let tries = 0; tries < 30; tries += 1) {
    const { width, height } = await frame.boundingBox()
    await frame.click({ position: project(areas, width, height)(place) })
    if (await answer.first().waitFor({ timeout: 500 }).then(() => true, () => false)) return
  }
  throw new Error(`the map ${map} does not answer`)
}

/** The pixel of a place when everything is fitted into the frame with an edge of 24 pixels (Web Mercator). */
function project({ features }, width, height) {
  const flat = ({ lng, lat }) => ({ x: lng / 360, y: -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI) })
  const corners = (part) => (typeof part[0] === 'number' ? [flat({ lng: part[0], lat: part[1] })] : part.flatMap(corners))
  const all = features.flatMap(({ geometry }) => corners(geometry.coordinates))
  const [left, right] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...all.map(({ y }) => y)), Math.max(...all.map(({ y }) => y))]
  const scale = Math.min((width - 48) / (right - left), (height - 48) / (bottom - top))
  return (place) => {
    const { x, y } = flat(place)
    return { x: width / 2 + (x - (left + right) / 2) * scale, y: height / 2 + (y - (top + bottom) / 2) * scale }
  }
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
    const item = page.getByRole('menuitem', { name: act, exact: true })
    await item.click()
    await item.waitFor({ state: 'hidden' })
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

/** Codes, hashes, file names and the names of formats may be Latin on a Chinese page. */
const MAY_BE_LATIN = /^([0-9a-f]{8,}|[A-Z]*\d[A-Z0-9]*|\S*\.(jpg|pdf|csv|xlsx)|PDF|CSV|XLSX)$/

/** Latin words that a reader of a Chinese page sees or hears, except in what says itself to be in another language. */
export async function latin(page) {
  const said = await page.evaluate(() => {
    const found = []
    const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('[lang]:not(html)')
    for (const element of document.body.querySelectorAll('*')) {
      if (['SCRIPT', 'STYLE'].includes(element.tagName) || !seen(element)) continue
      found.push(...['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''))
      found.push(...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data))
    }
    return found
  })
  return said.flatMap((text) => text.match(/[\w.]*[A-Za-z]{3,}[\w.]*/g) ?? []).filter((word) => !MAY_BE_LATIN.test(word))
}
