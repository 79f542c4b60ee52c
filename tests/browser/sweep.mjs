// What must hold on every page, whoever looks at it and however wide the window is.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { DESK, PHONE, picture } from './browser.mjs'
import { latin, open } from './desk.mjs'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const HAN = /\p{Script=Han}/u

export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('main :is(h1, h2)') && !document.querySelector('[aria-busy="true"]'))
}

/** Opens a page and answers everything that is wrong with it, in the wide window and in the narrow one. */
export async function sweep(page, path, { audit = false, name = path } = {}) {
  const wrong = []
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size)
    if (size === DESK) await page.goto(path)
    wrong.push(...await check(page, name, { audit }))
  }
  return wrong
}

/** The same for every act that the page offers, with its form open. */
export async function sweepForms(page, path, first) {
  const wrong = []
  await page.goto(path)
  await settled(page)
  for (const act of await offered(page)) {
    await page.setViewportSize(DESK)
    const form = await open(page, act)
    wrong.push(...await check(page, act, { audit: first(act) }))
    await page.setViewportSize(PHONE)
    wrong.push(...await check(page, act))
    await form.getByRole('button', { name: '稍后再办' }).click()
    await form.waitFor({ state: 'hidden' })
  }
  return wrong
}

async function offered(page) {
  const header = page.getByRole('main').locator('header')
  const names = (await header.getByRole('button').allInnerTexts()).map((name) => name.trim())
  const more = names.find((name) => name.startsWith('更多操作'))
  if (more) {
    const button = header.getByRole('button', { name: more })
    await button.click()
    const items = page.getByRole('menuitem')
    await items.first().waitFor()
    names.push(...await items.allInnerTexts())
    await button.click()
    await items.first().waitFor({ state: 'hidden' })
  }
  return names.filter((name) => name && name !== more && name !== '为什么')
}

/** What is wrong with what stands there now. `PICTURES=1` keeps each view for a person to look at. */
async function check(page, name, { audit = false } = {}) {
  await settled(page)
  const { width } = page.viewportSize()
  const wrong = page.faults.splice(0).map((fault) => `console says ${fault}`)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (wide > 0) wrong.push(`${wide} pixels too wide`)
  wrong.push(...(await latin(page)).map((word) => `Latin word ${word}`))
  if (await page.evaluate(() => document.querySelector('main').innerText.trim().length < 4)) wrong.push('nothing is said')
  if (process.env.PICTURES) await picture(page, `${name.replaceAll(/[\s/]+/g, '-')}-${width}`)
  if (audit) wrong.push(...await audited(page))
  return wrong.map((fault) => `${name} at ${width}: ${fault}`)
}

/** The serious violations axe finds. Run by the debugger, so that the page's own policy stays in force. */
async function audited(page) {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }))
  return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ').slice(0, 300)}`)
}

/** Notes every Chinese text the server sends to a page; what else is Chinese comes from the program. */
export function noteData(page) {
  const noted = { texts: new Set(), coming: [] }
  const note = (value) => {
    if (value && typeof value === 'object') Object.values(value).forEach(note)
    else if (HAN.test(value)) noted.texts.add(value)
  }
  page.on('response', (answer) => {
    const json = answer.url().includes('/api/') && answer.headers()['content-type']?.includes('json')
    if (json) noted.coming.push(answer.json().then(note, () => {}))
  })
  return noted
}

/** Chinese words on an English page that the server did not send. */
export async function chinese(page, noted) {
  const said = await page.evaluate(() => {
    const texts = []
    for (const element of document.body.querySelectorAll('*')) {
      if (['SCRIPT', 'STYLE'].includes(element.tagName) || element.closest('[lang]:not(html)') || !element.checkVisibility()) continue
      texts.push(...['aria-label', 'placeholder', 'alt', 'title'].map((name) => element.getAttribute(name) ?? ''))
      texts.push(...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data))
    }
    return texts
  })
  await Promise.all(noted.coming)
  const known = [...noted.texts].sort((one, other) => other.length - one.length)
  const rest = said.map((text) => known.reduce((left, value) => left.replaceAll(value, ''), text))
  return [...new Set(rest.filter((text) => HAN.test(text)).map((text) => text.trim()))]
}
