import { forecast } from '../../domain/srs/measure/workload.ts'
import type { QueueSummary } from '../../domain/srs/queue/queue.ts'
import type { ReplayState } from '../../domain/srs/replay.ts'

/** A week. */
const DAYS = 7

/**
 * How many reviews each of the seven days after today brings, as things stand. What is left over from today comes
 * tomorrow, and no day brings more than the learner wants in one.
 *
 * @param left what today still holds
 */
export function reviewsAhead(
  { cards, settings }: Pick<ReplayState, 'cards' | 'settings'>,
  today: number,
  left: Pick<QueueSummary, 'reviews' | 'learning'>,
): readonly number[] {
  const { due, overdue } = forecast(cards.values(), today, DAYS + 1)
  const [now = 0, ...days] = due
  let over = Math.max(0, overdue + now - left.reviews - left.learning)
  return days.map((count) => {
    const brings = Math.min(settings.reviewsPerDay, count + over)
    over += count - brings
    return brings
  })
}
