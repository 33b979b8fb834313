import { type Band, type Lattice } from './latticeTypes.ts'
import { BEAD_TYPES } from './beadTypes.ts'

/** Edges handled between two reports of progress. */
const CHUNK = 50_000

/**
 * The lattice of every bead of the given types whose ends lie inside the band. Every path through it covers both sides.
 * The last cell of a block is the first of the next, so no bead crosses from one into the other. Yields the share done.
 */
export function* buildLattice(band: Band, types: readonly number[]): Generator<number, Lattice> {
  const capacity = types.length * band.reduce((sum, { lo, hi }) => sum + area(lo, hi), 0)
  const from = new Int32Array(capacity)
  const to = new Int32Array(capacity)
  const zh = new Int32Array(capacity)
  const en = new Int32Array(capacity)
  const type = new Uint8Array(capacity)
  yield 0
  const zhSize = types.map((t) => BEAD_TYPES[t]!.zh)
  const enSize = types.map((t) => BEAD_TYPES[t]!.en)
  let edges = 0
  let reported = 0
  let firstCell = 0
  for (const { block, lo, hi } of band) {
    const rowCell = new Int32Array(lo.length)
    let cell = firstCell
    for (let row = 0; row < lo.length; row++) {
      rowCell[row] = cell - lo[row]!
      for (let j = lo[row]!; j <= hi[row]!; j++, cell++) {
        for (let t = 0; t < types.length; t++) {
          const start = row - zhSize[t]!
          const enStart = j - enSize[t]!
          if (start < 0 || enStart < lo[start]! || enStart > hi[start]!) continue
          from[edges] = rowCell[start]! + enStart
          to[edges] = cell
          zh[edges] = block.zh.from + start
          en[edges] = enStart
          type[edges] = types[t]!
          edges++
        }
      }
      if (edges - reported > CHUNK) yield (reported = edges) / capacity
    }
    firstCell = cell - 1
  }
  const parts = { from, to, zh, en, type }
  return { cells: firstCell + 1, ...cut(parts, edges) }
}

function area(lo: Int32Array, hi: Int32Array): number {
  let cells = 0
  for (let row = 0; row < lo.length; row++) cells += hi[row]! - lo[row]! + 1
  return cells
}

/** The first edges of a lattice's columns. */
function cut(columns: Omit<Lattice, 'cells'>, edges: number): Omit<Lattice, 'cells'> {
  return {
    from: columns.from.subarray(0, edges),
    to: columns.to.subarray(0, edges),
    zh: columns.zh.subarray(0, edges),
    en: columns.en.subarray(0, edges),
    type: columns.type.subarray(0, edges),
  }
}

/** The lattice with only the given edges, ascending; its cells keep their numbers. Yields the share done. */
export function* pickEdges(lattice: Lattice, edges: Int32Array): Generator<number, Lattice> {
  const from = new Int32Array(edges.length)
  const to = new Int32Array(edges.length)
  const zh = new Int32Array(edges.length)
  const en = new Int32Array(edges.length)
  const type = new Uint8Array(edges.length)
  for (let at = 0; at < edges.length; at++) {
    const edge = edges[at]!
    from[at] = lattice.from[edge]!
    to[at] = lattice.to[edge]!
    zh[at] = lattice.zh[edge]!
    en[at] = lattice.en[edge]!
    type[at] = lattice.type[edge]!
    if (at % CHUNK === CHUNK - 1) yield at / edges.length
  }
  return { cells: lattice.cells, from, to, zh, en, type }
}

/** The values of the given edges. */
export function pickScores(score: Float64Array, edges: Int32Array): Float64Array {
  const picked = new Float64Array(edges.length)
  for (let at = 0; at < edges.length; at++) picked[at] = score[edges[at]!]!
  return picked
}

/** The edges of the path with the greatest sum of scores, in order (Viterbi). Yields the share done. */
export function* bestPath(lattice: Lattice, score: Float64Array): Generator<number, number[]> {
  const { from, to, cells } = lattice
  const best = new Float64Array(cells).fill(-Infinity)
  const by = new Int32Array(cells).fill(-1)
  best[0] = 0
  for (let edge = 0; edge < from.length; edge++) {
    const sum = best[from[edge]!]! + score[edge]!
    if (sum > best[to[edge]!]!) {
      best[to[edge]!] = sum
      by[to[edge]!] = edge
    }
    if (edge % CHUNK === CHUNK - 1) yield edge / from.length
  }
  const path: number[] = []
  for (let cell = cells - 1; cell > 0; cell = from[path.at(-1)!]!) {
    if (by[cell]! < 0) throw new RangeError('no path through the lattice')
    path.push(by[cell]!)
  }
  return path.reverse()
}

