import { describe, expect, it } from 'vitest'
import { parseThousandths, thousandths } from './quantity'

describe('quantities', () => {
  it('are whole thousandths', () => {
    expect(parseThousandths('36.5')).toBe(36_500)
    expect(parseThousandths(' 1,200 ')).toBe(1_200_000)
    expect(parseThousandths('３６。５')).toBe(36_500)
    expect(parseThousandths('0.1234')).toBeNull()
    expect(parseThousandths('-1')).toBeNull()
    expect(parseThousandths('')).toBeNull()
  })
  it('are written without needless zeros', () => {
    expect([1_500, 10_000, 100, 0, 123_456].map(thousandths)).toEqual(['1.5', '10', '0.1', '0', '123.456'])
  })
})
