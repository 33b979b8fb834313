import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from './glosses.ts'

/** The most that hanzi in common are worth. */
export const MOST_SHARED = 0.75
/** What each further headword adds, and how many may. */
const VOICE = 0.05
const MOST_VOICES = 3

/**
 * How well a Chinese word resembles the headwords that mean an English lemma, 0 … {@link MOST_SHARED}:
 *
 *   max r(word, headword) + 0.05·min(3, other headwords that resemble it)
 *
 *   r = 0.4 + 0.3·(shorter / longer length)   when one stands inside the other
 *   r = 0.7·Dice of their sets of hanzi        from a Dice coefficient of 0.4 on, productive hanzi not counted
 *   r = 0.3                                    for a headword of one hanzi in a word of two
 *
 * More headwords say it louder (监督 is to monitor as 监测, 监控 and 监视 are).
 */
export function sharedHanzi(
  { text, hanzi }: { readonly text: string; readonly hanzi: ReadonlySet<string> },
  lemma: string,
  dictionary: Dictionary,
): number {
  if (text.length < 2) return 0
  const headwords = headwordsOf(lemma, dictionary)
  if (!haveCommon(hanzi, headwords.hanzi)) return 0
  let best = 0
  let voices = 0
  for (const word of headwords.words) {
    const value = resemblance(text, hanzi, word)
    // Few resemble it, and what they mean takes longer to find out.
    if (value === 0 || !means(word, lemma, dictionary)) continue
    voices++
    best = Math.max(best, value)
  }
  return best === 0 ? 0 : Math.min(MOST_SHARED, best + VOICE * Math.min(MOST_VOICES, voices - 1))
}

/** The headwords whose glosses mention an English lemma, most likely first, and all their hanzi. */
interface Headwords {
  readonly words: readonly string[]
  readonly hanzi: ReadonlySet<string>
}

const MOST_HEADWORDS = 12
/** As many lemmas as two long books have. */
const MOST_LEMMAS = 8_000
const remembered = new WeakMap<Dictionary, Map<string, Headwords>>()

/** Remembered as long as the dictionary is: the way from English is by far the slowest of the look-ups. */
function headwordsOf(lemma: string, dictionary: Dictionary): Headwords {
  let known = remembered.get(dictionary)
  if (!known || known.size > MOST_LEMMAS) remembered.set(dictionary, (known = new Map()))
  let headwords = known.get(lemma)
  if (headwords === undefined) {
    const found = dictionary.findEnglish(lemma, MOST_HEADWORDS).map((entry) => entry.simplified)
    const words = [...new Set(found)]
    known.set(lemma, (headwords = { words, hanzi: new Set(words.join('')) }))
  }
  return headwords
}

/** Whether a gloss of one word or two says so. */
function means(word: string, lemma: string, dictionary: Dictionary): boolean {
  return (glossesOf(word, dictionary).lemmas.get(lemma) ?? 0) >= 0.8
}

function haveCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}

/** Hanzi in so many words that having one in common says nothing. */
const PRODUCTIVE = new Set(
  '的一不了是在有人大小上下中出入来去过到进回起开家子儿头日年月天时地生成为得会可能自不无',
)

function resemblance(text: string, hanzi: ReadonlySet<string>, word: string): number {
  if (word.length === 1) return text.length === 2 && text.includes(word) ? 0.3 : 0
  if (text.includes(word) || word.includes(text)) {
    return 0.4 + 0.3 * (Math.min(text.length, word.length) / Math.max(text.length, word.length))
  }
  const theirs = new Set(word)
  let common = 0
  for (const one of theirs) if (hanzi.has(one) && !PRODUCTIVE.has(one)) common++
  const dice = (2 * common) / (hanzi.size + theirs.size)
  return dice >= 0.4 ? 0.7 * dice : 0
}
