// Days are read from their own digits. Only the weekday and differences need arithmetic, done in UTC so that the time
// zone of the device can never move a legal date.

const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六'] as const
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

interface Parts { year: number; month: number; day: number }

function parts(iso: string): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!match) return null
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}
const utc = ({ year, month, day }: Parts) => Date.UTC(year, month - 1, day)

export type DayStyle = 'full' | 'plain' | 'short'

/** full: 2026年5月11日（周一） · plain: 2026年5月11日 · short: 5月11日. Anything that is not a day is returned as it is. */
export function formatDay(iso: string, locale: string, style: DayStyle = 'full'): string {
  const day = parts(iso)
  if (!day) return iso
  const weekday = new Date(utc(day)).getUTCDay()
  if (locale === 'zh-CN') {
    const short = `${day.month}月${day.day}日`
    if (style === 'short') return short
    return style === 'plain' ? `${day.year}年${short}` : `${day.year}年${short}（周${WEEKDAYS_ZH[weekday]}）`
  }
  const short = `${day.day} ${MONTHS_EN[day.month - 1]}`
  if (style === 'short') return short
  return style === 'plain' ? `${short} ${day.year}` : `${WEEKDAYS_EN[weekday]} ${short} ${day.year}`
}

/** An instant as the county's clock shows it: [day, HH:MM]. */
function local(instant: string): [string, string] | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(instant)
  if (!match) return null
  const zone = match[3]
  if (!zone || zone === '+08:00' || zone === '+0800') return [match[1] as string, match[2] as string]
  const shifted = new Date(Date.parse(instant) + SHANGHAI_MS).toISOString()
  return [shifted.slice(0, 10), shifted.slice(11, 16)]
}

export const dayOf = (instant: string): string => local(instant)?.[0] ?? instant.slice(0, 10)
export const timeOf = (instant: string): string => local(instant)?.[1] ?? ''

export function formatInstant(instant: string, locale: string, style: DayStyle = 'full'): string {
  const found = local(instant)
  return found ? `${formatDay(found[0], locale, style)} ${found[1]}` : instant
}

/** Day and clock time typed in a form, as the instant the server wants. */
export const toInstant = (day: string, time: string): string => `${day}T${time}:00+08:00`

export function daysBetween(from: string, to: string): number {
  const a = parts(from)
  const b = parts(to)
  return a && b ? Math.round((utc(b) - utc(a)) / DAY_MS) : 0
}

export function addDays(iso: string, days: number): string {
  const day = parts(iso)
  return day ? new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10) : iso
}
