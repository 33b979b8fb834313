import type { Level, TextRange } from '../model.ts'
import { wordsIn, type CountedWord } from './coverage.ts'

/** Words of a sentence worth showing: fewer prove nothing. */
const LEAST_WORDS = 4

/**
 * The sentence of a text that shows best what can be read by now: none of its words is new, and of those the one in which
 * most are only being learnt, then the longest; null when there is none.
 *
 * @param words that count, in text order
 */
export function readableSentence(
  sentences: readonly TextRange[],
  words: readonly CountedWord[],
  knowledge: (key: string, level: Level) => 'known' | 'learning' | 'new',
): TextRange | null {
  let best: {
    readonly sentence: TextRange
    readonly learning: number
    readonly count: number
  } | null = null
  for (const sentence of sentences) {
    const states = wordsIn(words, sentence).map(({ key, level }) => knowledge(key, level))
    if (states.length < LEAST_WORDS || states.includes('new')) continue
    const learning = states.filter((state) => state === 'learning').length
    const isBetter =
      best === null ||
      learning > best.learning ||
      (learning === best.learning && states.length > best.count)
    if (isBetter) best = { sentence, learning, count: states.length }
  }
  return best?.sentence ?? null
}
