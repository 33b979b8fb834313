import { finish } from '../../src/domain/tasks.ts'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import {
  deleteSentences,
  exampleOf,
  learnFrom,
  lessonsOf,
  readGold,
  type GoldText,
} from '../../src/cli/training/trainAlignment.ts'
import { alignSegments, type AlignResources } from '../../src/domain/align/align.ts'
import { BEAD_TYPES } from '../../src/domain/align/beadTypes.ts'
import type { GoldBead } from '../../src/domain/align/training/goldEdges.ts'
import { bestPath, posteriors } from '../../src/domain/align/lattice.ts'
import { weighedScores, type Example } from '../../src/domain/align/training/learnWeights.ts'
import learnt from '../../src/domain/align/weights.json' with { type: 'json' }
import { buildArticle } from '../../src/domain/article/build.ts'
import type { Bead } from '../../src/domain/model.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { beadF1, calibration } from './beadScores.ts'
import { outOfDomainRows } from './outOfDomain.ts'
import type { QualityRow } from './row.ts'

const SHARED = resolve(process.cwd(), '../shared')
const MAC_DEV = resolve(SHARED, 'bench/mac-dev')
const CEASEFIRE = resolve(SHARED, 'texts/ceasefire.txt')

type Row = Omit<QualityRow, 'value'>
const LOBO = 'leave one book out'
const ROWS = {
  strict: { name: `alignment, MAC-Dev strict F1, ${LOBO}`, goal: 0.925, floor: 0.92 },
  lax: { name: `alignment, MAC-Dev lax F1, ${LOBO}`, goal: 0.99, floor: 0.99 },
  share: { name: `alignment, beads of confidence ≥ .9, ${LOBO}`, goal: 0.78, floor: 0.75 },
  right: { name: `alignment, right among those, ${LOBO}`, goal: 0.97, floor: 0.965 },
  deleted: {
    name: `alignment, 10 % of sentences deleted, strict F1, ${LOBO}`,
    goal: 0.8,
    floor: 0.8,
  },
  untrained: { name: 'alignment, MAC-Dev strict F1, no learnt weights', goal: 0.88, floor: 0.88 },
  shipped: { name: 'alignment, MAC-Dev strict F1, in sample', goal: 0.925, floor: 0.92 },
  core: { name: 'alignment, the same with the core dictionary', goal: 0.925, floor: 0.915 },
  ceasefire: { name: 'alignment, ceasefire article, beads wrong', goal: 0, floor: 0 },
  speed: { name: 'alignment, warm', goal: 1500, floor: 0, unit: 'segments/s' },
} as const satisfies Record<string, Pick<Row, 'name' | 'goal' | 'floor' | 'unit'>>

function row(key: keyof typeof ROWS, value: number | null, note?: string): QualityRow {
  const better = key === 'ceasefire' ? 'lower' : 'higher'
  return { ...ROWS[key], better, value, ...(note === undefined ? {} : { note }) }
}

/**
 * How well the aligner does on six books, each by weights learnt from the other five, and on the pasted article.
 *
 * What leaving one book out leaves out: the weights of each fold are learnt from zero, to convergence, on the other five books
 * and their thinned copies; the dictionary is fitted to the held-out text from that text alone, without its beads; book and
 * copies never part. What it does not: the bead priors (`beadTypes.ts`), the strength of the penalty, the weight of the copies,
 * and every constant of the untrained score were chosen with all six books in view. How much that is worth, measured once:
 *
 * - priors counted anew on the five books of each fold: strict .941, lax .998, thinned .845; of all beads 81 % at ≥ .9, 98.4 % right;
 * - penalty (1, 3, 10) and copies (with, without) chosen by an inner leave-one-out on those five: strict .944, lax .998.
 */
export async function measureAlignment(): Promise<QualityRow[]> {
  const keys = Object.keys(ROWS).filter((key): key is keyof typeof ROWS => key in ROWS)
  const pivots = await loadPivots()
  const full = { dictionary: await loadDictionary('full'), pivots }
  const elsewhere = outOfDomainRows(full)
  if (!existsSync(MAC_DEV) || !existsSync(CEASEFIRE))
    return [...keys.map((key) => row(key, null, '../shared is not here')), ...elsewhere]
  const books = readGold(MAC_DEV)
  const core = { dictionary: await loadDictionary('core'), pivots }
  return [
    ...leaveOneOut(books, full),
    row('shipped', inSample(books, full)),
    row('core', inSample(books, core)),
    row('ceasefire', ceasefireErrors(full)),
    row('speed', segmentsPerSecond(books, full)),
    ...elsewhere,
  ]
}

