// The catalogue in the pocket: without a network the same words find the same items, and the twin of the ranking in
// the browser comes to the same scores as the server, to the last unit.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { evidence, openCase, read, visit } from './api.mjs'
import { launch, PHONE, picture } from './browser.mjs'
import { enter, open, play, write } from './desk.mjs'
import { startServer } from './server.mjs'

const WORDS = '烧烤店油烟熏到楼上，窗户不敢开'
const SUMMARY = '居民反映有人没证在路边充装液化气'
/** What is named outright, half-width and full-width, and what is nothing at all. */
const NAMED = ['D1579', 'd15', 'rqjy', 'Ｄ１５７９', '城镇燃气管理条例第四十五条第一款', '大气污染防治法第１１８条', '𠮷野家油烟', '  ，']

const server = await startServer()
const browser = await launch()
after(async () => {
  await browser.close()
  await server.stop()
})

const web = new URL('../../crates/app/web/', import.meta.url)

/** The class of the browser, made into something Node can run by the tool that builds the pages. */
async function twinOf(content) {
  const { build } = await import(pathToFileURL(createRequire(new URL('package.json', web)).resolve('vite')))
  const entry = fileURLToPath(new URL('src/search/twin.ts', web))
  const [{ output: [{ code }] }] = await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'twin' } } })
  const { Twin } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return new Twin(content)
}

/** The texts of a labelled part; a text with commas stands in quotes. */
async function complaints(part) {
  const [, ...rows] = (await readFile(new URL(`../../fixtures/relevance/${part}.csv`, import.meta.url), 'utf8')).trim().split(/\r?\n/)
  return rows.map((row) => {
    const [, quoted, plain] = /^[^,]*,[^,]*,(?:"((?:[^"]|"")*)"|([^",]*)),/.exec(row) ?? assert.fail(row)
    return quoted?.replaceAll('""', '"') ?? plain
  })
}

const suggested = async (page, q, more = '') => (await read(page, `/api/items/suggest?limit=10&q=${encodeURIComponent(q)}${more}`)).items

/** The copy on the device, as soon as it is as wanted: the page keeps it by itself. */
async function kept(page, so = () => true) {
  for (const end = Date.now() + 15_000; Date.now() < end; await new Promise((later) => setTimeout(later, 100))) {
    const found = await page.evaluate(held)
    if (found && so(found)) return found
  }
  throw new Error('nothing was put into the pocket')
}

/** Runs in the page. The database is not ours to create: the page makes it when it has something to keep. */
const held = () => new Promise((answer) => {
  const opening = indexedDB.open('yizhi-pocket')
  opening.onupgradeneeded = () => opening.transaction.abort()
  opening.onerror = () => answer(null)
  opening.onsuccess = () => {
    const asked = opening.result.transaction('catalogue').objectStore('catalogue').get('content')
    asked.onsuccess = () => {
      opening.result.close()
      const content = asked.result
      answer(content ? { version: content.version, on: content.on, items: content.items.length, title: content.items[7].title } : null)
    }
  }
})

test('with the network off the same words find the same items', () => play(browser, 'pocket', async () => {
  const page = await enter(browser, server.url, 'officer', PHONE)
  const id = await openCase(page, 'P0002', SUMMARY)
  await visit(page, id)
  await evidence(page, id)
  await page.goto(`/cases/${id}`)
  const form = await open(page, '提请立案')
  const results = form.getByRole('list', { name: '查找结果，按相符程度排列' })
  const shown = async () => (await results.getByRole('button').allInnerTexts()).slice(0, 5).map((text) => /[A-Z]\d{4}/.exec(text)?.[0])
  await form.getByText('根据登记内容推荐').waitFor()
  assert.deepEqual(await shown(), (await suggested(page, SUMMARY)).slice(0, 5).map(({ code }) => code))
  const online = (await suggested(page, WORDS)).slice(0, 5).map(({ code }) => code)

  const { items, on } = await kept(page)
  assert.deepEqual([items > 3000, on], [true, '2026-07-20'])
  await page.context().setOffline(true)
  await write(form, '执法事项', WORDS)
  await form.getByText(/^离线：用本机目录（版本 [0-9a-f]{8}，截至 2026年7月20日）查找$/).waitFor()
  assert.deepEqual(await shown(), online)
  await picture(page, 'pocket-offline', { fullPage: false })

  const box = form.getByRole('textbox', { name: '执法事项' })
  await box.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await form.getByRole('button', { name: '重新选择' }).waitFor()
  await form.getByText(online[1]).waitFor()
  await page.context().setOffline(false)
  page.faults = page.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))
  assert.deepEqual(page.faults, [])
}))

test('what changed is brought to a copy that is older, and only that', () => play(browser, 'pocket-delta', async () => {
  const page = await enter(browser, server.url, 'officer', PHONE)
  const { version, title } = await kept(page)
  await page.evaluate(() => new Promise((done, failed) => {
    const opening = indexedDB.open('yizhi-pocket')
    opening.onsuccess = () => {
      const db = opening.result
      const changing = db.transaction(['catalogue', 'checked'], 'readwrite')
      const store = changing.objectStore('catalogue')
      store.get('content').onsuccess = ({ target: { result: content } }) => {
        Object.assign(content.items[7], { title: '旧', print: 'old' })
        store.put({ ...content, version: 'old' }, 'content')
        changing.objectStore('checked').put(0, 'at')
      }
      changing.oncomplete = () => { db.close(); done() }
      changing.onerror = failed
    }
  }))
  const [answer] = await Promise.all([page.waitForResponse('**/api/catalogue/bundle/delta'), page.reload()])
  const delta = await answer.json()
  assert.deepEqual([delta.items.length, delta.words.length], [1, 0])
  assert.equal((await kept(page, (found) => found.version === version)).title, title)
}))

test('the twin in the browser scores every labelled complaint as the server does', () => play(browser, 'pocket-twin', async () => {
  const page = await enter(browser, server.url, 'officer', PHONE)
  const twin = await twinOf(await read(page, '/api/catalogue/bundle'))
  const plain = (hits) => hits.map(({ code, score, reasons }) => ({ code, score, reasons }))
  const texts = [...await complaints('tune'), ...await complaints('measure'), ...NAMED]
  assert.ok(texts.length > 500, `${texts.length} texts`)
  for (const text of texts) assert.deepEqual(plain(twin.search(text, { limit: 10 })), plain(await suggested(page, text)), text)
  for (const text of texts.slice(0, 40)) {
    assert.deepEqual(plain(twin.search(text, { limit: 10, field: '建设', party: 'organisation' })), plain(await suggested(page, text, '&field=19&party=organisation')), text)
  }
}))
