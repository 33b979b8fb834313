import type { Level } from '../../model.ts'
import { worthOf } from '../../learner/englishWorth.ts'

/** A phrase is not to be guessed from its words. */
const PHRASE = 1.5
/** What stands alone on its side is hard to learn from this text. */
const UNPAIRED = 0.6

/**
 * How much a word or phrase of English is worth learning from a text; larger is better.
 *
 * @param count how often it stands there
 * @param agrees whether the dictionary says what the translation says
 */
export function usefulness(term: {
  readonly level: Level
  readonly isPhrase: boolean
  readonly isPaired: boolean
  readonly agrees: boolean
  readonly count: number
}): number {
  const worth = worthOf(term.level)
  const often = 1 + 0.1 * Math.log2(term.count)
  const sure = !term.isPaired ? UNPAIRED : term.agrees ? 1 : 0.85
  return worth * (term.isPhrase ? PHRASE : 1) * often * sure
}
