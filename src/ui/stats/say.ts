import { useI18n } from 'vue-i18n'
import { DAY_MS } from '../../domain/time.ts'

/** Shares, counts, minutes and days as the interface's language writes them. */
export function useSaying() {
  const { d, n, t } = useI18n()
  const date = (day: number, options: Intl.DateTimeFormatOptions): string =>
    d(new Date(day * DAY_MS), { ...options, timeZone: 'UTC' })
  return {
    percent: (share: number, digits = 0): string =>
      n(share, { style: 'percent', maximumFractionDigits: digits }),
    count: (value: number): string => n(value, { maximumFractionDigits: 0 }),
    /** One digit after the point below ten. */
    roughly: (value: number): string => n(value, { maximumFractionDigits: value < 10 ? 1 : 0 }),
    minutes: (value: number): string =>
      t('duration.minutes', { n: n(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) }),
    days: (value: number): string =>
      t('duration.days', { n: n(value, { maximumFractionDigits: value < 10 ? 1 : 0 }) }),
    /** 3 Mar */
    day: (day: number): string => date(day, { day: 'numeric', month: 'short' }),
    /** 3 March 2026 */
    fullDay: (day: number): string => date(day, { day: 'numeric', month: 'long', year: 'numeric' }),
    /** Mar 2026 */
    month: (day: number): string => date(day, { month: 'short', year: 'numeric' }),
    /** Mar */
    monthName: (day: number): string => date(day, { month: 'short' }),
    /** Tue */
    weekday: (day: number): string => date(day, { weekday: 'short' }),
  }
}
