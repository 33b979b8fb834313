import { describe, expect, it } from 'vitest'
import { quantile, renderFigures } from './figure.ts'

describe('quantile', () => {
  const values = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6]

  it('is the value at the nearest rank, whatever the order', () => {
    expect([0, 0.5, 0.95, 1].map((q) => quantile(values, q))).toEqual([1, 5, 10, 10])
    expect(quantile([7], 0.95)).toBe(7)
  })

  it('has no answer for no values', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError)
  })
})

describe('renderFigures', () => {
  it('puts numbers and aims in line', () => {
    const figures = [
      { name: 'start path', value: 98.44, unit: 'kB', aim: 100 },
      { name: 'first card', value: 1180, unit: 'ms', aim: 1200, note: '4× CPU' },
      { name: 'core', value: 1.27699, unit: 'MB' },
    ] as const
    expect(renderFigures(figures).split('\n')).toEqual([
      'start path   98.4 kB  aim ≤ 100',
      'first card  1,180 ms  aim ≤ 1,200  4× CPU',
      'core         1.28 MB',
    ])
  })
})
