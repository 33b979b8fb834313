import { type Band } from '../../../src/domain/align/latticeTypes.ts'
import { finish } from '../../../src/domain/tasks.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEAD_TYPES } from '../../../src/domain/align/beadTypes.ts'
import {
  bestPath,
  buildLattice,
  edgesWithin,
  pickEdges,
  posteriors,
} from '../../../src/domain/align/lattice.ts'

const ALL = BEAD_TYPES.map((_, type) => type)
const typeOf = (zh: number, en: number) =>
  BEAD_TYPES.findIndex((bead) => bead.zh === zh && bead.en === en)

/** A band without limits over one block. */
function openBand(zh: number, en: number): Band {
  const block = { zh: { from: 0, to: zh }, en: { from: 0, to: en } }
  return [{ block, lo: new Int32Array(zh + 1), hi: new Int32Array(zh + 1).fill(en) }]
}

/** Bands over one or two blocks, with scores that depend on a seed. */
const latticeArbitrary = fc
  .record({
    sizes: fc.array(fc.tuple(fc.nat(5), fc.nat(6)), { minLength: 1, maxLength: 2 }),
    seed: fc.integer(),
  })
  .map(({ sizes, seed }) => {
    const band: Band[number][] = []
    let zh = 0
    let en = 0
    for (const [a, b] of sizes) {
      const block = { zh: { from: zh, to: zh + a }, en: { from: en, to: en + b } }
      const rows = new Int32Array(a + 1)
      band.push({ block, lo: rows.map(() => block.en.from), hi: rows.map(() => block.en.to) })
      zh += a
      en += b
    }
    const lattice = finish(buildLattice(band, ALL))
    const score = Float64Array.from(
      lattice.type,
      (type, edge) => 3 * Math.sin(seed + 7 * edge + type),
    )
    return { lattice, score, zh, en }
  })

describe('a lattice', () => {
  it('has every bead between boundaries of the band, and no other', () => {
    const { type, cells } = finish(buildLattice(openBand(1, 2), ALL))
    expect(cells).toBe(6)
    const count = (zh: number, en: number) => type.filter((t) => t === typeOf(zh, en)).length
    expect([count(1, 0), count(0, 1), count(1, 1), count(1, 2)]).toEqual([3, 4, 2, 1])
    expect(type).toHaveLength(10)
  })

  it('lets no bead cross from one block into the next', () => {
    const [first, second] = [openBand(1, 1)[0]!, openBand(1, 1)[0]!]
    const block = { zh: { from: 1, to: 2 }, en: { from: 1, to: 2 } }
    const shift = (rows: Int32Array) => rows.map((j) => j + 1)
    const lattice = finish(
      buildLattice([first, { block, lo: shift(second.lo), hi: shift(second.hi) }], ALL),
    )
    expect(lattice.cells).toBe(7)
    expect(lattice.type).not.toContain(typeOf(2, 2))
    expect(lattice.type).not.toContain(typeOf(1, 2))
  })

  it('keeps its order and its cells when edges are picked', () => {
    const lattice = finish(buildLattice(openBand(2, 2), ALL))
    const picked = finish(pickEdges(lattice, Int32Array.of(1, 3, 5)))
    expect(picked.cells).toBe(lattice.cells)
    expect([...picked.to]).toEqual([1, 3, 5].map((edge) => lattice.to[edge]))
    expect([...picked.type]).toEqual([1, 3, 5].map((edge) => lattice.type[edge]))
  })
})

