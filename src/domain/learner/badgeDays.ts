import { listOf, moment, count, isRecord } from '../records/checks.ts'

/** From when on the app's icon says so many cards. */
export interface BadgeDay {
  /** ms since 1970. */
  readonly from: number
  readonly count: number
}

/**
 * What the app's icon is to say today and on the days after, if nobody opens the app: what is left stays, what comes due
 * is added, and no day asks for more than the learner wants in one.
 *
 * @param left what today still holds
 * @param ahead reviews of each of the days after today
 * @param starts when those days begin, ms
 */
export function badgeDays(
  now: number,
  left: { readonly due: number; readonly fresh: number },
  ahead: readonly number[],
  starts: readonly number[],
  reviewsPerDay: number,
): readonly BadgeDay[] {
  let { due } = left
  const days = [{ from: now, count: due + left.fresh }]
  for (const [i, from] of starts.entries()) {
    due = Math.min(Math.max(reviewsPerDay, left.due), due + (ahead[i] ?? 0))
    days.push({ from, count: due + left.fresh })
  }
  return days
}

/** What it is to say at a moment; null before the first of the days. */
export const countAt = (days: readonly BadgeDay[], now: number): number | null =>
  days.findLast(({ from }) => from <= now)?.count ?? null

/** Days that were kept. */
export const areBadgeDays = listOf(
  (value: unknown): value is BadgeDay =>
    isRecord(value) && moment(value['from']) && count(value['count']),
)
