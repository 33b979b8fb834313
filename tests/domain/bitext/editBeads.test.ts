import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  confirmBead,
  mergeBeads,
  shiftBoundary,
  splitBead,
  unpairBead,
} from '../../../src/domain/bitext/editBeads.ts'
import type { Bead } from '../../../src/domain/model.ts'
import { coversOnce } from './coversOnce.ts'

/** Beads of the given sizes, one after the other. */
function beadsOf(...sizes: readonly (readonly [number, number])[]): readonly Bead[] {
  let zh = 0
  let en = 0
  return sizes.map(([a, b]) => ({
    zh: { from: zh, to: (zh += a) },
    en: { from: en, to: (en += b) },
    confidence: 0.5,
  }))
}
const sizes = (beads: readonly Bead[]) =>
  beads.map(({ zh, en }) => [zh.to - zh.from, en.to - en.from])

describe('a repaired alignment', () => {
  const beads = beadsOf([1, 1], [2, 1], [0, 1], [1, 3])

  it('has two beads as one after a merge', () => {
    expect(sizes(mergeBeads(beads, 1))).toEqual([
      [1, 1],
      [2, 2],
      [1, 3],
    ])
  })

  it('has one bead as two after a split', () => {
    expect(sizes(splitBead(beads, 3, 0, 2))).toEqual([
      [1, 1],
      [2, 1],
      [0, 1],
      [0, 2],
      [1, 1],
    ])
  })

  it('gives the bead before the boundary what a shift forwards takes', () => {
    expect(sizes(shiftBoundary(beads, 0, 'zh', 1))).toEqual([
      [2, 1],
      [1, 1],
      [0, 1],
      [1, 3],
    ])
  })

  it('gives the bead after the boundary what a shift backwards takes', () => {
    expect(sizes(shiftBoundary(beads, 1, 'zh', -2))).toEqual([
      [1, 1],
      [0, 1],
      [2, 1],
      [1, 3],
    ])
  })

  it('drops a bead that a shift empties', () => {
    expect(sizes(shiftBoundary(beads, 1, 'en', 1))).toEqual([
      [1, 1],
      [2, 2],
      [1, 3],
    ])
  })

  it('has each side alone after unpairing', () => {
    expect(sizes(unpairBead(beads, 3))).toEqual([
      [1, 1],
      [2, 1],
      [0, 1],
      [1, 0],
      [0, 3],
    ])
  })

  it('is certain of what was made or confirmed by hand, and only of that', () => {
    expect(confirmBead(beads, 2).map(({ confidence }) => confidence)).toEqual([0.5, 0.5, 1, 0.5])
    expect(mergeBeads(beads, 0).map(({ confidence }) => confidence)).toEqual([1, 0.5, 0.5])
  })

  it.each([
    ['merge the last bead', () => mergeBeads(beads, 3)],
    ['split off nothing', () => splitBead(beads, 0, 0, 0)],
    ['split off more than there is', () => splitBead(beads, 0, 2, 0)],
    ['shift more than there is', () => shiftBoundary(beads, 0, 'en', 2)],
    ['shift past the start', () => shiftBoundary(beads, 0, 'en', -2)],
    ['unpair what is not there', () => unpairBead(beads, 4)],
    ['confirm what is not there', () => confirmBead(beads, -1)],
  ])('refuses to %s', (_, edit) => {
    expect(edit).toThrow(RangeError)
  })

  it('covers every segment once, whatever is done to it', () => {
    const size = fc.tuple(fc.nat(3), fc.nat(3)).filter(([a, b]) => a + b > 0)
    const step = fc.record({
      kind: fc.nat(4),
      at: fc.nat(8),
      a: fc.nat(3),
      b: fc.integer({ min: -2, max: 2 }),
    })
    fc.assert(
      fc.property(
        fc.array(size, { minLength: 1, maxLength: 8 }),
        fc.array(step, { maxLength: 12 }),
        (start, steps) => {
          let now = beadsOf(...start)
          const total = { zh: now.at(-1)!.zh.to, en: now.at(-1)!.en.to }
          for (const { kind, at, a, b } of steps) {
            try {
              if (kind === 0) now = mergeBeads(now, at)
              else if (kind === 1) now = splitBead(now, at, a, b)
              else if (kind === 2) now = shiftBoundary(now, at, a > 1 ? 'zh' : 'en', b)
              else if (kind === 3) now = unpairBead(now, at)
              else now = confirmBead(now, at)
            } catch (error) {
              expect(error).toBeInstanceOf(RangeError)
            }
            expect(coversOnce(now, total)).toBe(true)
          }
        },
      ),
      { seed: 20250311, numRuns: 500 },
    )
  })
})
