import { rangeOf, SURE, type Bitext } from '../bitext/bitext.ts'
import type { Repair } from '../bitext/repair.ts'
import type { Side } from '../model.ts'

/** A pair the aligner is not sure of, why, and what will most likely mend it. */
export interface Unsure {
  readonly bead: number
  /** The side that is missing; null where both are there. */
  readonly missing: Side | null
  /** What to do, to which bead; for a pair that may well be right, to say so. */
  readonly mend: { readonly at: number; readonly repair: Repair; readonly is: Mend }
}
export type Mend = 'joinBefore' | 'joinNext' | 'confirm'

/**
 * The pairs of a bitext that want a look, in reading order: those the aligner is not sure of, and sentences without a
 * counterpart. A sentence left alone most likely belongs to a neighbour: to one that lacks its side, else to the one before.
 */
export function unsureBeads(bitext: Bitext): readonly Unsure[] {
  const { beads, segments } = bitext
  const missingIn = (at: number): Side | null => {
    const bead = beads[at]
    if (bead === undefined) return null
    if (rangeOf(segments.zh, bead.zh) === null) return 'zh'
    return rangeOf(segments.en, bead.en) === null ? 'en' : null
  }
  return beads.flatMap(({ confidence }, bead): readonly Unsure[] => {
    const missing = missingIn(bead)
    if (missing === null) {
      const confirm = { at: bead, repair: { do: 'confirm' }, is: 'confirm' } as const
      return confidence < SURE ? [{ bead, missing, mend: confirm }] : []
    }
    const next = missingIn(bead + 1)
    const joinsNext = bead === 0 || (next !== null && next !== missing)
    if (beads.length === 1) return []
    const at = joinsNext ? bead : bead - 1
    return [
      {
        bead,
        missing,
        mend: { at, repair: { do: 'merge' }, is: joinsNext ? 'joinNext' : 'joinBefore' },
      },
    ]
  })
}
