// What must hold on every page, whoever looks at it and however wide the window is.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { DESK, PHONE } from './browser.mjs'
import { latin } from './desk.mjs'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function settled(page) {
  await page.waitForFunction(() => document.querySelector('main :is(h1, h2)') && !document.querySelector('[aria-busy="true"]'))
}

/** Opens a page and answers everything that is wrong with it, in the wide window and in the narrow one. */
export async function sweep(page, path, { audit = false } = {}) {
  const wrong = []
  for (const size of [DESK, PHONE]) {
    const where = `${path} at ${size.width}`
    await page.setViewportSize(size)
    if (size === DESK) await page.goto(path)
    await settled(page)
    wrong.push(...page.faults.splice(0).map((fault) => `${where}: console says ${fault}`))
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) wrong.push(`${where}: ${wide} pixels too wide`)
    wrong.push(...(await latin(page)).map((word) => `${where}: Latin word ${word}`))
    const blank = await page.evaluate(() => document.querySelector('main').innerText.trim().length < 4)
    if (blank) wrong.push(`${where}: nothing is said`)
    if (audit) wrong.push(...(await audited(page)).map((violation) => `${where}: ${violation}`))
  }
  return wrong
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
  const data = new Set()
  const note = (value) => {
    if (typeof value === 'string') { if (/\p{Script=Han}/u.test(value)) data.add(value) } else if (value && typeof value === 'object') Object.values(value).forEach(note)
  }
  page.on('response', (answer) => {
    if (answer.url().includes('/api/') && answer.headers()['content-type']?.includes('json')) answer.json().then(note, () => {})
  })
  return data
}

/** Chinese words on an English page that the server did not send. */
export async function chinese(page, data) {
  const said = await page.evaluate(() => {
    const texts = []
    for (const element of document.body.querySelectorAll('*')) {
      if (['SCRIPT', 'STYLE'].includes(element.tagName) || element.closest('[lang]:not(html)') || !element.checkVisibility()) continue
      texts.push(...['aria-label', 'placeholder', 'alt', 'title'].map((name) => element.getAttribute(name) ?? ''))
      texts.push(...[...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data))
    }
    return texts
  })
  const known = [...data].sort((one, other) => other.length - one.length)
  const rest = said.map((text) => known.reduce((left, value) => left.replaceAll(value, ''), text))
  return [...new Set(rest.filter((text) => /\p{Script=Han}/u.test(text)).map((text) => text.trim()))]
}
