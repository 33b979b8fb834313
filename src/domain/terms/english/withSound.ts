import type { LearnersEnglish, Sound } from '../../dictionary/learnersEnglish.ts'
import { readEnglish } from '../../en/readEnglish.ts'
import type { Term } from '../../model.ts'

/** The terms with the sound of their headwords, of those whose words are all known. */
export function withSound(
  terms: readonly Term[],
  english: LearnersEnglish,
  accent: keyof Sound,
): readonly Term[] {
  return terms.map((term) => {
    const sounds = readEnglish(term.headword ?? term.en, english).map(({ sound }) => sound[accent])
    if (sounds.length === 0 || sounds.includes('')) return term
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
