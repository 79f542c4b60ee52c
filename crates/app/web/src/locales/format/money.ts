// Money is whole fen. Yuan exist only as typed or shown text, and the way between is made with digits, never with a float.

export type MoneyFault = 'empty' | 'shape' | 'precision' | 'negative' | 'too_large'
export type Parsed = { fen: number; fault: null } | { fen: null; fault: MoneyFault }

/** Eleven digits of yuan: far above any fine, far below what a JavaScript integer holds exactly. */
const MAX_YUAN_DIGITS = 11
const fault = (kind: MoneyFault): Parsed => ({ fen: null, fault: kind })

export function parseYuan(typed: string): Parsed {
  const text = typed.normalize('NFKC').replace(/[\s,¥元]/g, '').replace(/。/g, '.')
  if (text === '') return fault('empty')
  if (/^-/.test(text)) return fault('negative')
  const match = /^(\d+)(?:\.(\d*))?$/.exec(text)
  if (!match) return fault('shape')
  const yuan = (match[1] ?? '').replace(/^0+(?=\d)/, '')
  const cents = match[2] ?? ''
  if (/[1-9]/.test(cents.slice(2))) return fault('precision')
  if (yuan.length > MAX_YUAN_DIGITS) return fault('too_large')
  return { fen: Number.parseInt(yuan + cents.slice(0, 2).padEnd(2, '0'), 10), fault: null }
}

/** `1200050` → `12,000.50`; whole yuan lose their `.00`. */
export function yuanDigits(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  const cents = digits.slice(-2)
  return `${fen < 0 ? '-' : ''}${yuan}${cents === '00' ? '' : `.${cents}`}`
}

/** What stands in an input for a known amount: no grouping, so that it can be edited. */
export const yuanInput = (fen: number | null | undefined): string => (fen == null ? '' : yuanDigits(fen).replace(/,/g, ''))

export const formatFen = (fen: number, locale: string): string =>
  locale === 'zh-CN' ? `${yuanDigits(fen)} 元` : `CNY ${yuanDigits(fen)}`
