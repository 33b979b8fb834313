import { type Occurrence, otherSide, type Side, type TextRange } from '../model.ts'
import { type Candidate, lemmasOf, type Place, type PlacedPair } from './candidates.ts'
import type { BeadWords } from './beadWords.ts'

/** In text order and without the places inside another one: 卢比奥 inside 马尔科·卢比奥 is one occurrence. */
export function outermost(places: readonly Place[]): readonly Place[] {
  let end = -1
  return [...places]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((place) => {
      const inside = place.end <= end
      end = Math.max(end, place.end)
      return !inside
    })
}

/** A place with its counterpart: the pair found there, else the same English words elsewhere in the bead. */
export function occurrenceAt(
  place: Place,
  pairAt: ReadonlyMap<number, PlacedPair>,
  candidate: Candidate,
  beads: readonly BeadWords[],
  learning: Side,
): Occurrence {
  const pair = pairAt.get(place.start)
  const here = pair?.[learning].end === place.end ? pair : undefined
  const own: TextRange = { start: place.start, end: place.end }
  const other = here?.[otherSide(learning)] ?? elsewhere(candidate, beads[place.bead], learning)
  return learning === 'zh' ? { zh: own, en: other } : { zh: other, en: own }
}

function elsewhere(
  candidate: Candidate,
  bead: BeadWords | undefined,
  learning: Side,
): TextRange | null {
  if (bead === undefined) return null
  if (learning === 'en') {
    const word = bead.zh.find(({ text }) => text === candidate.zh)
    return word === undefined ? null : { start: word.start, end: word.end }
  }
  const wanted = lemmasOf(candidate.pairs[0]?.enWords ?? [])
  const length = candidate.pairs[0]?.enWords.length ?? 0
  for (let at = 0; at + length <= bead.en.length; at++) {
    const words = bead.en.slice(at, at + length)
    if (lemmasOf(words) === wanted) return { start: words[0]!.start, end: words[length - 1]!.end }
  }
  return null
}
