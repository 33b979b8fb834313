import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Sides } from '../model.ts'
import { anchorPoints } from './anchors.ts'
import { bandAround, pairsOf, pointsOf, type Band, type Block } from './band.ts'
import { BEAD_TYPES, MOST_EN, MOST_ZH } from './beadTypes.ts'
import { indexBitext, type TokenSide } from './bitext.ts'
import { viewClauses } from './clauseView.ts'
import { blocksOf, type Tie } from './blocks.ts'
import type { Sight } from './features.ts'
import { bestPath, buildLattice, pickEdges, posteriors, type Lattice } from './lattice.ts'
import { lengthRatio } from './lengthCost.ts'
import { measureMatches, weighEvidence } from './lexicalCost.ts'
import { paragraphBreaks, paragraphCue } from './paragraphCue.ts'
import type { Pivots } from './pivots.ts'
import { stage } from './progress.ts'
import { reestimate } from './reestimate.ts'
import { dictionaryWeights, translationOf, type Translation } from './translation.ts'
import { pairScores, untrainedScores, type Measures } from './untrained.ts'

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
  /** Scores without weights, paragraph cues included. */
  readonly untrained: Float64Array
  /** Paragraph cues alone. */
  readonly cues: Float64Array
  /** What features are made from. */
  readonly sight: Sight
}

const ALL_TYPES = BEAD_TYPES.map((_, type) => type)
/** 1:1, 1:0 and 0:1, for finding the way. */
const PAIR_TYPES = ALL_TYPES.filter((type) => BEAD_TYPES[type]!.zh < 2 && BEAD_TYPES[type]!.en < 2)

/** Half widths, in segments, of the band around anchors and of the one around the path of pairs. */
const WIDE = 30
const NARROW = 12
/** A band is never this much wider because anchors are far apart. */
const MOST_GAP = 200

/** Scores are halved for pruning, so that a wrong first guess is not final. */
const PRUNING_TEMPER = 0.5
const LEAST_CHANCE = 3e-5

/**
 * The candidate beads of a bitext, found without learnt weights: tokens and dictionary → anchors → a path of pairs in a
 * wide band → all beads in a narrow band around it, twice, the dictionary made to fit the text in between → those with a
 * chance.
 */
export function* findCandidates(
  input: AlignInput,
  { dictionary, pivots = null }: AlignResources,
): Generator<number, Candidates> {
  yield 0
  const bitext = indexBitext(input.zh, input.en, dictionary)
  const blocks = blocksOf(input)
  yield 0.1
  const weights = dictionaryWeights(bitext, dictionary, pivots)
  const translation = translationOf(weights, bitext)
  const band = yield* stage(0.2, 0.45, findBand(bitext, translation, blocks))
  const lattice = buildLattice(band, ALL_TYPES)
  const cues = paragraphCues(lattice, input.paragraphs)
  const score = function* (measures: Measures): Generator<number, Float64Array> {
    const scores = yield* untrainedScores(lattice, measures)
    return scores.map((value, edge) => value + cues[edge]!)
  }
  const before = yield* stage(0.45, 0.55, measure(bitext, translation, band))
  const first = yield* stage(0.55, 0.6, score(before))
  const firstPath = yield* stage(0.6, 0.65, bestPath(lattice, first))

  const fitted = translationOf(reestimate(weights, bitext, lattice, firstPath), bitext)
  const measures = yield* stage(0.65, 0.8, measure(bitext, fitted, band))
  const scores = yield* stage(0.8, 0.85, score(measures))
  const path = yield* stage(0.85, 0.9, bestPath(lattice, scores))
  const points = pointsOf(lattice, path, blocks)
  const clauses = yield* stage(0.86, 0.9, viewClauses(bitext, fitted, blocks, points))
  const tempered = scores.map((value) => value * PRUNING_TEMPER)
  const chance = yield* stage(0.9, 1, posteriors(lattice, tempered))
  const keep = Uint8Array.from(chance.edge, (value) => (value > LEAST_CHANCE ? 1 : 0))
  for (const edge of path) keep[edge] = 1
  const kept = (_: number, edge: number) => keep[edge] !== 0
  return {
    lattice: pickEdges(lattice, keep),
    untrained: scores.filter(kept),
    cues: cues.filter(kept),
    sight: { texts: { zh: input.zh, en: input.en }, bitext, measures, lattice, path, clauses },
  }
}

/** The narrow band: anchors, then the best path of 1:1 pairs in a wide band around them, then the band around that. */
function* findBand(
  bitext: Sides<TokenSide>,
  translation: Translation,
  blocks: readonly Block[],
): Generator<number, Band> {
  const anchors = yield* stage(0, 0.2, anchorPoints(bitext, translation, blocks))
  const wide = bandAround(blocks, anchors, (gap) => WIDE + Math.min(MOST_GAP, gap / 2))
  const measures = yield* stage(0.2, 0.7, measure(bitext, translation, wide, [1, 1]))
  const lattice = buildLattice(wide, PAIR_TYPES)
  const scores = yield* stage(0.7, 0.8, pairScores(lattice, measures))
  const path = yield* stage(0.8, 1, bestPath(lattice, scores))
  return bandAround(blocks, pointsOf(lattice, path, blocks), () => NARROW)
}

function* measure(
  bitext: Sides<TokenSide>,
  translation: Translation,
  band: Band,
  [mostZh, mostEn] = [MOST_ZH, MOST_EN],
): Generator<number, Measures> {
  const pairs = pairsOf(band, bitext.zh.length.length)
  const matches = yield* stage(0, 0.5, measureMatches(bitext, translation, pairs))
  const evidence = yield* stage(0.5, 1, weighEvidence(bitext, matches, mostZh, mostEn))
  return {
    matches,
    evidence,
    zhBefore: sums(bitext.zh.length),
    enBefore: sums(bitext.en.length),
    ratio: lengthRatio(bitext.zh.length, bitext.en.length),
  }
}

function paragraphCues(
  lattice: Lattice,
  paragraphs: Sides<readonly number[]> | undefined,
): Float64Array {
  const cues = new Float64Array(lattice.type.length)
  if (!paragraphs) return cues
  const breaks = paragraphBreaks(paragraphs)
  return cues.map((_, edge) => {
    const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
    return paragraphCue(breaks, lattice.zh[edge]!, zh, lattice.en[edge]!, en)
  })
}

function sums(values: Float64Array): Float64Array {
  const before = new Float64Array(values.length + 1)
  values.forEach((value, i) => (before[i + 1] = before[i]! + value))
  return before
}
