import { type Band, type Block, type Lattice } from './latticeTypes.ts'
import { BEAD_TYPES, MOST_ZH } from './beadTypes.ts'

/** Two points of a path a band is laid around, in order, corners included. */
export interface PathPoint {
  readonly zh: number
  readonly en: number
}

/**
 * A band around paths: at every row as wide as the points within 3 rows of it reach, and `halfWidth(gap)` segments more
 * on both sides, where gap is the number of segments between the two points the row lies between.
 *
 * @param points of each block, ascending on both sides, its corners included
 */
export function bandAround(
  blocks: readonly Block[],
  points: readonly (readonly PathPoint[])[],
  halfWidth: (gap: number) => number,
): Band {
  return blocks.map((block, b) => {
    const rows = block.zh.to - block.zh.from + 1
    const least = new Float64Array(rows).fill(Infinity)
    const most = new Float64Array(rows).fill(-Infinity)
    const path = points[b]!
    for (let p = 1; p < path.length; p++) {
      const start = path[p - 1]!
      const end = path[p]!
      const gap = Math.max(end.zh - start.zh, end.en - start.en)
      const slope = end.zh > start.zh ? (end.en - start.en) / (end.zh - start.zh) : 0
      const width = halfWidth(gap)
      for (let i = start.zh; i <= end.zh; i++) {
        const j = start.en + slope * (i - start.zh)
        const row = i - block.zh.from
        least[row] = Math.min(least[row]!, j - width)
        most[row] = Math.max(most[row]!, (end.zh > start.zh ? j : end.en) + width)
      }
    }
    return { block, ...smooth(least, most, block) }
  })
}

/** Rows taken into account above and below, so that a path that runs along a row or column has room. */
const NEIGHBOURS = 3

function smooth(least: Float64Array, most: Float64Array, { en }: Block) {
  const rows = least.length
  const lo = new Int32Array(rows)
  const hi = new Int32Array(rows)
  for (let row = 0; row < rows; row++) {
    let low = en.to
    let high = en.from
    for (let r = Math.max(0, row - NEIGHBOURS); r <= Math.min(rows - 1, row + NEIGHBOURS); r++) {
      low = Math.min(low, Math.floor(least[r]!))
      high = Math.max(high, Math.ceil(most[r]!))
    }
    lo[row] = Math.max(en.from, low)
    hi[row] = Math.min(en.to, high)
  }
  lo[0] = en.from
  hi[rows - 1] = en.to
  for (let row = 1; row < rows; row++) hi[row] = Math.max(hi[row]!, hi[row - 1]!)
  for (let row = rows - 2; row >= 0; row--) lo[row] = Math.min(lo[row]!, lo[row + 1]!)
  return { lo, hi }
}

/** The points a path through a lattice goes through, block by block. */
export function pointsOf(
  lattice: Lattice,
  path: readonly number[],
  blocks: readonly Block[],
): readonly (readonly PathPoint[])[] {
  let next = 0
  return blocks.map((block) => {
    const points: PathPoint[] = [{ zh: block.zh.from, en: block.en.from }]
    let { zh, en } = points[0]!
    while (zh < block.zh.to || en < block.en.to) {
      const edge = path[next++]!
      const bead = BEAD_TYPES[lattice.type[edge]!]!
      zh += bead.zh
      en += bead.en
      points.push({ zh, en })
    }
    return points
  })
}

/**
 * Pairs of one Chinese and one English segment that some bead inside the band may join, numbered row by row:
 * Chinese segment i meets the English ones from `lo[i]` to `hi[i]`, and pair (i, j) is number `start[i] + j − lo[i]`.
 */
export interface Pairs {
  readonly lo: Int32Array
  readonly hi: Int32Array
  readonly start: Int32Array
}

export function pairsOf(band: Band, zhSegments: number): Pairs {
  const lo = new Int32Array(zhSegments)
  const hi = new Int32Array(zhSegments)
  const start = new Int32Array(zhSegments + 1)
  for (const { block, lo: rowLo, hi: rowHi } of band) {
    const size = block.zh.to - block.zh.from
    for (let k = 0; k < size; k++) {
      const i = block.zh.from + k
      lo[i] = rowLo[Math.max(0, k - MOST_ZH + 1)]!
      hi[i] = rowHi[Math.min(size, k + MOST_ZH)]!
    }
  }
  for (let i = 0; i < zhSegments; i++) start[i + 1] = start[i]! + hi[i]! - lo[i]!
  return { lo, hi, start }
}
