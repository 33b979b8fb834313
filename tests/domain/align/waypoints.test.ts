import { finish } from '../../../src/domain/tasks.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorPoints, heaviestChain } from '../../../src/domain/align/waypoints.ts'
import type { TokenSide } from '../../../src/domain/align/tokenIds.ts'
import { RowBuilder } from '../../../src/domain/align/sparseTable.ts'
import { translationOf } from '../../../src/domain/align/translation.ts'

const at = (zh: number, en: number, weight: number) => ({ zh, en, weight })
const weigh = (chain: readonly { weight: number }[]) =>
  chain.reduce((sum, { weight }) => sum + weight, 0)

describe('heaviestChain', () => {
  it('prefers many that agree to a heavy one that does not', () => {
    const chain = heaviestChain([at(0, 0, 2), at(1, 9, 3), at(1, 1, 1), at(2, 2, 2), at(3, 3, 2)])
    expect(chain.map(({ zh, en }) => [zh, en])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it('takes one anchor of a row and one of a column', () => {
    expect(heaviestChain([at(0, 1, 1), at(0, 2, 1), at(1, 2, 1), at(2, 2, 5)])).toHaveLength(2)
  })

  it('is empty without anchors', () => {
    expect(heaviestChain([])).toEqual([])
  })

  it('is as heavy as the best of all chains', () => {
    const anchors = fc
      .array(fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
      .map((rows) =>
        rows.map(([zh, en, weight]) => at(zh, en, weight)).toSorted((a, b) => a.zh - b.zh),
      )
    const heaviest = (rest: ReturnType<typeof at>[], zh: number, en: number): number =>
      Math.max(
        0,
        ...rest
          .filter((a) => a.zh > zh && a.en > en)
          .map((a) => a.weight + heaviest(rest, a.zh, a.en)),
      )
    fc.assert(
      fc.property(anchors, (all) => {
        const chain = heaviestChain(all)
        expect(weigh(chain)).toBe(heaviest(all, -1, -1))
        for (let k = 1; k < chain.length; k++) {
          expect(chain[k]!.zh).toBeGreaterThan(chain[k - 1]!.zh)
          expect(chain[k]!.en).toBeGreaterThan(chain[k - 1]!.en)
        }
      }),
      { seed: 3, numRuns: 200 },
    )
  })
})

/** A side whose segments hold the given token ids, out of ten. */
function side(...segments: readonly (readonly number[])[]): TokenSide {
  const count = new Float64Array(10)
  for (const id of segments.flat()) count[id]! += 1
  let end = 0
  return {
    vocabulary: Array.from({ length: 10 }, (_, id) => `t${id}`),
    idOf: new Map(),
    count,
    ids: Int32Array.from(segments.flat()),
    start: Int32Array.from([0, ...segments.map((tokens) => (end += tokens.length))]),
    length: Float64Array.from(segments, (tokens) => tokens.length),
  }
}

describe('anchorPoints', () => {
  /** Points of a bitext of the same segments on both sides, word k translated by stem k with the given chance. */
  const pointsOf = (chance: number, ...segments: readonly (readonly number[])[]) => {
    const bitext = { zh: side(...segments), en: side(...segments) }
    const rows = new RowBuilder(10)
    for (let word = 0; word < 10; word++) {
      rows.add(word, chance)
      rows.endRow()
    }
    const span = { from: 0, to: segments.length }
    const translation = finish(translationOf(rows.build(), bitext))
    return finish(anchorPoints(bitext, translation, [{ zh: span, en: span }]))[0]!.map(
      ({ zh, en }) => [zh, en],
    )
  }
  const far = Array.from({ length: 200 }, () => [9, 8, 9, 8])

  it('are where rare words meet their translations, and the corners', () => {
    const end = far.length + 4
    expect(pointsOf(1, [0, 1], [9, 8], ...far, [2, 3], [8])).toEqual([
      [0, 0],
      [0, 0],
      [end - 2, end - 2],
      [end, end],
    ])
  })

  it('take a word that occurs six times for rare, and one that occurs eight times for none', () => {
    const ends = [[9], [9]]
    const times = (n: number) => Array.from({ length: n }, () => [0, 0]).slice(0, n / 2)
    expect(pointsOf(1, ...times(6), ...far, ...ends).length).toBe(2 + 3)
    expect(pointsOf(1, ...times(8), ...far, ...ends).length).toBe(2)
  })

  it('need a match that says enough', () => {
    expect(pointsOf(0.01, [0, 1], ...far, [2, 3]).length).toBe(2)
  })
})
