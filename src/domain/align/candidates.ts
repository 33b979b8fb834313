import { type Band, type Block, type Lattice } from './latticeTypes.ts'
import { part } from '../tasks.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Sides } from '../model.ts'
import { anchorPoints } from './waypoints.ts'
import { bandAround, pairsOf, pointsOf } from './band.ts'
import { BEAD_TYPES, EN_SIZE, MOST_EN, MOST_ZH, ZH_SIZE } from './beadTypes.ts'
import { indexBitext, type IndexedBitext, type TokenSide } from './tokenIds.ts'
import { blocksOf, type Tie } from './blocks.ts'
import { viewClauses } from './features/clauseView.ts'
import { placeOf, type Sight } from './features/features.ts'
import { bestPath, buildLattice, edgesWithin, pickEdges, pickScores } from './lattice.ts'
import { measureMatches, weighEvidence } from './lexicalCost.ts'
import { pairPath } from './pairPath.ts'
import { paragraphBreaks, paragraphCue, type ParagraphBreaks } from './paragraphCue.ts'
import type { Pivots } from '../dictionary/pivots.ts'
import { reestimate } from './reestimate.ts'
import type { SparseTable } from './sparseTable.ts'
import { dictionaryWeights, translationOf, type Translation } from './translation.ts'
import { lengthMeasures, untrainedScores, type Measures } from './untrained.ts'

/** Two texts, split into segments. */
export interface AlignInput {
  readonly zh: readonly string[]
  readonly en: readonly string[]
  /** The paragraph each segment stands in, ascending; without it paragraphs say nothing. */
  readonly paragraphs?: Sides<readonly number[]> | undefined
  /**
   * Spans of paragraphs (of segments, without `paragraphs`) known to translate each other, ascending; what lies between
   * them is aligned among itself.
   */
  readonly ties?: readonly Tie[] | undefined
}

export interface AlignResources {
  readonly dictionary: Dictionary
  readonly pivots?: Pivots | null | undefined
}

/** The beads worth a closer look. */
export interface Candidates {
  /** Hardly ever lacks a bead of the right alignment, and always has a path. */
  readonly lattice: Lattice
  /** Score of each of its edges without weights, paragraph cues included. */
  readonly untrained: Float64Array
  /** What features are made from. */
  readonly sight: Sight
}

const ALL_TYPES = [...BEAD_TYPES.keys()]

/** Half widths, in segments, of the band around anchors and of the one around the path of pairs. */
const WIDE = 30
const NARROW = 8
/** A band is never this much wider because anchors are far apart. */
const MOST_GAP = 200

/** Beads are dropped when the best path through them scores this much less than the best of all: with the dictionary as it is … */
const FIRST_MARGIN = 30
/** … and made to fit the text. */
const SECOND_MARGIN = 20

/**
 * The candidate beads of a bitext, found without learnt weights: tokens and dictionary → anchors → a path of pairs in a
 * wide band → all beads in a narrow band around it, twice, the dictionary made to fit the text in between → those that
 * may be right. Yields the share done.
 */
export function* findCandidates(
  input: AlignInput,
  { dictionary, pivots = null }: AlignResources,
): Generator<number, Candidates> {
  yield 0
  const bitext = yield* part(0, 0.1, indexBitext(input.zh, input.en, dictionary))
  const blocks = blocksOf(input)
  const breaks = input.paragraphs ? paragraphBreaks(input.paragraphs) : null
  const weights = yield* part(0.1, 0.2, dictionaryWeights(bitext, dictionary, pivots))
  const translation = yield* part(0.2, 0.21, translationOf(weights, bitext))
  const band = yield* part(0.21, 0.4, findBand(bitext, translation, blocks))

  const { near, refit } = yield* part(
    0.4,
    0.64,
    firstRound(bitext, weights, translation, band, breaks),
  )
  const fitted = yield* part(0.64, 0.65, translationOf(refit, bitext))
  const { measures, scores } = yield* part(
    0.65,
    0.8,
    scoreRound(near, bitext, fitted, band, breaks),
  )
  const path = yield* part(0.8, 0.82, bestPath(near, scores))
  const points = pointsOf(near, path, blocks)
  const clauses = yield* part(0.82, 0.98, viewClauses(bitext, fitted, blocks, points))
  const closest = yield* part(0.98, 0.99, edgesWithin(SECOND_MARGIN, near, scores))
  return {
    lattice: yield* part(0.99, 1, pickEdges(near, closest)),
    untrained: pickScores(scores, closest),
    sight: {
      texts: { zh: input.zh, en: input.en },
      bitext,
      measures,
      clauses,
      path: path.map((edge) => placeOf(near, edge)),
    },
  }
}

