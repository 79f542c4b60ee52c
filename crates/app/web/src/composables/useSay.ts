import { useI18n } from 'vue-i18n'
import type { Named, Params } from '@/api/contract'
import { formatDay, formatInstant, type DayStyle } from '@/locales/format/day'
import { formatFen } from '@/locales/format/money'
import { plainKey, sourceOf } from '@/locales/i18n'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** Says the server's codes in words. A code without words falls back to the given text and never shows itself. */
export function useSay() {
  const { t, te, locale } = useI18n()

  const day = (iso: string | null | undefined, style: DayStyle = 'full') => (iso ? formatDay(iso, locale.value, style) : t('common.none'))
  const instant = (iso: string | null | undefined, style: DayStyle = 'full') => (iso ? formatInstant(iso, locale.value, style) : t('common.none'))
  const fen = (amount: number | null | undefined) => (amount == null ? t('common.none') : formatFen(amount, locale.value))

  /** Values as the server sends them, made readable by their shape and name. */
  function readable(params: Params = {}): Params {
    return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, readableValue(key, String(value))]))
  }
  function readableValue(key: string, value: string): string {
    if (DAY.test(value)) return formatDay(value, locale.value)
    if (INSTANT.test(value)) return formatInstant(value, locale.value)
    if (/_fen$/.test(key) && /^-?\d+$/.test(value)) return formatFen(Number.parseInt(value, 10), locale.value)
    if (value === 'true' || value === 'false') return t(`common.${value}`)
    const scope = VALUE_SCOPES[key]?.find((name) => te(`${name}.${value}`))
    return scope ? t(`${scope}.${value}`) : value
  }

  function code(scope: string, name: string, fallback = t('common.unnamed'), params?: Params): string {
    const key = `${scope}.${plainKey(name)}`
    const bare = `${key}__bare`
    if (te(bare) && lacks(sourceOf(locale.value, scope, name), params)) return t(bare)
    return te(key) || te(key, 'zh-CN') ? tidy(t(key, readable(params))) : fallback
  }

  /** The sentence, if there is one and all its values were sent. */
  function whole(scope: string, name: string, params: Params = {}): string | null {
    const key = `${scope}.${plainKey(name)}`
    return te(key) && !lacks(sourceOf(locale.value, scope, name), params) ? tidy(t(key, readable(params))) : null
  }

  /** The actor of reactions and jobs has no name of its own. */
  const actor = ({ id, name }: Named) => (id === 'system' ? t('common.system') : name)

  return { t, te, actor, whole, locale, day, instant, fen, code, readable, readableValue }
}

/** A full-width bracket brings its own space. */
const tidy = (sentence: string) => sentence.replace(/\uff09 /g, '\uff09')

/** True when the sentence has a place for a value that was not sent; its bare form is said instead. */
function lacks(sentence: string, params: Params = {}): boolean {
  return [...sentence.matchAll(/\{(\w+)\}/g)].some(([, name]) => !params[name ?? ''])
}

/** Parameters whose values are themselves codes, and where their words may stand. */
const VALUE_SCOPES: Record<string, readonly string[]> = {
  stage: ['stages'], role: ['roles'], right: ['roles'], act: ['acts'], rule: ['rules'], penalty_kind: ['penalty_kinds'], evidence: ['evidence_kinds'],
  document: ['serve_documents'], method: ['service_methods'], capacity: ['capacities'], source: ['sources'], outcome: ['decision_outcomes', 'review_outcomes'],
  ground: ['no_penalty_grounds', 'decline_grounds', 'dismiss_grounds', 'return_grounds', 'closure_grounds'], result: ['results'],
}
