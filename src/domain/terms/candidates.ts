import { otherSide, type Side, type TextRange } from '../model.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { glossesOf } from './words/glosses.ts'
import type { PhrasePair } from './phrases/phrasePairs.ts'
import type { EnWord } from './words/words.ts'

/** Where a headword stands: the bead, and its range on the side learnt. */
export interface Place extends TextRange {
  readonly bead: number
}

/** A phrase pair and the bead it stands in. */
export interface PlacedPair extends PhrasePair {
  readonly bead: number
}

/** A headword with the counterpart it has most often. */
export interface Candidate {
  /** What it is found by: the hanzi, or the lemmas of the English. */
  readonly key: string
  readonly zh: string
  readonly en: string
  /** The pairs that agree on the counterpart, in text order. */
  readonly pairs: readonly PlacedPair[]
  readonly strength: number
  readonly name: boolean
  /** A piece of a clause rather than a term. */
  readonly clause: boolean
  /** Never stands outside a longer candidate. */
  readonly inside: boolean
  /** Other spellings of a name, found by their keys. */
  readonly variants: readonly string[]
}

/** log10 frequency of a hanzi that may be a headword by itself. */
const RARE_HANZI = -4.2
/** What a single hanzi is worth: it has many senses, and most are easy. */
const SINGLE = 0.6
const LEAST_STRENGTH = 0.6
/** From here on a counterpart is a whole gloss. */
const WHOLE = 1.05

/** What a pair is found by on a side: hanzi as they stand, English by its lemmas. */
export function keyOf(pair: PhrasePair, side: Side): string {
  return side === 'zh' ? pair.zhText : lemmasOf(pair.enWords)
}

/** The lemmas of English words as one string, by which all their forms are found. */
export function lemmasOf(words: readonly EnWord[]): string {
  return words.map((word) => word.lemma).join(' ')
}

/** For every headword of the side learnt the counterpart it has most often and most surely. */
export function chooseCounterparts(
  pairs: readonly PlacedPair[],
  learning: Side,
  dictionary: Dictionary,
): readonly Candidate[] {
  const byKey = new Map<string, Map<string, PlacedPair[]>>()
  for (const pair of pairs) {
    if (!isHeadword(pair, learning, dictionary)) continue
    const key = keyOf(pair, learning)
    const counterpart = keyOf(pair, otherSide(learning))
    let counterparts = byKey.get(key)
    if (!counterparts) byKey.set(key, (counterparts = new Map()))
    const same = counterparts.get(counterpart)
    if (same) same.push(pair)
    else counterparts.set(counterpart, [pair])
  }
  const candidates: Candidate[] = []
  for (const [key, counterparts] of byKey) {
    let best: readonly PlacedPair[] = []
    let most = 0
    for (const [counterpart, same] of counterparts) {
      const short =
        surest(same) >= WHOLE && !isName(same, dictionary)
          ? shortened(counterpart, counterparts)
          : 0
      const worth = (same.length + short) * surest(same)
      if (worth > most) [most, best] = [worth, same]
    }
    const strength = best.length > 0 ? surest(best) : 0
    if (strength < LEAST_STRENGTH) continue
    candidates.push({
      key,
      zh: mostFrequent(best.map((pair) => pair.zhText)),
      en: mostFrequent(best.map((pair) => pair.enText)),
      pairs: best,
      strength: learning === 'zh' && key.length === 1 ? SINGLE * strength : strength,
      name: isName(best, dictionary),
      clause: best.every((pair) => pair.clause),
      inside: false,
      variants: [],
    })
  }
  return candidates
}

/** How often a counterpart of several words stands shortened to one of its ends: a Christmas tree is a tree the second time. */
function shortened(counterpart: string, all: ReadonlyMap<string, readonly PlacedPair[]>): number {
  const words = counterpart.split(' ')
  if (words.length < 2) return 0
  return (all.get(words.at(-1) ?? '')?.length ?? 0) + (all.get(words[0] ?? '')?.length ?? 0)
}

/** Latin words and common single hanzi are no Chinese headwords, nor are two hanzi that only the text puts together. */
function isHeadword(
  { zhText, zhWords, enWords, strength }: PhrasePair,
  learning: Side,
  dictionary: Dictionary,
): boolean {
  if (!/^[\u3400-\u9fff\uf900-\ufaff〇]/.test(zhText)) return false
  if (learning === 'en') return enWords.some((word) => word.content)
  const hanzi = [...zhText].length
  if (hanzi === 1)
    return (
      (dictionary.logFrequency(zhText) ?? 0) <= RARE_HANZI &&
      strength >= WHOLE &&
      enWords.length === 1
    )
  return hanzi > 2 || (hanzi === 2 && (dictionary.has(zhText) || zhWords.some((word) => word.name)))
}

const surest = (pairs: readonly PlacedPair[]) => Math.max(...pairs.map((pair) => pair.strength))

function isName(pairs: readonly PhrasePair[], dictionary: Dictionary): boolean {
  const [pair] = pairs
  if (!pair) return false
  if (pair.zhWords.every((word) => word.name)) return true
  const capital = pairs.every((one) => one.enWords.every((word) => word.capital || !word.content))
  if (!capital) return false
  if (pair.zhWords.some((word) => word.name || glossesOf(word.text, dictionary).proper)) return true
  // 水晶山 is in no dictionary and spells nothing, but Crystal Mountain has capitals inside a sentence.
  return (
    !dictionary.has(pair.zhText) &&
    pairs.some((one) => one.enWords.filter((word) => word.content && !word.initial).length > 0) &&
    !TITLE.test(pair.enWords.at(-1)?.lemma ?? '')
  )
}

/** Offices are written with a capital before a name and are words all the same. */
const TITLE =
  /^(?:president|minister|secretary|adviser|advisor|director|chief|chairman|officer|prince|king|queen|staff|ceo|manager|coach|general|governor|mayor|senator|judge|sergeant|captain)$/

function mostFrequent(forms: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  let best = forms[0] ?? ''
  for (const [form, count] of counts) if (count > (counts.get(best) ?? 0)) best = form
  return best
}

/**
 * Marks what never stands outside a longer term as being inside it, and drops it when it is no headword or the longer one is a
 * name.
 */
export function withoutFragments(
  candidates: readonly Candidate[],
  places: ReadonlyMap<string, readonly Place[]>,
  textLength: number,
  isHeadword: (key: string) => boolean,
): readonly Candidate[] {
  const isWhole = ({ clause }: Candidate) => !clause
  const order = (candidate: Candidate) => (isWhole(candidate) ? 1000 : 0) + candidate.key.length
  const longestFirst = [...candidates].sort((a, b) => order(b) - order(a))
  const covered = new Uint8Array(textLength)
  return longestFirst.flatMap((candidate) => {
    const found = places.get(candidate.key) ?? []
    const coverOf = ({ start, end }: Place) => Math.min(covered[start]!, covered[end - 1]!)
    const cover = found.length === 0 ? NAME : Math.min(...found.map(coverOf))
    if (cover === NAME) return []
    if (cover === TERM) return isHeadword(candidate.key) ? [{ ...candidate, inside: true }] : []
    if (isWhole(candidate))
      for (const { start, end } of found) covered.fill(candidate.name ? NAME : TERM, start, end)
    return [candidate]
  })
}

/** What covers a place of the text. */
const TERM = 1
const NAME = 2
