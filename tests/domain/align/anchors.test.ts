import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heaviestChain } from '../../../src/domain/align/anchors.ts'

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
