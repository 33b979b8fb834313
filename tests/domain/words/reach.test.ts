import { describe, expect, it } from 'vitest'
import { gainedSince, withReach } from '../../../src/domain/words/reach.ts'

const mark = (day: number, known = 0.5) => ({ day, known })

describe('how much of a text could be read', () => {
  it.each([
    ['the first', [], 10, [10]],
    ['of the day before', [9], 10, [9, 10]],
    ['of that day, which stays as the day began', [9, 10], 10, [9, 10]],
    ['of six days ago', [4], 10, [4, 10]],
    ['of seven days ago, which is forgotten', [3, 5], 10, [5, 10]],
    ['of days to come, after a clock was set right', [400], 10, [10]],
  ])('is marked beside %s', (_what, days, today, left) => {
    const marks = withReach(
      days.map((day) => mark(day)),
      mark(today, 0.9),
    )
    expect(marks.map(({ day }) => day)).toEqual(left)
    expect(marks.at(-1)?.known).toBe(days.includes(today) ? 0.5 : 0.9)
  })

  it('is the same list when nothing is new', () => {
    const marks = [mark(10)]
    expect(withReach(marks, mark(10, 0.9))).toBe(marks)
  })

  it('grew since the earliest mark, or shrank', () => {
    expect(gainedSince([mark(8, 0.5), mark(9, 0.7)], 0.6)).toBeCloseTo(0.1)
    expect(gainedSince([mark(8, 0.5)], 0.4)).toBeCloseTo(-0.1)
    expect(gainedSince([], 0.4)).toBe(0)
  })
})
