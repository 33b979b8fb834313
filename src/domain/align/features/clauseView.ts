import { type Block, type Lattice } from '../latticeTypes.ts'
import { part } from '../../tasks.ts'
import { bandAround, pairsOf, type PathPoint } from '../band.ts'
import { BEAD_TYPES } from '../beadTypes.ts'
import type { IndexedBitext } from '../tokenIds.ts'
import { buildLattice, edgesWithin, pickEdges, pickScores, posteriors } from '../lattice.ts'
import { measureMatches, weighEvidence } from '../lexicalCost.ts'
import { marksEn, marksOf, marksZh } from '../marks.ts'
import type { Translation } from '../translation.ts'
import { lengthMeasures, untrainedScores, type Measures } from '../untrained.ts'

/** What an alignment of clauses, made without regard to sentences, says of the boundaries between sentences. */
export interface ClauseView {
  /** Chance that the alignment of clauses passes between the sentences, after i Chinese and j English ones. */
  passes(i: number, j: number): number
}

/** Share of each type among beads of clauses; guessed from a first alignment, hence round. */
const PRIORS = new Map([
  ['1:1', 0.5],
  ['1:0', 0.07],
  ['0:1', 0.07],
  ['1:2', 0.08],
  ['2:1', 0.13],
  ['2:2', 0.06],
  ['1:3', 0.02],
  ['3:1', 0.03],
  ['2:3', 0.01],
  ['3:2', 0.02],
])
const TYPES = [...BEAD_TYPES.keys()].filter((type) => {
  const { zh, en } = BEAD_TYPES[type]!
  return PRIORS.has(`${zh}:${en}`)
})
/** Clauses of one side in a bead. */
const MOST = 3
const LOG_PRIOR = BEAD_TYPES.map(({ zh, en }) => Math.log(PRIORS.get(`${zh}:${en}`) ?? 1e-9))

/** Clauses left and right of the path of sentences. */
const HALF_WIDTH = 10
/** Edges handled between two reports of progress. */
const CHUNK = 20_000
/** Beads that cost more against the best alignment have no chance worth counting (e⁻¹⁵). */
const MARGIN = 15

/**
 * Aligns the clauses of a bitext in a band around a path of its sentences: m:n beads up to 3:2, forward–backward. An
 * English sentence that straddles two Chinese ones shows here as a boundary that no likely path passes.
 */
export function* viewClauses(
  bitext: IndexedBitext,
  translation: Translation,
  blocks: readonly Block[],
  points: readonly (readonly PathPoint[])[],
): Generator<number, ClauseView> {
  const { clauses, firstClause } = bitext
  const at = ({ zh, en }: PathPoint) => ({ zh: firstClause.zh[zh]!, en: firstClause.en[en]! })
  const span = (of: Int32Array, { from, to }: { from: number; to: number }) => ({
    from: of[from]!,
    to: of[to]!,
  })
  const band = bandAround(
    blocks.map(({ zh, en }) => ({ zh: span(firstClause.zh, zh), en: span(firstClause.en, en) })),
    points.map((path) => path.map(at)),
    () => HALF_WIDTH,
  )
  const pairs = pairsOf(band, clauses.zh.length.length)
  const matches = yield* part(0, 0.3, measureMatches(clauses, translation, pairs))
  const measures: Measures = {
    matches,
    evidence: weighEvidence(clauses, matches, MOST, MOST),
    ...lengthMeasures(clauses),
  }
  const whole = yield* part(0.3, 0.35, buildLattice(band, TYPES))
  const all = yield* part(0.35, 0.6, untrainedScores(whole, measures, CLAUSE_SCORE))
  yield* part(0.6, 0.7, addMarks(bitext, whole, all))
  const near = yield* part(0.7, 0.75, edgesWithin(MARGIN, whole, all))
  const lattice = yield* part(0.75, 0.8, pickEdges(whole, near))
  const chance = yield* part(0.8, 0.95, posteriors(lattice, pickScores(all, near)))
  return { passes: yield* part(0.95, 1, passing(bitext, lattice, chance.cell)) }
}

const CLAUSE_SCORE = { logPrior: LOG_PRIOR, lexical: 0.4, length: 0.3, worstLength: 6 }

/** What agreeing marks earn and differing ones cost. Quotations hold clauses together as nothing else does. */
const ASKS = 1
const QUOTES = 2

/** Adds to scores what the marks around beads of clauses say: questions, exclamations, quotations that start and end. */
function* addMarks(
  { clauseTexts }: IndexedBitext,
  lattice: Lattice,
  scores: Float64Array,
): Generator<number, void> {
  const zhMarks = yield* part(0, 0.3, marksOf(clauseTexts.zh, marksZh))
  const enMarks = yield* part(0.3, 0.6, marksOf(clauseTexts.en, marksEn))
  for (let edge = 0; edge < scores.length; edge++) {
    const bead = BEAD_TYPES[lattice.type[edge]!]!
    if (bead.zh === 0 || bead.en === 0) continue
    const zh = lattice.zh[edge]!
    const en = lattice.en[edge]!
    const zhLast = zhMarks[zh + bead.zh - 1]!
    const enLast = enMarks[en + bead.en - 1]!
    scores[edge]! +=
      ASKS * (agree(zhLast.asks, enLast.asks) + agree(zhLast.exclaims, enLast.exclaims)) +
      QUOTES * agree(zhMarks[zh]!.startsQuote, enMarks[en]!.startsQuote) +
      QUOTES * agree(zhLast.endsQuote, enLast.endsQuote)
    if (edge % CHUNK === CHUNK - 1) yield 0.6 + (0.4 * edge) / scores.length
  }
}

/** 1 when both, −1 when one, 0 when neither. */
function agree(zh: boolean, en: boolean): number {
  return zh && en ? 1 : zh || en ? -1 : 0
}

function* passing(
  { firstClause }: IndexedBitext,
  lattice: Lattice,
  chance: Float64Array,
): Generator<number, ClauseView['passes']> {
  const zhBoundary = new Map<number, number>()
  const enBoundary = new Map<number, number>()
  firstClause.zh.forEach((clause, i) => zhBoundary.set(clause, i))
  firstClause.en.forEach((clause, j) => enBoundary.set(clause, j))
  const columns = firstClause.en.length
  const at = new Map<number, number>([[0, 1]])
  for (let edge = 0; edge < lattice.to.length; edge++) {
    const bead = BEAD_TYPES[lattice.type[edge]!]!
    const i = zhBoundary.get(lattice.zh[edge]! + bead.zh)
    const j = enBoundary.get(lattice.en[edge]! + bead.en)
    if (i !== undefined && j !== undefined) at.set(i * columns + j, chance[lattice.to[edge]!]!)
    if (edge % CHUNK === CHUNK - 1) yield edge / lattice.to.length
  }
  return (i: number, j: number) => at.get(i * columns + j) ?? 0
}
