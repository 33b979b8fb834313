import { BEAD_TYPES } from './beadTypes.ts'
import type { Band } from './band.ts'

/**
 * All alignments inside a band, as a graph: its cells are the boundaries (i, j) after i Chinese and j English segments,
 * its edges the beads between two cells. Edges stand in the order of the cell they lead to, and edges that leave a cell
 * come after all that reach it, so one walk through them forwards (or backwards) is a dynamic program.
 */
export interface Lattice {
  readonly cells: number
  /** Cells of each edge. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** First segment of each side, and the index into {@link BEAD_TYPES}. */
  readonly zh: Int32Array
  readonly en: Int32Array
  readonly type: Uint8Array
}

/** Edges handled between two reports of progress. */
const CHUNK = 200_000

/**
 * The lattice of every bead of the given types whose ends lie inside the band. Every path through it covers both sides.
 * The last cell of a block is the first of the next, so no bead crosses from one into the other.
 */
export function buildLattice(band: Band, types: readonly number[]): Lattice {
  const capacity = types.length * band.reduce((sum, { lo, hi }) => sum + area(lo, hi), 0)
  const from = new Int32Array(capacity)
  const to = new Int32Array(capacity)
  const zh = new Int32Array(capacity)
  const en = new Int32Array(capacity)
  const type = new Uint8Array(capacity)
  let edges = 0
  let firstCell = 0
  for (const { block, lo, hi } of band) {
    const rowCell = new Int32Array(lo.length)
    let cell = firstCell
    for (let row = 0; row < lo.length; row++) {
      rowCell[row] = cell - lo[row]!
      for (let j = lo[row]!; j <= hi[row]!; j++, cell++) {
        for (const t of types) {
          const bead = BEAD_TYPES[t]!
          const start = row - bead.zh
          const enStart = j - bead.en
          if (start < 0 || enStart < lo[start]! || enStart > hi[start]!) continue
          from[edges] = rowCell[start]! + enStart
          to[edges] = cell
          zh[edges] = block.zh.from + start
          en[edges] = enStart
          type[edges] = t
          edges++
        }
      }
    }
    firstCell = cell - 1
  }
  return {
    cells: firstCell + 1,
    from: from.subarray(0, edges),
    to: to.subarray(0, edges),
    zh: zh.subarray(0, edges),
    en: en.subarray(0, edges),
    type: type.subarray(0, edges),
  }
}

function area(lo: Int32Array, hi: Int32Array): number {
  let cells = 0
  for (let row = 0; row < lo.length; row++) cells += hi[row]! - lo[row]! + 1
  return cells
}

/** The lattice with only the edges of which `keep` is not 0; its cells keep their numbers. */
export function pickEdges(lattice: Lattice, keep: Uint8Array): Lattice {
  const kept = (_: number, edge: number) => keep[edge] !== 0
  return {
    cells: lattice.cells,
    from: lattice.from.filter(kept),
    to: lattice.to.filter(kept),
    zh: lattice.zh.filter(kept),
    en: lattice.en.filter(kept),
    type: lattice.type.filter(kept),
  }
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
 * For each edge, by how much the best path through it falls short of the best path of all: 0 on the best path. Max-marginals,
 * for pruning; they cost a fraction of what {@link posteriors} do. Yields the share done.
 */
export function* margins(lattice: Lattice, score: Float64Array): Generator<number, Float64Array> {
  const { from, to, cells } = lattice
  const edges = from.length
  const before = new Float64Array(cells).fill(-Infinity)
  const after = new Float64Array(cells).fill(-Infinity)
  before[0] = 0
  for (let edge = 0; edge < edges; edge++) {
    const sum = before[from[edge]!]! + score[edge]!
    if (sum > before[to[edge]!]!) before[to[edge]!] = sum
    if (edge % CHUNK === CHUNK - 1) yield (0.4 * edge) / edges
  }
  after[cells - 1] = 0
  for (let edge = edges - 1; edge >= 0; edge--) {
    const sum = after[to[edge]!]! + score[edge]!
    if (sum > after[from[edge]!]!) after[from[edge]!] = sum
    if (edge % CHUNK === CHUNK - 1) yield 0.8 - (0.4 * edge) / edges
  }
  const best = before[cells - 1]!
  return score.map((value, edge) => best - (before[from[edge]!]! + value + after[to[edge]!]!))
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
    if (allowed?.[edge] === 0) continue
    const path = forward[from[edge]!]! + score[edge]! + backward[to[edge]!]!
    if (path > -Infinity) chance[edge] = Math.exp(path - logTotal)
  }
  const cell = forward.map((value, c) => Math.exp(value + backward[c]! - logTotal))
  return { edge: chance, cell, logTotal }
}

/** log(eᵃ + eᵇ) without overflow. */
function logAdd(a: number, b: number): number {
  if (a === -Infinity) return b
  if (b === -Infinity) return a
  return a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b))
}
