import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from '../words/glosses.ts'
import type { BeadWords } from '../beadWords.ts'
import type { EnWord } from '../words/words.ts'

/** A Chinese word and the stretch of English words that is all of its counterpart. */
export interface Whole {
  readonly at: number
  /** Indices of English words, end exclusive. */
  readonly from: number
  readonly to: number
  readonly strength: number
}

/** The foreign names found by their sound. */
export function nameWholes({ zh, names }: BeadWords): readonly Whole[] {
  return names.flatMap(({ zh: { start, end }, from, to, certainty }) => {
    const at = zh.findIndex((word) => word.start === start && word.end === end)
    return at < 0 ? [] : [{ at, from, to, strength: 0.6 + 0.6 * certainty }]
  })
}

/**
 * Words one of whose glosses of several words stands in the English text, lemma for lemma (一个巴掌拍不响 = it takes two to tango),
 * or whose one-word gloss is written as two (snowstorm, snow storm). Longest first.
 */
export function wholeGlosses({ zh, en }: BeadWords, dictionary: Dictionary): readonly Whole[] {
  const found: (Whole & { readonly value: number })[] = []
  zh.forEach((word, at) => {
    if (word.text.length < 2 || word.name || !word.content) return
    const add = (from: number, length: number) => {
      const place = 1 - Math.abs((at + 0.5) / zh.length - (from + length / 2) / en.length)
      found.push({ at, from, to: from + length, strength: 1.1, value: length + place })
    }
    const { lemmas, phrases, fuller } = glossesOf(word.text, dictionary)
    for (let from = 0; from + 1 < en.length; from++) {
      const [first, second] = [en[from]!, en[from + 1]!]
      if (!first.content || !second.joined) continue
      const written = `${first.text}${second.text}`.toLowerCase()
      const share = lemmas.get(first.lemma + second.lemma) ?? lemmas.get(written) ?? 0
      if (share >= 0.8) add(from, 2)
    }
    for (const phrase of [...phrases, ...fuller]) {
      for (let from = 0; from + phrase.length <= en.length; from++) {
        if (standsAt(phrase, en, from)) add(from, phrase.length)
      }
      for (const [from, length] of partedPlaces(phrase, en)) add(from, length)
    }
  })
  return found.sort((a, b) => b.value - a.value)
}

/** What stands at the end of a verb of two words, and may be parted from it: turn them all down, pass it off. */
const PARTICLE = /^(?:up|off|out|down|away|back|over|on|in|apart|together|aside)$/
const MOST_BETWEEN = 2

/** Where a verb and its particle stand with pronouns and other small words between them: from, and how many words. */
function* partedPlaces(
  [verb, particle, ...more]: readonly string[],
  en: readonly EnWord[],
): Generator<readonly [from: number, length: number]> {
  if (more.length > 0 || !PARTICLE.test(particle ?? '')) return
  for (let from = 0; from + 2 < en.length; from++) {
    if (en[from]!.lemma !== verb) continue
    let to = from + 1
    while (to - from <= MOST_BETWEEN && en[to]?.joined === true && BETWEEN.test(en[to]!.lemma)) to++
    if (to > from + 1 && en[to]?.joined === true && en[to]!.lemma === particle)
      yield [from, to - from + 1]
  }
}

const BETWEEN =
  /^(?:i|it|he|she|we|they|you|this|that|all|both|one|everything|everyone|my|your|his|her|its|our|their|them|him|me|us)(?:self|selves)?$/

/** Glosses of so many words are sayings. */
const SAYING = 4

function standsAt(phrase: readonly string[], en: readonly EnWord[], from: number): boolean {
  return phrase.every((lemma, k) => {
    const word = en[from + k]!
    // A saying may have a comma inside: once bitten, twice shy.
    if (k > 0 && !word.joined && !word.clitic && phrase.length < SAYING) return false
    return lemma === '*' ? !word.content : lemma === word.lemma || lemma === word.text.toLowerCase()
  })
}
