import { describe, expect, it, vi } from 'vitest'
import { addDays, dayOf, daysBetween, formatDay, formatInstant, timeOf, toInstant } from './day'

describe('days', () => {
  it('are written as the law writes them', () => {
    expect(formatDay('2026-05-11', 'zh-CN')).toBe('2026年5月11日（周一）')
    expect(formatDay('2026-05-11', 'zh-CN', 'plain')).toBe('2026年5月11日')
    expect(formatDay('2026-05-11', 'zh-CN', 'short')).toBe('5月11日')
    expect(formatDay('2026-05-10', 'en')).toBe('Sun 10 May 2026')
    expect(formatDay('2024-02-29', 'zh-CN')).toBe('2024年2月29日（周四）')
  })

  it('do not move with the zone of the device', () => {
    for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC', 'Asia/Shanghai']) {
      vi.stubEnv('TZ', zone)
      expect(formatDay('2026-01-01', 'zh-CN')).toBe('2026年1月1日（周四）')
      expect(formatInstant('2026-05-11T00:30:00+08:00', 'zh-CN', 'plain')).toBe('2026年5月11日 00:30')
      expect(formatInstant('2026-05-10T16:30:00Z', 'zh-CN', 'plain')).toBe('2026年5月11日 00:30')
    }
    vi.unstubAllEnvs()
  })

  it('leave alone what is no day', () => {
    expect(formatDay('someday', 'zh-CN')).toBe('someday')
    expect(formatInstant('someday', 'zh-CN')).toBe('someday')
  })

  it('take an instant apart and put it together', () => {
    expect(dayOf('2026-05-11T17:50:12.123+08:00')).toBe('2026-05-11')
    expect(timeOf('2026-05-11T17:50:12+08:00')).toBe('17:50')
    expect(dayOf('2026-05-10T18:00:00Z')).toBe('2026-05-11')
    expect(toInstant('2026-05-11', '09:05')).toBe('2026-05-11T09:05:00+08:00')
  })

  it('count', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3)
    expect(daysBetween('2026-05-11', '2026-05-06')).toBe(-5)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})
