import { useI18n } from 'vue-i18n'
import type { Workload } from '../../domain/srs/simulate.ts'
import { useSaying } from './say.ts'

/** What desired retentions cost, in a sentence. */
export function useWorkloadWords() {
  const { n, t } = useI18n()
  const { minutes, percent } = useSaying()

  /** The workload of a desired retention; null while it is not known, or when there is nothing to review. */
  function at(workloads: readonly Workload[] | null, retention: number): Workload | null {
    const found = workloads?.find((one) => Math.abs(one.desiredRetention - retention) < 0.005)
    return found === undefined || found.answersPerDay === 0 ? null : found
  }

  /** The retention to compare another one with: five points more, or less at the top. */
  const other = (retention: number): number =>
    Math.round(100 * (retention > 0.945 ? retention - 0.05 : retention + 0.05)) / 100

  /** "95 % instead of 90 %: 2.1 times the reviews, 14 min a day instead of 7 min." */
  function compare(now: Workload, then: Workload): string {
    return t('stats.workload.compare', {
      from: percent(now.desiredRetention),
      to: percent(then.desiredRetention),
      times: n(then.answersPerDay / now.answersPerDay, { maximumFractionDigits: 1 }),
      before: minutes(now.minutesPerDay),
      after: minutes(then.minutesPerDay),
    })
  }
  return { at, other, compare }
}
