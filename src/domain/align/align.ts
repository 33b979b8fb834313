import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Bead, Sides, Span } from '../model.ts'
import { anchorPoints } from './anchors.ts'
import { bandAround, pairsOf, pointsOf, type Band, type Block } from './band.ts'
import { BEAD_TYPES } from './beadTypes.ts'
import { indexBitext, type TokenSide } from './bitext.ts'
import { blocksOf, type Tie } from './blocks.ts'
import { bestPath, buildLattice, posteriors, type Lattice } from './lattice.ts'
import { lengthRatio } from './lengthCost.ts'
import { measureMatches, weighEvidence } from './lexicalCost.ts'
import { paragraphBreaks, paragraphCue } from './paragraphCue.ts'
import type { Pivots } from './pivots.ts'
import { reestimate } from './reestimate.ts'
import { dictionaryWeights, translationOf, type Translation } from './translation.ts'
import { pairScores, untrainedScores, type Measures } from './untrained.ts'

/** Two texts, split into segments. */
export interface AlignInput {
  readonly zh: readonly string[]
  readonly en: readonly string[]
  /** The paragraph each segment stands in, ascending; each segment is its own when absent. */
  readonly paragraphs?: Sides<readonly number[]> | undefined
  /** Spans of paragraphs known to translate each other, ascending; what lies between them is aligned among itself. */
  readonly ties?: readonly Tie[] | undefined
}

export interface AlignResources {
  readonly dictionary: Dictionary
  readonly pivots?: Pivots | null | undefined
}

const ALL_TYPES = BEAD_TYPES.map((_, type) => type)
/** 1:1, 1:0 and 0:1, for finding the way. */
const PAIR_TYPES = ALL_TYPES.filter((type) => BEAD_TYPES[type]!.zh < 2 && BEAD_TYPES[type]!.en < 2)

/**
 * Beads of a bitext, with their posterior chance: monotone, together they cover every segment once.
 *
 * Tokens and dictionary → anchors → a path of pairs in a wide band → all beads in a narrow band around it, twice, the
 * dictionary made to fit the text in between. Yields the share done, 0 … 1, at least every 50 ms on a phone; the same input
 * gives the same beads everywhere.
 */
export function* alignSegments(
  input: AlignInput,
  { dictionary, pivots = null }: AlignResources,
): Generator<number, readonly Bead[]> {
  yield 0
  const bitext = indexBitext(input.zh, input.en, dictionary)
  const blocks = blocksOf(input)
  yield 0.1
  const weights = dictionaryWeights(bitext, dictionary, pivots)
  const translation = translationOf(weights, bitext)
  const band = yield* stage(0.2, 0.4, findBand(bitext, translation, blocks))
  const lattice = buildLattice(band, ALL_TYPES)
  const cues = paragraphCues(lattice, input.paragraphs)
  const first = yield* stage(0.4, 0.6, score(lattice, bitext, translation, band, cues))
  const path = yield* stage(0.6, 0.65, bestPath(lattice, first))

  const fitted = translationOf(reestimate(weights, bitext, lattice, path), bitext)
  const second = yield* stage(0.65, 0.85, score(lattice, bitext, fitted, band, cues))
  const best = yield* stage(0.85, 0.9, bestPath(lattice, second))
  const chance = yield* stage(0.9, 1, posteriors(lattice, second))
  return best.map((edge) => beadOf(lattice, edge, chance.edge[edge]!))
}

/** Passes on the progress of a part as that of the whole. */
function* stage<T>(from: number, to: number, part: Generator<number, T>): Generator<number, T> {
  for (;;) {
    const step = part.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}

/** Half widths, in segments, of the band around anchors and of the one around the path of pairs. */
const WIDE = 30
const NARROW = 12
/** A band is never this much wider because anchors are far apart. */
const MOST_GAP = 200

/** The narrow band: anchors, then the best path of 1:1 pairs in a wide band around them, then the band around that. */
function* findBand(
  bitext: Sides<TokenSide>,
  translation: Translation,
  blocks: readonly Block[],
): Generator<number, Band> {
  const anchors = yield* stage(0, 0.2, anchorPoints(bitext, translation, blocks))
  const wide = bandAround(blocks, anchors, (gap) => WIDE + Math.min(MOST_GAP, gap / 2))
  const measures = yield* stage(0.2, 0.7, measure(bitext, translation, wide))
  const lattice = buildLattice(wide, PAIR_TYPES)
  const scores = yield* stage(0.7, 0.8, pairScores(lattice, measures))
  const path = yield* stage(0.8, 1, bestPath(lattice, scores))
  return bandAround(blocks, pointsOf(lattice, path, blocks), () => NARROW)
}

function* measure(
  bitext: Sides<TokenSide>,
  translation: Translation,
  band: Band,
): Generator<number, Measures> {
  const pairs = pairsOf(band, bitext.zh.length.length)
  const matches = yield* stage(0, 0.5, measureMatches(bitext, translation, pairs))
  const evidence = yield* stage(0.5, 1, weighEvidence(bitext, matches))
  return {
    matches,
    evidence,
    zhBefore: sums(bitext.zh.length),
    enBefore: sums(bitext.en.length),
    ratio: lengthRatio(bitext.zh.length, bitext.en.length),
  }
}

function* score(
  lattice: Lattice,
  bitext: Sides<TokenSide>,
  translation: Translation,
  band: Band,
  cues: Float64Array | null,
): Generator<number, Float64Array> {
  const measures = yield* stage(0, 0.7, measure(bitext, translation, band))
  const scores = yield* stage(0.7, 1, untrainedScores(lattice, measures))
  if (cues) for (let edge = 0; edge < scores.length; edge++) scores[edge]! += cues[edge]!
  return scores
}

function paragraphCues(
  lattice: Lattice,
  paragraphs: Sides<readonly number[]> | undefined,
): Float64Array | null {
  if (!paragraphs) return null
  const breaks = paragraphBreaks(paragraphs)
  return Float64Array.from(lattice.type, (type, edge) => {
    const { zh, en } = BEAD_TYPES[type]!
    return paragraphCue(breaks, lattice.zh[edge]!, zh, lattice.en[edge]!, en)
  })
}

function sums(values: Float64Array): Float64Array {
  const before = new Float64Array(values.length + 1)
  values.forEach((value, i) => (before[i + 1] = before[i]! + value))
  return before
}

function beadOf(lattice: Lattice, edge: number, confidence: number): Bead {
  const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
  const span = (from: number, size: number): Span => ({ from, to: from + size })
  return {
    zh: span(lattice.zh[edge]!, zh),
    en: span(lattice.en[edge]!, en),
    confidence: Math.min(1, confidence),
  }
}
