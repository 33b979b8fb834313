import { type Lattice } from '../latticeTypes.ts'
import type { Sides } from '../../model.ts'
import { BEAD_TYPES } from '../beadTypes.ts'
import type { IndexedBitext } from '../tokenIds.ts'
import type { ClauseView } from './clauseView.ts'
import type { Measures } from '../untrained.ts'

/** A bead under consideration: its segments and the index of its type. */
export interface BeadPlace {
  readonly type: number
  readonly zh: number
  readonly zhTo: number
  readonly en: number
  readonly enTo: number
}

/** What features are made from. */
export interface Sight {
  readonly texts: Sides<readonly string[]>
  readonly bitext: IndexedBitext
  readonly measures: Measures
  readonly clauses: ClauseView
  /** The best path without weights. */
  readonly path: readonly BeadPlace[]
}

/** Some features of a bead, written side by side; all are about 1 in size, and 0 where they say nothing. */
export interface FeatureGroup {
  readonly names: readonly string[]
  /** Writes the features of a bead from `out[at]` on, where zeros stand. */
  fill(bead: BeadPlace, out: Float64Array, at: number): void
}

/** The bead an edge stands for. */
export function placeOf({ type, zh, en }: Lattice, edge: number): BeadPlace {
  const bead = BEAD_TYPES[type[edge]!]!
  return {
    type: type[edge]!,
    zh: zh[edge]!,
    zhTo: zh[edge]! + bead.zh,
    en: en[edge]!,
    enTo: en[edge]! + bead.en,
  }
}

/** `value` held between −most and most. */
export function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}
