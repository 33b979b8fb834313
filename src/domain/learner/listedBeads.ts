import { rangeOf, type Bitext } from '../bitext/bitext.ts'
import type { Side, Term } from '../model.ts'

/** A bitext is a list of words when this share of its pairs is. */
const LIST_SHARE = 0.6

/** The pairs that are a word and nothing else, each with the term it is: they are asked as that, and as no sentence. */
export function listedBeads(
  offer: Bitext & { readonly terms: readonly Term[] },
  learning: Side,
): ReadonlyMap<number, number> {
  const termAt = new Map<string, number>()
  for (const [index, { occurrences }] of offer.terms.entries())
    for (const occurrence of occurrences) {
      const range = occurrence[learning]
      if (range !== null) termAt.set(`${range.start} ${range.end}`, index)
    }
  const listed = new Map<number, number>()
  for (const [at, bead] of offer.beads.entries()) {
    const range = rangeOf(offer.segments[learning], bead[learning])
    const index = range === null ? undefined : termAt.get(`${range.start} ${range.end}`)
    if (index !== undefined) listed.set(at, index)
  }
  return listed
}

/** The terms of a list of words, in its order; null when it is none. */
export function termsOfList(
  offer: Bitext & { readonly terms: readonly Term[] },
  learning: Side,
): readonly number[] | null {
  const listed = listedBeads(offer, learning)
  const isList = listed.size > 0 && listed.size >= LIST_SHARE * offer.beads.length
  return isList ? [...new Set(listed.values())] : null
}
