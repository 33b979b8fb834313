import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Pivots } from '../align/pivots.ts'
import { glossesOf } from './glosses.ts'

/** What the evidence needs to know of an English word. */
interface EnForm {
  readonly lemma: string
  readonly stem: string
}

/**
 * How much the dictionary speaks for a Chinese word and an English one being each other's translation, 0 … 1:
 *
 *   0.55 + 0.45·share   the lemma is one of its glosses (share: 1 for a one-word gloss, less inside a longer one)
 *   0.45 + 0.40·share   only the stem is (威慑 deter: deterrence)
 *   0.40 + 0.35·share   the words are of one family (入侵 invade: invasion)
 *   0.35 … 0.70         headwords that mean the English word share hanzi with it
 *   0.55·share, 0.30·share   the gloss of a word inside it, of one of its two hanzi (0.85 when only its parts are listed)
 */
export type Evidence = (zh: string, en: EnForm) => number

/** The evidence of a dictionary; pairs already asked for are remembered. */
export function evidenceOf(dictionary: Dictionary, pivots: Pivots | null = null): Evidence {
  const known = new Map<string, number>()
  const meaning = new Map<string, readonly string[]>()
  const headwords = (lemma: string): readonly string[] => {
    let found = meaning.get(lemma)
    if (found === undefined) {
      found = [
        ...new Set(dictionary.findEnglish(lemma, 24).map((entry) => entry.simplified)),
      ].filter((word) => {
        const share = glossesOf(word, dictionary).lemmas.get(lemma)
        return share !== undefined && share >= 0.8
      })
      meaning.set(lemma, found)
    }
    return found
  }
  return (zh, en) => {
    const key = `${zh}\t${en.lemma}`
    let value = known.get(key)
    if (value === undefined) {
      value = Math.max(
        direct(zh, en, dictionary),
        pivots === null ? 0 : synonymous(zh, en, dictionary, pivots),
        sharedHanzi(zh, headwords(en.lemma)),
        inner(zh, en, dictionary),
      )
      known.set(key, value)
    }
    return value
  }
}

function direct(zh: string, en: EnForm, dictionary: Dictionary): number {
  const { lemmas, stems } = glossesOf(zh, dictionary)
  const share = lemmas.get(en.lemma)
  if (share !== undefined) return 0.55 + 0.45 * share
  const stemShare = stems.get(en.stem)
  if (stemShare !== undefined && en.stem.length >= 3) return 0.45 + 0.4 * stemShare
  let best = 0
  for (const [lemma, weight] of lemmas)
    if (weight > best && sameFamily(lemma, en.lemma)) best = weight
  return best === 0 ? 0 : 0.4 + 0.35 * best
}

/** The best of the glosses' synonyms: 持久 is lasting, lasting is durable. */
function synonymous(zh: string, en: EnForm, dictionary: Dictionary, pivots: Pivots): number {
  let best = 0
  for (const [stem, weight] of glossesOf(zh, dictionary).stems) {
    if (weight < 0.8) continue
    pivots.visit(stem, (synonym, share) => {
      if (synonym === en.stem) best = Math.max(best, Math.min(0.6, 0.35 + 1.5 * share) * weight)
    })
  }
  return best
}

/** What may follow the common beginning of two words of one family. */
const ENDING =
  /^(?:|e|ed|ing|er|or|ion|ation|ition|ment|al|ance|ence|ant|ent|ity|ty|y|ive|ative|sive|sion|se|de|d|t|tion|tive|ss|ssion|ssive|ous|ious|ic|ical|able|ible|ary|ness|ly|ful|ist|ism|ize|ise|ify|ial|an|ian|th|ption|be|ve|re|ure|cy|ce|tial|ied|ier|iness|ily|ish|on|cation|cence)$/

/** Whether two English words are derivations of one: invade, invasion; propose, proposal. */
export function sameFamily(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter >= 3 && /^(?:r|n|er|or|ist)$/.test(longerRest(a, b))) return true
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  if (common < 4 || common < 0.6 * shorter) return false
  // "re" + "serve": a common beginning that is all there is of neither proves little.
  if (common < 5 && common < shorter - 2) return false
  return isEnding(a, common) && isEnding(b, common)
}

/** What the longer word adds to the shorter one; empty when it does not begin with it. */
function longerRest(a: string, b: string): string {
  if (b.startsWith(a)) return b.slice(a.length)
  return a.startsWith(b) ? a.slice(b.length) : ''
}

/** The ending may double the consonant before it: deter, deterrence. */
function isEnding(word: string, at: number): boolean {
  const doubled = word[at] !== undefined && word[at] === word[at - 1]
  return ENDING.test(word.slice(at)) || (doubled && ENDING.test(word.slice(at + 1)))
}

/**
 * How well headwords of the right meaning resemble the word: one inside the other, or hanzi in common (Dice of the sets);
 * more headwords say it louder (监督 is to monitor as 监测, 监控 and 监视 are).
 */
function sharedHanzi(zh: string, headwords: readonly string[]): number {
  if (zh.length < 2) return 0
  const mine = new Set(zh)
  let best = 0
  let voices = 0
  for (const word of headwords) {
    let value = 0
    if (word.length >= 2 && (zh.includes(word) || word.includes(zh))) {
      value = 0.4 + 0.3 * (Math.min(zh.length, word.length) / Math.max(zh.length, word.length))
    } else if (word.length >= 2) {
      const theirs = new Set(word)
      let common = 0
      for (const hanzi of theirs) if (mine.has(hanzi)) common++
      const dice = (2 * common) / (mine.size + theirs.size)
      value = dice >= 0.4 ? 0.7 * dice : 0
    } else if (zh.length === 2 && zh.includes(word)) value = 0.3
    if (value > 0) voices++
    best = Math.max(best, value)
  }
  return best === 0 ? 0 : Math.min(0.75, best + 0.05 * Math.min(3, voices - 1))
}

/**
 * The glosses of the words inside a word. They say nearly all when the dictionary does not have the word itself
 * (牛仔队 holds 牛仔), and little when it does (竞选 holds 选).
 */
function inner(zh: string, en: EnForm, dictionary: Dictionary): number {
  const whole = dictionary.has(zh) ? 0.55 : 0.85
  let best = 0
  for (let length = zh.length - 1; length >= 1; length--) {
    if (length === 1 && zh.length > 2) break
    for (let at = 0; at + length <= zh.length; at++) {
      const piece = zh.slice(at, at + length)
      const share =
        length > 1
          ? direct(piece, en, dictionary)
          : 0.8 * (glossesOf(piece, dictionary).lemmas.get(en.lemma) ?? 0)
      best = Math.max(best, share * (length === 1 ? 0.35 : whole))
    }
  }
  return best
}
