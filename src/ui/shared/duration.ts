import { useI18n } from 'vue-i18n'

/**
 * Speaks intervals the way buttons have room for: "10 min", "4 d", "2.5 mo".
 *
 * Both languages write numbers this small alike, so `Intl` is not asked: it would cost the first answer 15 ms.
 */
export function useDuration() {
  const { t } = useI18n()
  const round = (value: number): number =>
    value < 10 ? Math.round(value * 10) / 10 : Math.round(value)

  return function duration(seconds: number): string {
    const minutes = seconds / 60
    const hours = minutes / 60
    const days = hours / 24
    if (minutes < 60) return t('duration.minutes', { n: Math.max(1, Math.round(minutes)) })
    if (hours < 24) return t('duration.hours', { n: round(hours) })
    if (days < 31) return t('duration.days', { n: Math.round(days) })
    if (days < 365) return t('duration.months', { n: round(days / 30.44) })
    return t('duration.years', { n: round(days / 365.25) })
  }
}
