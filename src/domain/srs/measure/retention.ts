/** How much was recalled of what came up. */
import { isMature } from './answered.ts'
import type { Answered } from './answered.ts'

/** How many were recalled, of how many. */
export interface Share {
  readonly recalled: number
  readonly total: number
}

/** By the interval the card had waited: less than three weeks, and three weeks or more. */
export interface Retention {
  readonly young: Share
  readonly mature: Share
  readonly all: Share
}

/**
 * Whether an answer counts towards true retention: it is the card's first of its study day, and the card had been put
 * off by a day or more (a review, or a learning step across the rollover). Again is a lapse of memory; all else is recall.
 */
export function isRetentionTest({ answer, before }: Answered): boolean {
  const { dueDay, lastDay } = before
  return dueDay !== null && lastDay !== null && lastDay < answer.studyDay
}

/**
 * The share of reviews recalled on study days `from … to`, both included: Anki's true retention, a card's first review of
 * a day only.
 *
 * This is what the desired retention promises: steps of the same day and second tries do not count.
 */
export function trueRetention(answered: Iterable<Answered>, from: number, to: number): Retention {
  const tally = { young: { recalled: 0, total: 0 }, mature: { recalled: 0, total: 0 } }
  for (const one of answered) {
    const { studyDay, rating } = one.answer
    if (studyDay < from || studyDay > to || !isRetentionTest(one)) continue
    const share = tally[isMature(one.before) ? 'mature' : 'young']
    share.total += 1
    if (rating !== 'again') share.recalled += 1
  }
  const { young, mature } = tally
  return {
    young,
    mature,
    all: { recalled: young.recalled + mature.recalled, total: young.total + mature.total },
  }
}
