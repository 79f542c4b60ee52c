import { createI18n } from 'vue-i18n'
import en from './en'
import zhCN from './zh-CN'

export type Locale = 'zh-CN' | 'en'
export const LOCALES: readonly Locale[] = ['zh-CN', 'en']
const KEPT = 'yizhi.locale'

/** Codes such as `version.stale` carry dots, which vue-i18n would read as a path. */
export const plainKey = (code: string) => code.replace(/\./g, '__')

type Tree = { [key: string]: string | Tree }
function plainKeys(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) =>
    [plainKey(key), typeof value === 'string' ? value : plainKeys(value)]))
}

const SOURCES: Record<string, Tree> = { 'zh-CN': zhCN, en }
/** A sentence as it was written, with its places for values; empty when there is none. */
export function sourceOf(locale: string, scope: string, name: string): string {
  const found = SOURCES[locale]?.[scope]
  const text = typeof found === 'object' ? found[name] : undefined
  return typeof text === 'string' ? text : ''
}

function kept(): Locale {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN'
  }
}

export const i18n = createI18n({
  legacy: false,
  locale: kept(),
  fallbackLocale: 'zh-CN',
  missingWarn: false,
  fallbackWarn: false,
  messages: { 'zh-CN': plainKeys(zhCN), en: plainKeys(en) },
})

export function setLocale(locale: Locale) {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  try { localStorage.setItem(KEPT, locale) } catch { /* private browsing: the choice lasts for this page */ }
}
