// One Chromium, one context a person, so that four people are signed in at the same time.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const shots = fileURLToPath(new URL('./screens/', import.meta.url))
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
]

export const DESK = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

export async function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET })
}

/** A page for one person; every error in its console is kept and fails the test that asks. */
export async function openPage(browser, url, viewport = DESK) {
  const context = await browser.newContext({
    baseURL: url, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
    hasTouch: viewport === PHONE, isMobile: viewport === PHONE,
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  page.faults = []
  page.on('pageerror', (error) => page.faults.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) page.faults.push(message.text())
  })
  return page
}

/** Keeps a picture for a person to look at: the whole page, or what the window shows of it. */
export async function picture(page, name, { fullPage = true } = {}) {
  await mkdir(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage, animations: 'disabled' })
}
