import { describe, expect, it } from 'vitest'
import { STAGES } from '@/api/contract'
import { marks, STEPS, stepOf } from './steps'

describe('the steps of a case', () => {
  it('place every stage, never going back', () => {
    const order = STAGES.filter((stage) => stage !== 'not_filed').map((stage) => STEPS.indexOf(stepOf(stage)))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(stepOf('notice_issued')).toBe('notice')
  })
  it('have one step under way, none after the archive and none when nothing was filed', () => {
    for (const stage of STAGES) {
      const now = marks(stage).filter(({ mark }) => mark === 'now').length
      expect(now, stage).toBe(stage === 'archived' || stage === 'not_filed' ? 0 : 1)
    }
    expect(marks('archived').every(({ mark }) => mark === 'done')).toBe(true)
  })
})
