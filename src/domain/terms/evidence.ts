import type { Pivots } from '../align/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { isDemonym } from './demonyms.ts'
import { sameFamily } from './families.ts'
import { glossesOf, type Glosses } from './glosses.ts'

/** What the evidence needs to know of an English word. */
interface EnForm {
  readonly lemma: string
  readonly stem: string
}

/**
 * How much a dictionary speaks for a Chinese word and an English one being each other's translation, 0 … 1; the best of
 *
 *   0.55 + 0.45·share      the lemma is one of its glosses (share: 1 for a one-word gloss, less inside a longer one)
 *   0.45 + 0.40·share      only the stem is (威慑 deter: deterrence)
 *   0.40 + 0.35·share      the words are of one family (入侵 invade: invasion)
 *   0.35 … 0.60            the word is a synonym of a gloss (持久 lasting: durable)
 *   0.30 … 0.75            headwords that mean the English word share hanzi with it
 *   0.55 of these          for a word of two hanzi or more inside it; 0.85 when the dictionary has only the parts
 *   0.28·share             for one of its two hanzi
 */
export interface Evidence {
  /** From the word's own glosses; cheap. */
  plain(zh: string, en: EnForm): number
  /** From everything above. */
  thorough(zh: string, en: EnForm): number
}

/** The evidence of a dictionary; pairs already asked for are remembered. */
export function evidenceOf(dictionary: Dictionary, pivots: Pivots | null = null): Evidence {
  const words = new Map<string, Profile>()
  const profile = (zh: string): Profile => {
    let word = words.get(zh)
    if (word === undefined) words.set(zh, (word = profileOf(zh, dictionary, pivots)))
    return word
  }
  return {
    plain: (zh, en) => direct(profile(zh).glosses, en),
    thorough(zh, en) {
      const word = profile(zh)
      let value = word.known.get(en.lemma)
      if (value === undefined) {
        value = Math.max(direct(word.glosses, en), word.synonyms.get(en.stem) ?? 0, inner(word, en))
        if (value < MOST_SHARED)
          value = Math.max(value, sharedHanzi(word, headwordsOf(en.lemma, dictionary), dictionary))
        word.known.set(en.lemma, value)
      }
      return value
    },
  }
}

/** What is looked up once for a Chinese word. */
interface Profile {
  readonly text: string
  readonly hanzi: ReadonlySet<string>
  readonly glosses: Glosses
  /** Stem → evidence by way of a synonym. */
  readonly synonyms: ReadonlyMap<string, number>
  /** Words inside it with their glosses. */
  readonly pieces: readonly { readonly length: number; readonly glosses: Glosses }[]
  readonly listed: boolean
  readonly known: Map<string, number>
}

function profileOf(text: string, dictionary: Dictionary, pivots: Pivots | null): Profile {
  const glosses = glossesOf(text, dictionary)
  const pieces: Profile['pieces'][number][] = []
  for (let length = text.length - 1; length >= (text.length > 2 ? 2 : 1); length--) {
    for (let at = 0; at + length <= text.length; at++) {
      const inside = glossesOf(text.slice(at, at + length), dictionary)
      if (inside.lemmas.size > 0) pieces.push({ length, glosses: inside })
    }
  }
  return {
    text,
    hanzi: new Set(text),
    glosses,
    synonyms: pivots === null ? new Map() : synonymsOf(glosses, pivots),
    pieces,
    listed: dictionary.has(text),
    known: new Map(),
  }
}

function synonymsOf({ stems }: Glosses, pivots: Pivots): ReadonlyMap<string, number> {
  const synonyms = new Map<string, number>()
  for (const [stem, weight] of stems) {
    if (weight < 0.8) continue
    pivots.visit(stem, (synonym, share) => {
      const value = Math.min(0.6, 0.35 + 1.5 * share) * weight
      if (value > (synonyms.get(synonym) ?? 0)) synonyms.set(synonym, value)
    })
  }
  return synonyms
}

function direct({ lemmas, stems }: Glosses, en: EnForm): number {
  const share = lemmas.get(en.lemma)
  if (share !== undefined) return 0.55 + 0.45 * share
  const stemShare = stems.get(en.stem)
  if (stemShare !== undefined && en.stem.length >= 3) return 0.45 + 0.4 * stemShare
  let best = 0
  for (const [lemma, weight] of lemmas) {
    if (weight <= best) continue
    if ((lemma[0] === en.lemma[0] && sameFamily(lemma, en.lemma)) || isDemonym(lemma, en.lemma))
      best = weight
  }
  return best === 0 ? 0 : 0.4 + 0.35 * best
}

/** The headwords whose glosses mention an English lemma, most likely first, and all their hanzi. */
interface Headwords {
  readonly lemma: string
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
    known.set(lemma, (headwords = { lemma, words, hanzi: new Set(words.join('')) }))
  }
  return headwords
}

/** Whether a gloss of one word or two says so. */
function means(word: string, lemma: string, dictionary: Dictionary): boolean {
  return (glossesOf(word, dictionary).lemmas.get(lemma) ?? 0) >= 0.8
}

/** What hanzi in common may be worth. */
const MOST_SHARED = 0.75

/**
 * How well headwords of the right meaning resemble the word: one inside the other, or hanzi in common (Dice of the sets);
 * more headwords say it louder (监督 is to monitor as 监测, 监控 and 监视 are).
 */
function sharedHanzi(
  { text, hanzi }: Profile,
  headwords: Headwords,
  dictionary: Dictionary,
): number {
  if (text.length < 2 || !haveCommon(hanzi, headwords.hanzi)) return 0
  let best = 0
  let voices = 0
  for (const word of headwords.words) {
    const value = resemblance(text, hanzi, word)
    // Few resemble it, and what they mean takes longer to find out.
    if (value === 0 || !means(word, headwords.lemma, dictionary)) continue
    voices++
    best = Math.max(best, value)
  }
  return best === 0 ? 0 : Math.min(MOST_SHARED, best + 0.05 * Math.min(3, voices - 1))
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

/**
 * The glosses of the words inside a word. They say nearly all when the dictionary does not have the word itself
 * (牛仔队 holds 牛仔), and little when it does (竞选 holds 选).
 */
function inner({ pieces, listed }: Profile, en: EnForm): number {
  let best = 0
  for (const { length, glosses } of pieces) {
    const value =
      length === 1
        ? 0.28 * (glosses.lemmas.get(en.lemma) ?? 0)
        : (listed ? 0.55 : 0.85) * direct(glosses, en)
    best = Math.max(best, value)
  }
  return best
}
