import { type Block } from '../../../src/domain/align/latticeTypes.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandAround, pairsOf, type PathPoint } from '../../../src/domain/align/band.ts'

const block = (a: number, b: number, c: number, d: number): Block => ({
  zh: { from: a, to: b },
  en: { from: c, to: d },
})
const at = (zh: number, en: number): PathPoint => ({ zh, en })

describe('bandAround', () => {
  it('is as wide as asked around the path, and three rows of it', () => {
    const [{ lo, hi } = { lo: [], hi: [] }] = bandAround(
      [block(0, 20, 0, 20)],
      [[at(0, 0), at(20, 20)]],
      () => 2,
    )
    expect([lo[10], hi[10]]).toEqual([10 - 3 - 2, 10 + 3 + 2])
    expect([lo[0], hi[20]]).toEqual([0, 20])
  })

  it('is wider where the points are far apart', () => {
    const width = (gap: number) => gap / 2
    const [{ lo, hi } = { lo: [], hi: [] }] = bandAround(
      [block(0, 30, 0, 30)],
      [[at(0, 0), at(20, 20), at(22, 22), at(30, 30)]],
      width,
    )
    expect(hi[10]! - lo[10]!).toBeGreaterThan(hi[27]! - lo[27]!)
  })

  it('always has a way from corner to corner, whatever the points', () => {
    const path = fc
      .array(fc.tuple(fc.nat(9), fc.nat(40)), { minLength: 1, maxLength: 8 })
      .map((steps) => {
        const points = [at(0, 0)]
        for (const [a, b] of steps) points.push(at(points.at(-1)!.zh + a, points.at(-1)!.en + b))
        return points
      })
    fc.assert(
      fc.property(path, fc.nat(5), (points, width) => {
        const end = points.at(-1)!
        const [{ lo, hi } = { lo: new Int32Array(), hi: new Int32Array() }] = bandAround(
          [block(0, end.zh, 0, end.en)],
          [points],
          () => width,
        )
        expect([lo[0], hi[end.zh]]).toEqual([0, end.en])
        for (let row = 1; row <= end.zh; row++) {
          expect(lo[row]).toBeGreaterThanOrEqual(lo[row - 1]!)
          expect(hi[row]).toBeGreaterThanOrEqual(hi[row - 1]!)
          // One may step down from row to row.
          expect(lo[row]).toBeLessThanOrEqual(hi[row - 1]!)
        }
        for (const { zh, en } of points) {
          expect(lo[zh]).toBeLessThanOrEqual(en)
          expect(hi[zh]).toBeGreaterThanOrEqual(en)
        }
      }),
      { seed: 17, numRuns: 300 },
    )
  })
})

describe('pairsOf', () => {
  it('has every pair that a bead inside the band may join, numbered row by row', () => {
    const band = bandAround(
      [block(0, 3, 0, 3), block(3, 4, 3, 5)],
      [
        [at(0, 0), at(3, 3)],
        [at(3, 3), at(4, 5)],
      ],
      () => 9,
    )
    const { lo, hi, start } = pairsOf(band, 4)
    expect([...lo]).toEqual([0, 0, 0, 3])
    expect([...hi]).toEqual([3, 3, 3, 5])
    expect([...start]).toEqual([0, 3, 6, 9, 11])
  })
})
