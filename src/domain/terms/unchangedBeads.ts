import type { Side, Sides, TextRange } from '../model.ts'
import type { Association } from './words/association.ts'
import type { BeadWords } from './beadWords.ts'
import type { LinkedBead, Linking } from './linkedBead.ts'
import { isTooLarge } from './links/scoredPairs.ts'
import { MovedBead, movedBy } from './movedBead.ts'

/** So far around a bead its words may depend on the text: a name's Latin spelling in brackets, a word cut at its edge. */
export const REACH = 120

/**
 * What finds, for the place of a bead in these texts, the same bead as it was linked in texts before, moved to where it now
 * stands; null when it, or what stands around it, is not the same.
 */
export function unchangedBeads(
  { texts: before, ranges, own }: Linking,
  texts: Sides<string>,
): (place: Sides<TextRange | null>) => LinkedBead | null {
  const nameOf = ({ zh, en }: Sides<TextRange | null>): string =>
    `${zh?.start}-${zh?.end} ${en?.start}-${en?.end}`
  const known = new Map(ranges.map((place, at) => [nameOf(place), own[at]]))
  const shift = { zh: shiftBetween(before.zh, texts.zh), en: shiftBetween(before.en, texts.en) }
  return (place) => {
    const by = (side: Side) => (place[side] === null ? 0 : shift[side](place[side]))
    const [zh, en] = [by('zh'), by('en')]
    if (zh === null || en === null) return null
    const was = { zh: placedBy(place.zh, -zh), en: placedBy(place.en, -en) }
    const bead = known.get(nameOf(was))
    return bead === undefined ? null : moved(bead, zh, en)
  }
}

/**
 * Whether the words of a bead meet in the document as they did: then they are linked as they were. Where there are too many
 * words to ask, it is taken that they do not.
 */
export function asBefore(bead: BeadWords, before: Association, now: Association): boolean {
  return (
    !isTooLarge(bead) &&
    bead.zh.every(({ text }) =>
      bead.en.every(({ lemma }) => before(text, lemma) === now(text, lemma)),
    )
  )
}

/** By how much a range of the new text stands further on than in the old; null when it is not all there, with what is around it. */
function shiftBetween(before: string, now: string): (range: TextRange) => number | null {
  if (before === now) return () => 0
  const shorter = Math.min(before.length, now.length)
  let same = 0
  while (same < shorter && before[same] === now[same]) same++
  let sameAtEnd = 0
  while (sameAtEnd < shorter - same && before.at(-1 - sameAtEnd) === now.at(-1 - sameAtEnd))
    sameAtEnd++
  return ({ start, end }) => {
    if (end + REACH <= same) return 0
    return start - REACH >= now.length - sameAtEnd ? now.length - before.length : null
  }
}

const placedBy = (range: TextRange | null, by: number): TextRange | null =>
  range && movedBy(range, by)

function moved(bead: LinkedBead, zh: number, en: number): LinkedBead {
  if (zh === 0 && en === 0) return bead
  if (bead instanceof MovedBead) return bead.movedOn(zh, en)
  return {
    ...bead,
    zh: bead.zh.map((word) => movedBy(word, zh)),
    en: bead.en.map((word) => movedBy(word, en)),
    names: bead.names.map((name) => ({ ...name, zh: movedBy(name.zh, zh) })),
  }
}
