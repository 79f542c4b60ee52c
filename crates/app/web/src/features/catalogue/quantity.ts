const SHAPE = /^(\d{1,9})(?:\.(\d{0,3}))?$/

/** `36.5` → 36500: units in whole thousandths, made with digits and never with a float. Null: not a quantity. */
export function parseThousandths(typed: string): number | null {
  const match = SHAPE.exec(typed.normalize('NFKC').replace(/[\s,]/g, '').replace(/。/g, '.'))
  return match ? Number.parseInt((match[1] ?? '') + (match[2] ?? '').padEnd(3, '0'), 10) : null
}

/** `1500` → `1.5`. */
export function thousandths(value: number): string {
  const digits = String(value).padStart(4, '0')
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`.replace(/\.?0+$/, '')
}
