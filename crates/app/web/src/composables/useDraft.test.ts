import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { sweepDrafts, useDraft } from './useDraft'

const KEY = 'yizhi.draft.P1.case.c1.add_evidence'
const start = () => ({ title: '', place: { address: '' }, phone: '' })
type Form = ReturnType<typeof start>

/** Opens the form, lets `use` type in it, and closes it as a closed dialog or a crash after the pause would. */
async function open(use: (draft: ReturnType<typeof useDraft<Form>>) => void, never: (keyof Form)[] = []) {
  const scope = effectScope()
  const draft = scope.run(() => useDraft<Form>('P1.case.c1.add_evidence', start(), never))
  if (!draft) throw new Error('no scope')
  use(draft)
  await nextTick()
  vi.advanceTimersByTime(1000)
  scope.stop()
  return draft
}

describe('drafts', () => {
  beforeEach(() => {
    localStorage.clear()
    vi.useFakeTimers()
  })

  it('come back after the form was closed', async () => {
    await open(({ form }) => { form.title = '油烟直排'; form.place.address = '龙翔路' })
    const again = await open(() => {})
    expect(again.form).toMatchObject({ title: '油烟直排', place: { address: '龙翔路' } })
    expect(again.restoredAt.value).toBeTypeOf('number')
  })

  it('leave nothing behind when nothing was typed, when sent, or when thrown away', async () => {
    await open(() => {})
    expect(localStorage.getItem(KEY)).toBeNull()
    await open((draft) => { draft.form.title = 'x'; draft.done() })
    expect(localStorage.getItem(KEY)).toBeNull()
    await open(({ form }) => { form.title = 'x' })
    expect(localStorage.getItem(KEY)).not.toBeNull()
    const third = await open((draft) => { draft.reset() })
    expect(third.form.title).toBe('')
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('never write what must not rest on the device', async () => {
    await open(({ form }) => { form.title = 'x'; form.phone = '13800000000' }, ['phone'])
    expect(localStorage.getItem(KEY)).toContain('x')
    expect(localStorage.getItem(KEY)).not.toContain('13800000000')
  })

  it('are forgotten after a week, and rubbish does not break a form', async () => {
    await open(({ form }) => { form.title = 'x' })
    vi.setSystemTime(Date.now() + 8 * 86_400_000)
    expect((await open(() => {})).form.title).toBe('')
    localStorage.setItem(KEY, JSON.stringify({ at: 0, form: {} }))
    sweepDrafts()
    expect(localStorage.getItem(KEY)).toBeNull()
    localStorage.setItem(KEY, '{rubbish')
    expect((await open(() => {})).form.title).toBe('')
  })
})
