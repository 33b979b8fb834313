import { describe, expect, it } from 'vitest'
import { areBadgeDays, badgeDays, countAt } from '../../../src/domain/learner/badgeDays.ts'

const starts = [100, 200, 300]

describe('what the icon says on the days to come', () => {
  it('is what is left today, and more with every day that nobody comes', () => {
    const days = badgeDays(50, { due: 4, fresh: 2 }, [3, 0, 5], starts, 200)
    expect(days.map(({ count }) => count)).toEqual([6, 9, 9, 14])
    expect(days.map(({ from }) => from)).toEqual([50, 100, 200, 300])
  })

  it('is never more than the learner wants in one day', () => {
    const counts = badgeDays(50, { due: 4, fresh: 0 }, [30, 30, 30], starts, 40).map(
      ({ count }) => count,
    )
    expect(counts).toEqual([4, 34, 40, 40])
  })

  it('is that of the latest day that has begun, and nothing before the first', () => {
    const days = badgeDays(50, { due: 4, fresh: 2 }, [3, 0, 5], starts, 200)
    expect([49, 50, 99, 100, 250, 9_999].map((now) => countAt(days, now))).toEqual([
      null,
      6,
      6,
      9,
      9,
      14,
    ])
  })

  it('is known by its shape where it was kept', () => {
    expect(areBadgeDays([{ from: 1, count: 0 }])).toBe(true)
    expect(areBadgeDays([{ from: 1, count: -1 }])).toBe(false)
    expect(areBadgeDays({ from: 1 })).toBe(false)
  })
})
