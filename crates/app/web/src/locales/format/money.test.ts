import { describe, expect, it } from 'vitest'
import { formatFen, parseYuan, yuanDigits, yuanInput } from './money'

describe('yuan typed by a person', () => {
  it.each([
    ['5000', 500_000], ['5000.5', 500_050], ['5000.05', 500_005], ['0.01', 1], ['0', 0], ['12,000.50', 1_200_050], [' 12 000 元 ', 1_200_000], ['¥300', 30_000],
    ['１２，０００．５', 1_200_050], ['007', 700], ['3.', 300], ['1.500', 150], ['99999999999.99', 9_999_999_999_999],
    ['0.29', 29], ['1.13', 113], ['4.35', 435], ['1000000.01', 100_000_001],
  ])('%s is %i fen', (typed, fen) => {
    expect(parseYuan(typed)).toEqual({ fen, fault: null })
  })

  it.each([
    ['', 'empty'], ['  ', 'empty'], ['-5', 'negative'], ['－5', 'negative'], ['1.234', 'precision'], ['0.001', 'precision'], ['100000000000', 'too_large'], ['12万', 'shape'], ['1e5', 'shape'],
    ['abc', 'shape'], ['1.2.3', 'shape'], ['.5', 'shape'], ['Infinity', 'shape'], ['0x10', 'shape'], ['+5', 'shape'],
  ])('%s is refused as %s', (typed, fault) => {
    expect(parseYuan(typed)).toEqual({ fen: null, fault })
  })
})

describe('fen shown to a person', () => {
  it('groups and drops empty cents', () => {
    expect(yuanDigits(0)).toBe('0')
    expect(yuanDigits(5)).toBe('0.05')
    expect(yuanDigits(1_200_000)).toBe('12,000')
    expect(yuanDigits(-123_456_789)).toBe('-1,234,567.89')
    expect(formatFen(1_200_050, 'zh-CN')).toBe('12,000.50 元')
    expect(formatFen(1_200_050, 'en')).toBe('CNY 12,000.50')
  })

  it('goes to the input and back unchanged', () => {
    for (const fen of [0, 1, 10, 99, 100, 12_345, 1_200_000, 9_999_999_999_999]) expect(parseYuan(yuanInput(fen)).fen).toBe(fen)
    expect(yuanInput(null)).toBe('')
  })
})
