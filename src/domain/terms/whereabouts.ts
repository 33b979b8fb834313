import type { Side } from '../model.ts'
import { lemmasOf, type Place } from './candidates.ts'
import type { BeadWords } from './beadWords.ts'

const LONGEST = 6

/** Where each of the keys stands in the text, whole words only, in text order. */
export function placesOf(
  keys: ReadonlySet<string>,
  beads: readonly BeadWords[],
  side: Side,
): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>()
  beads.forEach((bead, index) => {
    const row = bead[side]
    for (let first = 0; first < row.length; first++) {
      let written = ''
      for (let last = first; last < Math.min(row.length, first + LONGEST); last++) {
        if (last > first && !isJoined(row[last]!)) break
        const key =
          side === 'zh'
            ? (written += bead.zh[last]!.text)
            : lemmasOf(bead.en.slice(first, last + 1))
        if (!keys.has(key)) continue
        const place = { bead: index, start: row[first]!.start, end: row[last]!.end }
        const known = places.get(key)
        if (known) known.push(place)
        else places.set(key, [place])
      }
    }
  })
  return places
}

function isJoined(word: { readonly joined: boolean; readonly clitic?: boolean }): boolean {
  return word.joined || word.clitic === true
}
