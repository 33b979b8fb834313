import type { Side } from '../model.ts'
import type { WordCount } from './coverage.ts'

/** How many hanzi, or words, a learner reads in a minute at leisure, looking up a word now and then. */
const A_MINUTE: Readonly<Record<Side, number>> = { zh: 80, en: 90 }

/** Whole minutes that a learner reads so many hanzi, or words; at least one. */
export const minutesFor = (length: number, side: Side): number =>
  Math.max(1, Math.round(length / A_MINUTE[side]))

/** {@link minutesFor} of a text by its words that count. Names and figures are not among them. */
export function minutesOf(words: readonly WordCount[], side: Side): number {
  const lengthOf = ({ key }: WordCount) => (side === 'zh' ? [...key].length : 1)
  return minutesFor(
    words.reduce((sum, word) => sum + word.count * lengthOf(word), 0),
    side,
  )
}
