import { describe, expect, it } from 'vitest'
import { lengthCost, lengthRatio } from '../../../src/domain/align/lengthCost.ts'

describe('lengthCost', () => {
  it.each([
    [10, 30, 3, 0],
    [10, 60, 3, 30 ** 2 / (2 * 20.4 * 3 * 15)],
    [20, 30, 3, 30 ** 2 / (2 * 20.4 * 3 * 15)],
    [10, 10, 1, 0],
    [1, 2, 1, 1 / (2 * 20.4 * 1.5)],
  ])('of %i and %i characters at ratio %i is %d', (zh, en, ratio, cost) => {
    expect(lengthCost(zh, en, ratio)).toBeCloseTo(cost, 12)
  })

  it('grows with the misfit, on either side', () => {
    const costs = [30, 40, 60, 100].map((en) => lengthCost(10, en, 3))
    expect(costs).toEqual(costs.toSorted((a, b) => a - b))
    expect(lengthCost(10, 10, 3)).toBeGreaterThan(lengthCost(10, 20, 3))
  })
})

describe('lengthRatio', () => {
  it('is English characters for each Chinese one', () => {
    expect(lengthRatio(Float64Array.of(10, 20), Float64Array.of(45, 60))).toBe(3.5)
  })

  it('is the usual 3 when a side is empty', () => {
    expect(lengthRatio(Float64Array.of(), Float64Array.of(45))).toBe(3)
  })
})