/**
 * The edges, ascending, whose best path falls short of the best of all by at most `margin` (max-marginals). For pruning:
 * it costs a fraction of {@link posteriors}. Yields the share done.
 */
export function* edgesWithin(
  margin: number,
  lattice: Lattice,
  score: Float64Array,
): Generator<number, Int32Array> {
  const { from, to, cells } = lattice
  const edges = from.length
  const before = new Float64Array(cells).fill(-Infinity)
  const after = new Float64Array(cells).fill(-Infinity)
  before[0] = 0
  for (let edge = 0; edge < edges; edge++) {
    const sum = before[from[edge]!]! + score[edge]!
    if (sum > before[to[edge]!]!) before[to[edge]!] = sum
    if (edge % CHUNK === CHUNK - 1) yield (0.3 * edge) / edges
  }
  after[cells - 1] = 0
  for (let edge = edges - 1; edge >= 0; edge--) {
    const sum = after[to[edge]!]! + score[edge]!
    if (sum > after[from[edge]!]!) after[from[edge]!] = sum
    if (edge % CHUNK === CHUNK - 1) yield 0.6 - (0.3 * edge) / edges
  }
  const least = before[cells - 1]! - margin
  const kept: number[] = []
  for (let edge = 0; edge < edges; edge++) {
    if (before[from[edge]!]! + score[edge]! + after[to[edge]!]! >= least) kept.push(edge)
    if (edge % CHUNK === CHUNK - 1) yield 0.6 + (0.4 * edge) / edges
  }
  return new Int32Array(kept)
}

/** What the forward–backward algorithm knows of a lattice. */
export interface Posteriors {
  /** Chance of each edge, 0 … 1: the share of paths that use it, each path weighing exp(sum of its scores). */
  readonly edge: Float64Array
  /** Chance of each cell: the share of paths that pass through it. */
  readonly cell: Float64Array
  /** log of the sum over all paths. */
  readonly logTotal: number
}

/**
 * Chances of all edges when a path's chance is proportional to exp(sum of its scores): forward–backward in the log domain.
 * The chances of all edges that pass over one segment sum to 1. Yields the share done.
 *
 * @param allowed when given, paths may only use edges where it is not 0
 */
export function* posteriors(
  lattice: Lattice,
  score: Float64Array,
  allowed?: Uint8Array,
): Generator<number, Posteriors> {
  const { from, to, cells } = lattice
  const edges = from.length
  const forward = new Float64Array(cells).fill(-Infinity)
  const backward = new Float64Array(cells).fill(-Infinity)
  forward[0] = 0
  for (let edge = 0; edge < edges; edge++) {
    if (allowed?.[edge] !== 0)
      forward[to[edge]!] = logAdd(forward[to[edge]!]!, forward[from[edge]!]! + score[edge]!)
    if (edge % CHUNK === CHUNK - 1) yield (0.4 * edge) / edges
  }
  backward[cells - 1] = 0
  for (let edge = edges - 1; edge >= 0; edge--) {
    if (allowed?.[edge] !== 0)
      backward[from[edge]!] = logAdd(backward[from[edge]!]!, backward[to[edge]!]! + score[edge]!)
    if (edge % CHUNK === CHUNK - 1) yield 0.8 - (0.4 * edge) / edges
  }
  const logTotal = forward[cells - 1]!
  const chance = new Float64Array(edges)
  for (let edge = 0; edge < edges; edge++) {
    if (edge % CHUNK === CHUNK - 1) yield 0.8 + (0.1 * edge) / edges
    if (allowed?.[edge] === 0) continue
    const path = forward[from[edge]!]! + score[edge]! + backward[to[edge]!]!
    if (path > -Infinity) chance[edge] = Math.exp(path - logTotal)
  }
  const cell = new Float64Array(cells)
  for (let c = 0; c < cells; c++) {
    cell[c] = Math.exp(forward[c]! + backward[c]! - logTotal)
    if (c % CHUNK === CHUNK - 1) yield 0.9 + (0.1 * c) / cells
  }
  return { edge: chance, cell, logTotal }
}

/** log(eᵃ + eᵇ) without overflow. */
function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
