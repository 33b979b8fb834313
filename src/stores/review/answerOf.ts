import type { Rating } from '../../domain/model.ts'
import type { ReplayState } from '../../domain/srs/replay.ts'
import { answerEntry, type Choice } from '../../domain/srs/schedule.ts'
import type { Moment } from '../../domain/time.ts'

/** The entry of an answer, which the disk will give its id. */
export const answerOf = (
  card: string,
  rating: Rating,
  choice: Choice,
  at: Moment,
  tookMs: number,
  { cards, settings }: ReplayState,
) =>
  answerEntry({
    card,
    rating,
    tookMs,
    at,
    choice,
    previous: cards.get(card)?.last ?? null,
    settings,
  })
