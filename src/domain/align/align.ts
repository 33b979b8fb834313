import { type Lattice } from './latticeTypes.ts'
import { part } from '../tasks.ts'
import type { Bead, Span } from '../model.ts'
import { alignList, isList } from './alignList.ts'
import { BEAD_TYPES } from './beadTypes.ts'
import { findCandidates, type AlignInput, type AlignResources } from './candidates.ts'
import { crfScores } from './crf.ts'
import { bestPath, posteriors } from './lattice.ts'

export type { AlignInput, AlignResources } from './candidates.ts'

/**
 * Beads of a bitext, with their posterior chance: monotone, together they cover every segment once.
 *
 * A list of a great many short items goes item by item (`alignList`).
 *
 * Yields the share done, 0 … 1, at least every 50 ms on a phone; the same input gives the same beads everywhere.
 *
 * @throws RangeError when the ties do not ascend on both sides
 */
export function* alignSegments(
  input: AlignInput,
  resources: AlignResources,
): Generator<number, readonly Bead[]> {
  if (isList(input)) return yield* alignList(input, resources)
  const candidates = yield* part(0, 0.7, findCandidates(input, resources))
  const scores = yield* part(0.7, 0.98, crfScores(candidates))
  const { lattice } = candidates
  const best = yield* part(0.98, 0.99, bestPath(lattice, scores))
  const chance = yield* part(0.99, 1, posteriors(lattice, scores))
  return best.map((edge) => beadOf(lattice, edge, chance.edge[edge]!))
}

/** Engines differ in the last digits of logarithms; what is stored and compared is the same everywhere, in millionths. */
const GRAINS = 1e6

function beadOf(lattice: Lattice, edge: number, confidence: number): Bead {
  const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
  const span = (from: number, size: number): Span => ({ from, to: from + size })
  return {
    zh: span(lattice.zh[edge]!, zh),
    en: span(lattice.en[edge]!, en),
    confidence: Math.min(1, Math.round(confidence * GRAINS) / GRAINS),
  }
}
