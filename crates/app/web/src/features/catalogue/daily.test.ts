import { describe, expect, it } from 'vitest'
import { asksDays } from './daily'

describe('a daily fine', () => {
  const once = { range: { kind: 'amount', min: 1, max: 2, per: null }, condition: { kind: 'always' } } as const
  const afterOrder = { range: { kind: 'daily' }, condition: { kind: 'uncorrected' } } as const
  it('asks for days once the order has lapsed', () => {
    expect(asksDays([once, afterOrder], false)).toBe(false)
    expect(asksDays([once, afterOrder], true)).toBe(true)
  })
  it('asks at once when the clause makes it hang on nothing', () => {
    expect(asksDays([{ range: { kind: 'daily' }, condition: { kind: 'always' } }], false)).toBe(true)
    expect(asksDays([once], true)).toBe(false)
  })
})
