import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import type { Problem } from '@/api/contract'
import { Refused, toError, Unreachable } from '@/api/problem'
import { i18n, setLocale } from '@/locales/i18n'
import zhCN from '@/locales/zh-CN'
import { fieldsOf } from './fieldsOf'
import { useProblem } from './useProblem'

function use() {
  let found: ReturnType<typeof useProblem> | undefined
  mount(defineComponent({ setup() { found = useProblem(); return () => null } }), { global: { plugins: [i18n] } })
  if (!found) throw new Error('not mounted')
  return found
}
const problem = (code: string, more: Partial<Problem> = {}) => new Refused({ status: 422, code, detail: 'English detail.', ...more })

describe('refusals', () => {
  it('are said in the language of the page, with days, amounts and codes in words', () => {
    setLocale('zh-CN')
    const { refusal, speak, cited } = use()
    expect(refusal('notice.period_running', '', { last_day: '2026-05-11' })).toBe('陈述申辩、听证期限到 2026年5月11日（周一）才满。')
    expect(refusal('permit.role', '', { right: 'head' })).toBe('等待局领导办理。')
    expect(refusal('case.wrong_stage', '', { stage: 'investigation' })).toContain('调查取证')
    const spoken = speak(problem('filing.no_evidence', { article: '行政处罚法第五十四条第二款' }))
    expect(spoken.remedy).toBe('请先登记现场检查或添加证据。')
    expect(cited(spoken.sentence, spoken.article)).toBe('还没有现场检查记录或证据，不能提请立案（行政处罚法第五十四条第二款）。')
    setLocale('en')
    expect(refusal('permit.role', '', { right: 'head' })).toBe('It waits for: Head.')
    setLocale('zh-CN')
  })

  it('have a bare form for when the values were not sent', () => {
    const { refusal } = use()
    expect(refusal('permit.role', '')).toBe('您的岗位不能办理这件事。')
    expect(refusal('notice.period_running', '')).toBe('陈述申辩、听证期限未满。')
    for (const code of Object.keys(zhCN.refusals)) expect(refusal(code, ''), code).not.toMatch(/\{|\}|undefined/)
    expect(zhCN.refusals['notice.period_running']).toContain('{last_day}')
  })

  it('fall back to what the server says, and never show a code', () => {
    const { refusal, speak } = use()
    expect(refusal('brand.new', '服务器的话。')).toBe('服务器的话。')
    expect(refusal('brand.new', '')).toBe('没有办成，原因未知。')
    expect(speak(problem('brand.new', { remedy: 'Do this.' })).remedy).toBe('Do this.')
    expect(speak(toError(500, '<html>')).sentence).toBe('系统出错，没有留下半途的改动。')
    expect(speak(new Error('x')).sentence).toBe('没有办成，原因未知。')
  })

  it('tell a lost answer from a no', () => {
    const { speak } = use()
    expect(speak(new Unreachable()).lost).toBe(true)
    expect(toError(503, null)).toBeInstanceOf(Unreachable)
    expect(toError(503, { code: 'fault', detail: '' })).toBeInstanceOf(Refused)
  })

  it('know the field they speak of', () => {
    expect(fieldsOf(problem('party.bad_code'))).toEqual(['party.code'])
    expect(fieldsOf(problem('brand.new'))).toEqual([])
    expect(problem('x', { params: { field: 'party.name' } }).field).toBe('party.name')
  })
})
