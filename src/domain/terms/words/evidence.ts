import type { Pivots } from '../../dictionary/pivots.ts'
import type { Dictionary } from '../../dictionary/dictionary.ts'
import { isDemonym } from './demonyms.ts'
import { sameFamily } from './families.ts'
import { glossesOf, type Glosses } from './glosses.ts'
import { MOST_SHARED, sharedHanzi } from './sharedHanzi.ts'

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
        if (value < MOST_SHARED) value = Math.max(value, sharedHanzi(word, en.lemma, dictionary))
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

/** A longer row of letters is no word, and has too many pieces to look each up. */
const LONGEST_WORD = 24

function profileOf(text: string, dictionary: Dictionary, pivots: Pivots | null): Profile {
  const glosses = glossesOf(text, dictionary)
  const pieces: Profile['pieces'][number][] = []
  const longest = text.length > LONGEST_WORD ? 0 : text.length - 1
  for (let length = longest; length >= (text.length > 2 ? 2 : 1); length--) {
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
