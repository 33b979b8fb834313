import { part } from '../tasks.ts'
import { type Bead, type Side, SIDES } from '../model.ts'
import { bandAround, type PathPoint } from './band.ts'
import { blocksOf } from './blocks.ts'
import type { AlignInput, AlignResources } from './candidates.ts'
import { pairPath } from './pairPath.ts'
import { indexBitext } from './tokenIds.ts'
import { dictionaryWeights, translationOf } from './translation.ts'
import { anchorPoints } from './waypoints.ts'

/** More segments a side than a book has, and shorter ones on average, in UTF-16 units: words, cells, or no text at all. */
const MOST_SENTENCES = 30_000
const LEAST_LENGTH: Readonly<Record<Side, number>> = { zh: 9, en: 18 }

/** Whether a side has so many and so short segments that they are the items of a list, not sentences. */
export function isList(input: AlignInput): boolean {
  return SIDES.some((side) => {
    const segments = input[side]
    if (segments.length <= MOST_SENTENCES) return false
    const units = segments.reduce((sum, { length }) => sum + length, 0)
    return units < LEAST_LENGTH[side] * segments.length
  })
}

/** Half width, in segments, of the band around the anchors. */
const HALF_WIDTH = 16
/** Nobody weighed the beads against each other. */
const CONFIDENCE = 0.5

/**
 * Beads of a list: the best path of items that go one to one or stay alone. What sentences need, beads of every shape with all
 * their features, would take minutes and gigabytes for a hundred thousand items. Yields the share done.
 *
 * @throws RangeError when the ties do not ascend on both sides
 */
export function* alignList(
  input: AlignInput,
  { dictionary, pivots = null }: AlignResources,
): Generator<number, readonly Bead[]> {
  yield 0
  const bitext = yield* part(0, 0.3, indexBitext(input.zh, input.en, dictionary))
  const blocks = blocksOf(input)
  const weights = yield* part(0.3, 0.4, dictionaryWeights(bitext, dictionary, pivots))
  const translation = yield* part(0.4, 0.42, translationOf(weights, bitext))
  const anchors = yield* part(0.42, 0.5, anchorPoints(bitext, translation, blocks))
  const band = bandAround(blocks, anchors, () => HALF_WIDTH)
  const paths = yield* part(0.5, 1, pairPath(bitext, translation, band))
  return paths.flatMap(beadsOf)
}

const beadsOf = (points: readonly PathPoint[]): readonly Bead[] =>
  points.slice(1).map((to, at) => {
    const from = points[at]!
    return {
      zh: { from: from.zh, to: to.zh },
      en: { from: from.en, to: to.en },
      confidence: CONFIDENCE,
    }
  })