/** The narrow band: anchors, then the best path of 1:1 pairs in a wide band around them, then the band around that. */
function* findBand(
  bitext: Sides<TokenSide>,
  translation: Translation,
  blocks: readonly Block[],
): Generator<number, Band> {
  const anchors = yield* part(0, 0.2, anchorPoints(bitext, translation, blocks))
  const wide = bandAround(blocks, anchors, (gap) => WIDE + Math.min(MOST_GAP, gap / 2))
  const points = yield* part(0.2, 1, pairPath(bitext, translation, wide))
  return bandAround(blocks, points, () => NARROW)
}

/**
 * All beads in a band, scored by the dictionary as it is: the edges near the best path, and the dictionary fitted to it.
 * A round of its own, so that the large lattice is gone before the next.
 */
function* firstRound(
  bitext: IndexedBitext,
  weights: SparseTable,
  translation: Translation,
  band: Band,
  breaks: ParagraphBreaks | null,
): Generator<number, { near: Lattice; refit: SparseTable }> {
  const whole = yield* part(0, 0.15, buildLattice(band, ALL_TYPES))
  const { scores } = yield* part(0.15, 0.7, scoreRound(whole, bitext, translation, band, breaks))
  const path = yield* part(0.7, 0.75, bestPath(whole, scores))
  const close = yield* part(0.75, 0.85, edgesWithin(FIRST_MARGIN, whole, scores))
  const refit = yield* part(0.85, 0.95, reestimate(weights, bitext, whole, path))
  return { near: yield* part(0.95, 1, pickEdges(whole, close)), refit }
}

/** Untrained scores of a lattice's edges by a translation, and what they were made from. */
function* scoreRound(
  lattice: Lattice,
  bitext: IndexedBitext,
  translation: Translation,
  band: Band,
  breaks: ParagraphBreaks | null,
): Generator<number, { measures: Measures; scores: Float64Array }> {
  const measures = yield* part(0, 0.3, measure(bitext, translation, band))
  const scores = yield* part(0.3, 0.9, untrainedScores(lattice, measures))
  if (breaks) yield* part(0.9, 1, addCues(breaks, lattice, scores))
  return { measures, scores }
}

/** Edges handled between two reports of progress. */
const CHUNK = 50_000

/** Adds to scores what paragraphs say. */
function* addCues(
  breaks: ParagraphBreaks,
  lattice: Lattice,
  scores: Float64Array,
): Generator<number, void> {
  const { type, zh, en } = lattice
  for (let edge = 0; edge < scores.length; edge++) {
    const bead = type[edge]!
    scores[edge]! += paragraphCue(breaks, zh[edge]!, ZH_SIZE[bead]!, en[edge]!, EN_SIZE[bead]!)
    if (edge % CHUNK === CHUNK - 1) yield edge / scores.length
  }
}

function* measure(
  bitext: Sides<TokenSide>,
  translation: Translation,
  band: Band,
): Generator<number, Measures> {
  const pairs = pairsOf(band, bitext.zh.length.length)
  const matches = yield* measureMatches(bitext, translation, pairs)
  const evidence = weighEvidence(bitext, matches, MOST_ZH, MOST_EN)
  return { matches, evidence, ...lengthMeasures(bitext) }
}
