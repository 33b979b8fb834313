import { describe, expect, it } from 'vitest'
import { fuzzBounds, fuzzFraction, hash32, plainFuzz } from '../../../src/domain/srs/fuzz.ts'

describe('fuzzBounds', () => {
  it.each([
    // ±(1 + 0.15·[2.5–7] + 0.10·[7–20] + 0.05·[20–]) days
    [1, 1, 36_500, 1, 1],
    [2.49, 1, 36_500, 2, 2],
    [2.5, 1, 36_500, 2, 4],
    [5, 1, 36_500, 4, 6],
    [7, 1, 36_500, 5, 9],
    [17, 1, 36_500, 14, 20],
    [37, 1, 36_500, 33, 41],
    [100, 1, 36_500, 93, 107],
    [100, 99, 36_500, 99, 107],
    [100, 1, 98, 91, 98],
    // both ends forced together: one day more if the maximum allows, above 2 days only
    [1, 3, 36_500, 3, 4],
    [1, 2, 36_500, 2, 2],
    [1, 3, 3, 3, 3],
    // the interval is within the limits before fuzz is drawn around it
    [50, 60, 36_500, 60, 65],
    [100, 101, 36_500, 101, 108],
    [100, 1, 50, 46, 50],
    // a minimum above the maximum gives way
    [10, 9, 5, 5, 5],
  ])('%s days within %s … %s may be %s … %s', (days, minimum, maximum, low, high) => {
    expect(fuzzBounds(days, minimum, maximum)).toEqual([low, high])
  })

  it('holds the rounded interval wherever the limits do', () => {
    for (let days = 1; days < 400; days += 0.37) {
      const [low, high] = fuzzBounds(days, 1, 36_500)
      expect(low).toBeLessThanOrEqual(Math.round(days))
      expect(high).toBeGreaterThanOrEqual(Math.round(days))
    }
  })
})

describe('plainFuzz', () => {
  it('reaches both ends and nothing beyond', () => {
    expect(plainFuzz(5, 9, 0)).toBe(5)
    expect(plainFuzz(5, 9, 0.999_999)).toBe(9)
  })

  it('takes every day of a range about equally often over many cards', () => {
    const counts = [0, 0, 0, 0, 0]
    for (let card = 0; card < 20_000; card++) {
      counts[plainFuzz(0, 4, fuzzFraction(`card-${card}`, 3))]! += 1
    }
    for (const count of counts) expect(Math.abs(count - 4_000)).toBeLessThan(4 * Math.sqrt(3_200))
  })
})

describe('fuzzFraction', () => {
  it('is one number until the next answer', () => {
    expect(fuzzFraction('停火:read:zh-en', 4)).toBe(fuzzFraction('停火:read:zh-en', 4))
    expect(fuzzFraction('停火:read:zh-en', 5)).not.toBe(fuzzFraction('停火:read:zh-en', 4))
  })

  it('is a number every device agrees on', () => {
    expect(hash32('')).toBe(2_872_998_923)
    expect(hash32('停火:read:zh-en:4')).toBe(3514375363)
  })
})
