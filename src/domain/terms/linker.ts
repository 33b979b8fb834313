import { rangeOf, type Bitext } from '../bitext/bitext.ts'
import type { Pivots } from '../dictionary/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { SIDES, type TextRange } from '../model.ts'
import type { Task } from '../tasks.ts'
import { relink } from './linkBitext.ts'
import type { LinkedBead, Linking } from './linkedBead.ts'

/** Links a bitext: terms and doubts both start from that. */
export type Linker = (bitext: Bitext) => Task<readonly LinkedBead[]>

/**
 * A linker that remembers the last bitext: the same one again costs nothing, one that was repaired only what the repair
 * changed. A task that is given up leaves what was remembered as it was.
 */
export function linkerWith(dictionary: Dictionary, pivots: Pivots | null): Linker {
  let last: Linking | null = null
  return function* (bitext) {
    if (last === null || !isOf(last, bitext)) last = yield* relink(bitext, dictionary, pivots, last)
    return last.beads
  }
}

/** Whether a linking is that of a bitext: the same texts in the same pairs, however sure of them anybody is. */
function isOf({ texts, ranges }: Linking, bitext: Bitext): boolean {
  const { beads, segments } = bitext
  return (
    texts.zh === bitext.texts.zh &&
    texts.en === bitext.texts.en &&
    ranges.length === beads.length &&
    ranges.every((place, at) =>
      SIDES.every((side) => isSame(place[side], rangeOf(segments[side], beads[at]![side]))),
    )
  )
}

const isSame = (a: TextRange | null, b: TextRange | null): boolean =>
  a?.start === b?.start && a?.end === b?.end
