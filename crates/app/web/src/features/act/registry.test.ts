import axe from 'axe-core'
import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { reactive } from 'vue'
import { CASE_ACTS, LEAD_ACTS, LINK_ACTS, type CaseView, type LeadView, type LinkView, type Me } from '@/api/contract'
import { Check } from '@/composables/useCheck'
import { CASE_FORMS } from '@/features/case/acts/registry'
import { LEAD_FORMS } from '@/features/lead/desk'
import { LINK_FORMS } from '@/features/link/desk'
import { i18n, setLocale } from '@/locales/i18n'
import ActForm from './ActForm.vue'
import type { ActDesk, ActModule, Context, Load } from './module'

const me: Me = { person: { id: 'P0001', name: '甲', roles: ['officer'], brigade: 'B1', station: 'S01', department: null }, bureau: '局', county: '330383', trial: true, now: '2026-05-07T17:50:00+08:00' }
const context: Context = { me, today: '2026-05-07', now: me.now }
vi.mock('@/composables/useSession', async () => {
  const { ref } = await import('vue')
  return { useSession: () => ({ me: ref(me), today: ref('2026-05-07'), epoch: ref(0) }) }
})
vi.mock('@/api/client', () => {
  const none = () => Promise.resolve({ items: [], next: null })
  return { CLIENT_HEADER: {}, api: { people: { list: none }, items: { search: none, read: () => new Promise(() => {}) }, county: { read: () => new Promise(() => {}) } } }
})

const caseView = {
  id: 'c1', version: 5, number: null, stage: 'notice_served', title: '案', party: '某公司', brigade: 'B1', station: 'S01', handlers: [{ id: 'P0001', name: '甲' }, { id: 'P0002', name: '乙' }],
  summary: '油烟直排', place: { address: '龙翔路1号', point: null }, happened_on: '2026-05-01', item: { code: 'D1', name: '事项', statute: '条例', penalty_article: '第一条', fine: '五千元以上', precondition: 'none', in_force_to: null },
  acted_on: null, facts: '事实', party_detail: null, proposal: { kinds: ['fine'], fine_fen: 1_200_050 }, notice: { number: '1', penalty: { kinds: ['fine'], fine_fen: 1_200_050 }, hearing_right: false, served_on: null },
  review: null, statements: [], waiver: null, discussion: null, correction: { content: '改', due_on: '2026-05-05', reinspected_on: null, corrected: null }, decision: null, payments: [], outstanding_fen: 1_200_050,
  available_acts: [], deadlines: [], timeline: [], evidence: [], visits: [], documents: [],
} as unknown as CaseView
const leadView = { id: 'l1', version: 1, brigade: 'B1', station: 'S01', timeline: [] } as unknown as LeadView
const linkView = { id: 'k1', version: 1, timeline: [] } as unknown as LinkView

const ALL = [
  ...CASE_ACTS.map((type) => ['case', type, CASE_FORMS[type], caseView] as const),
  ...LEAD_ACTS.map((type) => ['lead', type, LEAD_FORMS[type], leadView] as const),
  ...LINK_ACTS.map((type) => ['link', type, LINK_FORMS[type], linkView] as const),
]
const load = (form: Load) => form() as Promise<ActModule>

describe('the registry of acts', () => {
  it('has a form for every act of the contract and none besides', () => {
    expect(Object.keys(CASE_FORMS).sort()).toEqual([...CASE_ACTS].sort())
    expect(Object.keys(LEAD_FORMS).sort()).toEqual([...LEAD_ACTS].sort())
    expect(Object.keys(LINK_FORMS).sort()).toEqual([...LINK_ACTS].sort())
  })
})

describe('every form', () => {
  beforeEach(() => {
    localStorage.clear()
    setLocale('zh-CN')
  })

  it.each(ALL)('%s %s builds its own act and never throws on an empty form', async (_kind, type, form, subject) => {
    const module = await load(form)
    const act = module.build(reactive(module.start(subject, context)), new Check(), subject)
    expect(act.type).toBe(type)
  })

  it.each(ALL)('%s %s mounts, shows no raw key and is accessible', async (kind, type, form, subject) => {
    const module = await load(form)
    const desk: ActDesk = { kind, forms: { [type]: form }, send: () => Promise.resolve({ id: subject.id, version: 2 }) }
    const host = document.body.appendChild(document.createElement('div'))
    const page = mount(ActForm, { props: { module, desk, subject, type, refresh: () => Promise.resolve(null) }, global: { plugins: [i18n] }, attachTo: host })
    await flushPromises()
    expect(page.text()).not.toMatch(/\b[a-z]+_?[a-z]+\.[a-z_]+/)
    const { violations } = await axe.run(page.element, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    page.unmount()
  })
})

describe('amounts', () => {
  it('leave the form in fen', async () => {
    const module = await load(CASE_FORMS.record_payment)
    const form = module.start(caseView, context) as { amount: string; receipt_no: string }
    expect(form.amount).toBe('12000.50')
    form.receipt_no = 'Z1'
    expect(module.build(form, new Check(), caseView)).toEqual({ type: 'record_payment', paid_on: '2026-05-07', amount_fen: 1_200_050, receipt_no: 'Z1' })
  })

  it('keep the notified penalty until somebody changes it', async () => {
    const module = await load(CASE_FORMS.decide)
    const form = module.start(caseView, context) as { outcome: string; reasons: string }
    form.outcome = 'penalty'
    form.reasons = '理由'
    expect(module.build(form, new Check(), caseView)).toEqual({ type: 'decide', outcome: 'penalty', penalty: { kinds: ['fine'], fine_fen: 1_200_050 }, reasons: '理由' })
  })
})