describe('bestPath', () => {
  it('is the path with the greatest sum', () => {
    const lattice = finish(buildLattice(openBand(2, 2), ALL))
    const score = Float64Array.from(lattice.type, (type) =>
      type === typeOf(1, 1) ? 1 : type === typeOf(2, 2) ? 1.9 : 0,
    )
    const path = finish(bestPath(lattice, score))
    expect(path.map((edge) => lattice.type[edge])).toEqual([typeOf(1, 1), typeOf(1, 1)])
  })

  it('covers every segment once, and no path is likelier', () => {
    fc.assert(
      fc.property(latticeArbitrary, ({ lattice, score, zh, en }) => {
        const path = finish(bestPath(lattice, score))
        let i = 0
        let j = 0
        for (const edge of path) {
          expect([lattice.zh[edge], lattice.en[edge]]).toEqual([i, j])
          i += BEAD_TYPES[lattice.type[edge]!]!.zh
          j += BEAD_TYPES[lattice.type[edge]!]!.en
        }
        expect([i, j]).toEqual([zh, en])
        // Sharpened, the posterior of every edge of the best path is 1.
        const sharp = finish(
          posteriors(
            lattice,
            score.map((value) => value * 1e4),
          ),
        )
        for (const edge of path) expect(sharp.edge[edge]).toBeGreaterThan(0.99)
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  it('fails loudly when the band has no way through', () => {
    const lattice = finish(pickEdges(finish(buildLattice(openBand(1, 1), ALL)), new Int32Array()))
    expect(() => finish(bestPath(lattice, new Float64Array()))).toThrow(RangeError)
  })
})

describe('edgesWithin', () => {
  it('are those of the best path when there is no margin, and all of them when it is wide', () => {
    const lattice = finish(buildLattice(openBand(2, 3), ALL))
    const score = Float64Array.from(lattice.type, (_, edge) => Math.sin(7 * edge))
    expect([...finish(edgesWithin(1e-9, lattice, score))]).toEqual(finish(bestPath(lattice, score)))
    expect(finish(edgesWithin(1e9, lattice, score))).toHaveLength(lattice.type.length)
  })

  it('include an edge exactly when a path through it is good enough', () => {
    fc.assert(
      fc.property(
        latticeArbitrary,
        fc.double({ min: 0, max: 9, noNaN: true }),
        ({ lattice, score }, margin) => {
          const best = finish(bestPath(lattice, score))
          const sumOf = (path: readonly number[]) =>
            path.reduce((sum, edge) => sum + score[edge]!, 0)
          const kept = new Set(finish(edgesWithin(margin, lattice, score)))
          score.forEach((_, edge) => {
            // Made irresistible, the edge is on the best path; what that path loses is the edge's margin.
            const lifted = score.map((value, e) => (e === edge ? value + 1e3 : value))
            const lost = sumOf(best) - sumOf(finish(bestPath(lattice, lifted)))
            if (Math.abs(lost - margin) > 1e-6) expect(kept.has(edge)).toBe(lost < margin)
          })
        },
      ),
      { seed: 5, numRuns: 15 },
    )
  })
})

describe('posteriors', () => {
  it('are the shares of all paths, counted out by hand', () => {
    // Paths through 1 × 1: a pair; the Chinese segment alone, then the English one; the other way round.
    const lattice = finish(buildLattice(openBand(1, 1), ALL))
    const score = Float64Array.from(lattice.type, (type) =>
      type === typeOf(1, 1) ? Math.log(2) : 0,
    )
    const { edge, cell, logTotal } = finish(posteriors(lattice, score))
    expect(Math.exp(logTotal)).toBeCloseTo(4, 12)
    const chance = [...edge].map((value, e) => [
      BEAD_TYPES[lattice.type[e]!]!.zh,
      lattice.en[e],
      value,
    ])
    expect(chance.filter(([zh, , value]) => zh === 1 && value === 0.5)).toHaveLength(1)
    expect([...cell].map((value) => Number(value.toFixed(9)))).toEqual([1, 0.25, 0.25, 1])
  })

  it('of the beads over any segment sum to 1, and of the cells are what leads to them', () => {
    fc.assert(
      fc.property(latticeArbitrary, ({ lattice, score, zh, en }) => {
        const { edge, cell } = finish(posteriors(lattice, score))
        const over = { zh: new Float64Array(zh), en: new Float64Array(en) }
        const reached = new Float64Array(lattice.cells)
        edge.forEach((chance, e) => {
          const bead = BEAD_TYPES[lattice.type[e]!]!
          for (let i = 0; i < bead.zh; i++) over.zh[lattice.zh[e]! + i]! += chance
          for (let j = 0; j < bead.en; j++) over.en[lattice.en[e]! + j]! += chance
          reached[lattice.to[e]!]! += chance
        })
        for (const sum of [...over.zh, ...over.en]) expect(sum).toBeCloseTo(1, 9)
        for (let c = 1; c < lattice.cells; c++) expect(reached[c]).toBeCloseTo(cell[c]!, 9)
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  it('go only where edges are allowed', () => {
    const lattice = finish(buildLattice(openBand(2, 2), ALL))
    const allowed = Uint8Array.from(lattice.type, (type) => (type === typeOf(1, 1) ? 1 : 0))
    const { edge } = finish(posteriors(lattice, new Float64Array(allowed.length), allowed))
    expect([...edge].filter((chance) => chance > 0)).toEqual([1, 1])
  })
})
