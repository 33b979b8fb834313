import { isHuge, rangesOfBeads, type Bitext } from '../bitext/bitext.ts'
import type { Pivots } from '../dictionary/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Side } from '../model.ts'
import type { Task } from '../tasks.ts'
import { alikeBeads } from './alikeBeads.ts'
import { associationOf } from './words/association.ts'
import { beadWordsOf, type BeadWords } from './beadWords.ts'
import { evidenceOf } from './words/evidence.ts'
import { surelyLinked, withUnsaid } from './links/unsaid.ts'
import type { LinkedBead, Linking } from './linkedBead.ts'
import { pairTerms } from './linkBead.ts'
import { MovedBead, type LastMoved } from './movedBead.ts'
import { scoredPairs } from './links/scoredPairs.ts'
import { asBefore, unchangedBeads } from './unchangedBeads.ts'

/**
 * The words of every bead, linked. Yields its progress, 0 … 1, after every bead and in the middle of its work.
 *
 * 1. Words of both sides (`beadWordsOf`), of all beads first: what meets again and again belongs together (`associationOf`).
 * 2. Pairs of words that something speaks for (`scoredPairs`), and links made of them (`pairTerms`).
 * 3. What is left over when all of the document is linked (`withUnsaid`).
 */
export function* linkBitext(
  bitext: Bitext,
  dictionary: Dictionary,
  pivots: Pivots | null,
): Task<readonly LinkedBead[]> {
  const { beads } = yield* relink(bitext, dictionary, pivots, null)
  return beads
}

/**
 * {@link linkBitext}, with the result of an earlier state of the text at hand: beads whose words are the same, and meet the
 * same words in the rest of the document, keep the links they had.
 *
 * @param before made with the same dictionary and pivots
 */
export function* relink(
  bitext: Bitext,
  dictionary: Dictionary,
  pivots: Pivots | null,
  before: Linking | null,
): Task<Linking> {
  const { texts, beads } = bitext
  const ranges = rangesOfBeads(bitext)
  const unchanged = before && unchangedBeads(before, texts)
  const alike = alikeBeads(texts)
  const firsts = new Int32Array(beads.length)
  /** Those of a bead that is like one before are that one's. */
  const words: (BeadWords | LinkedBead)[] = []
  for (const [at, range] of ranges.entries()) {
    const first = (firsts[at] = alike(at, range))
    words.push(words[first] ?? unchanged?.(range) ?? beadWordsOf(texts, range, dictionary))
    if (first === at || at % AT_ONCE === 0) yield (0.5 * words.length) / beads.length
  }
  const association = associationOf(words)
  const evidence = evidenceOf(dictionary, pivots)
  const last: LastMoved = { bead: null, zh: null, en: null }
  const movedFrom = (first: LinkedBead, at: number): LinkedBead => {
    const by = (side: Side) =>
      (ranges[at]![side]?.start ?? 0) - (ranges[firsts[at]!]![side]?.start ?? 0)
    return first instanceof MovedBead
      ? first.movedOn(by('zh'), by('en'))
      : new MovedBead(first, by('zh'), by('en'), last)
  }
  const own: LinkedBead[] = []
  for (const [at, bead] of words.entries()) {
    const first = own[firsts[at]!]
    if (first !== undefined) {
      own.push(movedFrom(first, at))
      if (at % AT_ONCE > 0) continue
    } else if (isHuge(ranges[at]!) || isAlone(bead)) {
      own.push(withLinks(bead, []))
    } else if (before && 'links' in bead && asBefore(bead, before.association, association)) {
      own.push(bead)
    } else {
      const pairs = scoredPairs(bead, evidence, association)
      yield 0.5 + (0.45 * (own.length + 0.5)) / beads.length
      own.push(withLinks(bead, pairTerms(bead, pairs, evidence, association, dictionary)))
    }
    yield 0.5 + (0.45 * own.length) / beads.length
  }
  const sure = surelyLinked(own.filter((_, at) => firsts[at] === at))
  const complete: LinkedBead[] = []
  for (const [at, bead] of own.entries()) {
    const first = complete[firsts[at]!]
    if (first !== undefined) {
      complete.push(first === own[firsts[at]!] ? bead : movedFrom(first, at))
      if (at % AT_ONCE > 0) continue
    } else if (isHuge(ranges[at]!) || isAlone(bead)) {
      complete.push(bead)
    } else {
      complete.push(withLinks(bead, withUnsaid(bead, bead.links, sure, dictionary)))
    }
    yield 0.95 + (0.05 * complete.length) / beads.length
  }
  return { texts, ranges, own, association, beads: complete }
}

/** Beads that are like one before take no time: a yield after so many. */
const AT_ONCE = 256

/** Whether a bead has nothing to link. */
const isAlone = ({ zh, en }: BeadWords): boolean => zh.length === 0 || en.length === 0

const withLinks = ({ zh, en, names }: BeadWords, links: LinkedBead['links']): LinkedBead => ({
  zh,
  en,
  names,
  links,
})
