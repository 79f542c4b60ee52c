import type { MoneyFault } from '@/locales/format/money'
import { parseYuan } from '@/locales/format/money'

/** Why a field cannot be sent as it stands: it is empty, or it is not the kind of thing the field holds. Never a rule of law. */
export type Fault = 'required' | 'two_officers' | 'number' | `money_${MoneyFault}`
export type Faults = Record<string, Fault>

/** Turns typed values into the values of the contract and notes every field that cannot be turned. */
export class Check {
  readonly faults: Faults = {}
  get ok() { return Object.keys(this.faults).length === 0 }

  text(field: string, value: string): string {
    const text = value.trim()
    if (!text) this.faults[field] = 'required'
    return text
  }
  optional(value: string | null | undefined): string | undefined {
    return value?.trim() || undefined
  }
  choice<T>(field: string, value: T | null | undefined | ''): T {
    if (value === null || value === undefined || value === '') this.faults[field] = 'required'
    return value as T
  }
  pair(field: string, value: readonly string[]): [string, string] {
    if (value.length !== 2 || !value[0] || !value[1]) this.faults[field] = 'two_officers'
    return [value[0] ?? '', value[1] ?? '']
  }
  yuan(field: string, typed: string): number {
    const parsed = parseYuan(typed)
    if (parsed.fault) this.faults[field] = `money_${parsed.fault}`
    return parsed.fen ?? 0
  }
  optionalYuan(field: string, typed: string): number | null {
    return typed.trim() === '' ? null : this.yuan(field, typed)
  }
  optionalCount(field: string, typed: string): number | null {
    const text = typed.normalize('NFKC').trim()
    if (text === '') return null
    if (!/^\d{1,9}$/.test(text)) this.faults[field] = 'number'
    return Number.parseInt(text, 10)
  }
}