function leaveOneOut(books: readonly GoldText[], resources: AlignResources): QualityRow[] {
  const lessons = books.map((book, at) => lessonsOf(book, at, resources))
  const none = Object.values(learnt.weights).map(() => 0)
  const clean: ReturnType<typeof decode>[] = []
  const deleted: ReturnType<typeof decode>[] = []
  const untrained: ReturnType<typeof decode>[] = []
  books.forEach((book, at) => {
    const others = lessons.filter((_, other) => other !== at)
    const weights = learnFrom(others, none.length)
    const whole = lessons[at]![0]!
    clean.push(decode(whole, weights, book.gold))
    untrained.push(decode(whole, none, book.gold))
    // Another seed than any the weights were learnt with.
    const thin = deleteSentences(book, 0.1, seededRandom(1000 + at))
    deleted.push(decode(exampleOf(thin, resources, 1), weights, thin.gold))
  })
  const { strict, lax } = beadF1(clean)
  const sure = calibration(clean, 0.9)
  return [
    row('strict', strict),
    row('lax', lax),
    row('share', sure.share),
    row('right', sure.right),
    row('deleted', beadF1(deleted).strict),
    row('untrained', beadF1(untrained).strict, 'bead priors counted on the same books'),
  ]
}

/** The best beads of an example by some weights. */
function decode(example: Example, weights: readonly number[], gold: readonly GoldBead[]) {
  const { lattice } = example
  const scores = weighedScores(example, Float64Array.from(weights))
  const path = finish(bestPath(lattice, scores))
  const chance = finish(posteriors(lattice, scores))
  const found = path.map((edge): GoldBead => {
    const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
    return [indices(lattice.zh[edge]!, zh), indices(lattice.en[edge]!, en)]
  })
  return { found, gold, confidence: path.map((edge) => chance.edge[edge]!) }
}

const indices = (from: number, size: number) => Array.from({ length: size }, (_, k) => from + k)

function goldOf(beads: readonly Bead[]): readonly GoldBead[] {
  return beads.map(({ zh, en }) => [
    indices(zh.from, zh.to - zh.from),
    indices(en.from, en.to - en.from),
  ])
}

function inSample(books: readonly GoldText[], resources: AlignResources): number {
  const scored = books.map((book) => ({
    found: goldOf(finish(alignSegments(book, resources))),
    gold: book.gold,
  }))
  return beadF1(scored).strict
}

/** Beads that differ from what the article must give: the headline alone, then 63 pairs. */
function ceasefireErrors(resources: AlignResources): number {
  const { value: layout } = recogniseLayout({ kind: 'text', text: readFileSync(CEASEFIRE, 'utf8') })
  if (!layout) return Infinity
  const { pivots = null } = resources
  const { beads } = finish(buildArticle(layout, resources.dictionary, { pivots, terms: false }))
  const wanted = ['|0', ...indices(0, 63).map((i) => `${i}|${i + 1}`)]
  const found = goldOf(beads).map(([zh, en]) => `${zh.join()}|${en.join()}`)
  return (
    wanted.filter((bead) => !found.includes(bead)).length +
    found.filter((bead) => !wanted.includes(bead)).length
  )
}

/** The median of several runs over a chapter of some 450 segments, after a first one. */
function segmentsPerSecond(books: readonly GoldText[], resources: AlignResources): number {
  const chapter = books.toSorted((a, b) => distance(a) - distance(b))[0]!
  const seconds = Array.from({ length: 8 }, () => {
    const start = performance.now()
    finish(alignSegments(chapter, resources))
    return (performance.now() - start) / 1000
  })
  const median = seconds.slice(1).toSorted((a, b) => a - b)[3]!
  return (chapter.zh.length + chapter.en.length) / median
}

const distance = ({ zh, en }: GoldText) => Math.abs(zh.length + en.length - 450)
