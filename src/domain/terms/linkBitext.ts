import type { Bitext } from '../bitext/bitext.ts'
import type { Pivots } from '../dictionary/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { associationOf } from './words/association.ts'
import { beadWordsOf, type BeadWords } from './beadWords.ts'
import { evidenceOf } from './words/evidence.ts'
import { surelyLinked, withUnsaid } from './links/unsaid.ts'
import type { Link } from './links/linkBoard.ts'
import { pairTerms } from './linkBead.ts'
import { scoredPairs } from './links/scoredPairs.ts'

/** The words of a bead and the links between them. */
export interface LinkedBead extends BeadWords {
  readonly links: readonly Link[]
}

/**
 * The words of every bead, linked. Yields its progress, 0 … 1, after every bead and in the middle of its work.
 *
 * 1. Words of both sides (`beadWordsOf`), of all beads first: what meets again and again belongs together (`associationOf`).
 * 2. Pairs of words that something speaks for (`scoredPairs`), and links made of them (`pairTerms`).
 * 3. What is left over when all of the document is linked (`withUnsaid`).
 */
export function* linkBitext(
  { texts, segments, beads }: Bitext,
  dictionary: Dictionary,
  pivots: Pivots | null,
): Generator<number, readonly LinkedBead[]> {
  const words: BeadWords[] = []
  for (const bead of beads) {
    words.push(beadWordsOf(texts, segments, bead, dictionary))
    yield (0.5 * words.length) / beads.length
  }
  const association = associationOf(words)
  const evidence = evidenceOf(dictionary, pivots)
  const linked: LinkedBead[] = []
  for (const bead of words) {
    const pairs = scoredPairs(bead, evidence, association)
    yield 0.5 + (0.45 * (linked.length + 0.5)) / beads.length
    linked.push({ ...bead, links: pairTerms(bead, pairs, evidence, association, dictionary) })
    yield 0.5 + (0.45 * linked.length) / beads.length
  }
  const sure = surelyLinked(linked)
  const complete: LinkedBead[] = []
  for (const bead of linked) {
    complete.push({ ...bead, links: withUnsaid(bead, bead.links, sure, dictionary) })
    yield 0.95 + (0.05 * complete.length) / beads.length
  }
  return complete
}
