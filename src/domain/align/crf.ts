import { part } from '../tasks.ts'
import type { Candidates } from './candidates.ts'
import { placeOf, type FeatureGroup, type Sight } from './features/features.ts'
import { clauseFeatures } from './features/clauses.ts'
import { coverageFeatures } from './features/coverage.ts'
import { evidenceFeatures } from './features/evidence.ts'
import { markFeatures } from './features/marks.ts'
import { ownershipFeatures } from './features/ownership.ts'
import { lengthFeatures, shapeFeatures } from './features/shape.ts'
import learnt from './weights.json' with { type: 'json' }

/** All groups, in the order of the weights. Yields the share done. */
function* makeGroups(sight: Sight): Generator<number, readonly FeatureGroup[]> {
  return [
    shapeFeatures(sight),
    lengthFeatures(sight),
    evidenceFeatures(sight),
    coverageFeatures(sight),
    yield* part(0, 0.5, markFeatures(sight)),
    yield* part(0.5, 1, ownershipFeatures(sight)),
    clauseFeatures(sight),
  ]
}

/** All features of a bead, one behind the other. Yields the share done. */
export function* allFeatures(sight: Sight): Generator<number, FeatureGroup> {
  const groups = yield* makeGroups(sight)
  return {
    names: groups.flatMap(({ names }) => names),
    fill(bead, out, at) {
      for (const group of groups) {
        group.fill(bead, out, at)
        at += group.names.length
      }
    },
  }
}

/** Edges scored between two reports of progress. */
const CHUNK = 400

/** The learnt weights, in the order of the features; a test holds them in step. */
const LEARNT: readonly number[] = Object.values(learnt.weights)

/**
 * Scores of all candidates: the untrained score and, on top, weights · features. A semi-Markov conditional random field:
 * the chance of an alignment is proportional to exp of the sum of its beads' scores. All weights 0 is the untrained aligner.
 */
export function* crfScores(
  { lattice, untrained, sight }: Candidates,
  weights: readonly number[] = LEARNT,
): Generator<number, Float64Array> {
  const features = yield* part(0, 0.2, allFeatures(sight))
  const size = features.names.length
  const row = new Float64Array(size)
  const scores = untrained.slice()
  for (let edge = 0; edge < scores.length; edge++) {
    row.fill(0)
    features.fill(placeOf(lattice, edge), row, 0)
    for (let k = 0; k < size; k++) scores[edge]! += weights[k]! * row[k]!
    if (edge % CHUNK === CHUNK - 1) yield 0.2 + (0.8 * edge) / scores.length
  }
  return scores
}
