import type { LearnersEnglish, Sound } from '../../dictionary/learnersEnglish.ts'
import type { Pronunciations } from '../../en/pronunciations.ts'
import { readEnglish } from '../../en/readEnglish.ts'
import type { Term } from '../../model.ts'
import { withIpa } from '../../words/words.ts'

/**
 * The terms with the sound of their headwords.
 *
 * @param pronunciations says how words sound that the dictionary lacks; of its own words none is guessed
 */
export function withSound(
  terms: readonly Term[],
  english: LearnersEnglish,
  accent: keyof Sound,
  pronunciations: Pronunciations | null,
): readonly Term[] {
  return terms.map((term) => {
    const words = readEnglish(term.headword ?? term.en, english)
    const sounds = words.map(({ sound }) => sound[accent])
    if (sounds.length === 0 || sounds.includes('')) {
      const isGuess = words.some(
        ({ lemma, sound }) => sound[accent] === '' && english.entries(lemma).length > 0,
      )
      return isGuess ? term : withIpa([term], pronunciations)[0]!
    }
    // One spelling with two sounds is said by its meaning, which the headword alone does not tell.
    const own = sounds.length === 1 ? soundOfMeaning(term, english, accent) : null
    return { ...term, ipa: own ?? sounds.join(' ') }
  })
}

function soundOfMeaning(
  { headword, en, gloss }: Term,
  english: LearnersEnglish,
  accent: keyof Sound,
): string | null {
  const entries = english.entries(headword ?? en)
  return (
    entries.find(({ zh }) => zh.length > 0 && zh.join() === gloss.join())?.sound[accent] ?? null
  )
}
