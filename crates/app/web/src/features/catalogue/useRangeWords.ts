import type { FineRange } from './types'
import { useSay } from '@/composables/useSay'
import { thousandths } from './quantity'

/** Ranges of fines in the language of the page. */
export function useRangeWords() {
  const { t, fen, code } = useSay()

  function between(min: string | null, max: string | null): string {
    if (min !== null && min === max) return min
    if (min !== null && max !== null) return t('range_calc.between', { min, max })
    if (max !== null) return t('range_calc.up_to', { max })
    return min === null ? t('range_calc.no_amount') : t('range_calc.from', { min })
  }
  const amounts = (min: number | null, max: number | null) => between(min ? fen(min) : null, max === null ? null : fen(max))

  function range(entry: FineRange): string {
    const of = (unit: string) => (value: number | null | undefined) => (value ? t(`range_calc.${unit}`, { count: thousandths(value) }) : null)
    switch (entry.kind) {
      case 'amount': {
        const words = amounts(entry.min ?? null, entry.max ?? null)
        return entry.per ? t('range_calc.for_each', { range: words, unit: code('item_units', entry.per, entry.per) }) : words
      }
      case 'multiple': return between(of('times')(entry.min), of('times')(entry.max))
      case 'percent': return between(of('percent')(entry.min), of('percent')(entry.max))
      case 'daily': return t('range_calc.daily')
      default: return t('range_calc.no_amount')
    }
  }
  return { amounts, range }
}
