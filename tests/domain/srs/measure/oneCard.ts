import { type Entry } from '../../../../src/domain/srs/entries.ts'
import { answeredIn } from '../../../../src/domain/srs/measure/answered.ts'
import type { Answered } from '../../../../src/domain/srs/measure/answered.ts'
import { replay } from '../../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { answer } from '../devices.ts'

export const DAY = 86_400_000
/** Study day 100 of the log below begins here. */
export const START = answer({ id: '-' }).at

/** A card met on day 100, again the same day, and then on days 103, 130 (forgotten, and its step) and 132. */
export function oneCardLog(): Entry[] {
  const at = (day: number, second: number) => START + day * DAY + second * 1_000
  const say = (
    id: string,
    day: number,
    second: number,
    rating: 'again' | 'good',
    rest: Partial<Parameters<typeof answer>[0]>,
  ) => answer({ id, at: at(day, second), studyDay: 100 + day, rating, tookMs: 6_000, ...rest })
  return [
    say('a', 0, 0, 'again', { phase: 'learning', remaining: 2, dueAt: at(0, 60), dueDay: null }),
    say('b', 0, 60, 'good', { previous: 'a', dueDay: 103 }),
    say('c', 3, 0, 'good', { previous: 'b', dueDay: 130 }),
    say('d', 30, 0, 'again', {
      previous: 'c',
      phase: 'relearning',
      remaining: 1,
      dueAt: at(30, 600),
      dueDay: null,
    }),
    say('e', 30, 600, 'good', { previous: 'd', dueDay: 132 }),
    say('f', 32, 0, 'good', { previous: 'e', dueDay: 140 }),
  ]
}

export const answered = (entries: readonly Entry[] = oneCardLog()): Answered[] =>
  answeredIn(replay(entries, DEFAULT_SRS_SETTINGS))
