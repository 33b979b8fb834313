import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../../../../src/domain/srs/cardState.ts'
import {
  buttons,
  calendar,
  forecast,
  meanTookMs,
  streak,
  timeByDay,
  timeByMonth,
} from '../../../../src/domain/srs/measure/workload.ts'
import { answer } from '../devices.ts'
import { answered, START } from './oneCard.ts'

describe('forecast', () => {
  it('counts cards by the day they are due, apart from the backlog', () => {
    const due = (dueDay: number | null, rest = {}) => ({ ...NEW_CARD, dueDay, ...rest })
    const states = [
      due(95),
      due(100),
      due(102),
      due(102),
      due(110),
      due(101, { suspended: true }),
      due(null, { dueAt: START }),
      due(null),
    ]
    expect(forecast(states, 100, 5)).toEqual({ due: [2, 0, 2, 0, 0], overdue: 1 })
  })
})

describe('calendar', () => {
  it('adds up what was done on each day', () => {
    expect(calendar(answered())).toEqual(
      new Map([
        [100, { answers: 2, minutes: 0.2, introduced: 1 }],
        [103, { answers: 1, minutes: 0.1, introduced: 0 }],
        [130, { answers: 2, minutes: 0.2, introduced: 0 }],
        [132, { answers: 1, minutes: 0.1, introduced: 0 }],
      ]),
    )
  })
})

describe('timeByDay', () => {
  it('has every day up to today, also those without an answer', () => {
    const days = calendar(answered())
    expect(timeByDay(days, 132, 3)).toEqual([
      { from: 130, minutes: 0.2, answers: 2 },
      { from: 131, minutes: 0, answers: 0 },
      { from: 132, minutes: 0.1, answers: 1 },
    ])
  })
})

describe('timeByMonth', () => {
  const one = { answers: 1, minutes: 2, introduced: 0 }

  it('adds up calendar months from the first answer on', () => {
    // Days 0, 30, 31 and 59 since 1970: 1 and 31 January, 1 February, 1 March.
    const days = new Map([0, 30, 31, 59].map((day) => [day, one]))
    expect(timeByMonth(days, 100)).toEqual([
      { from: 0, minutes: 4, answers: 2 },
      { from: 31, minutes: 2, answers: 1 },
      { from: 59, minutes: 2, answers: 1 },
      { from: 90, minutes: 0, answers: 0 },
    ])
  })

  it('begins in the middle of a month when the learner did', () => {
    expect(timeByMonth(new Map([[20, one]]), 31).map(({ from }) => from)).toEqual([20, 31])
    expect(timeByMonth(new Map(), 45)).toEqual([{ from: 45, minutes: 0, answers: 0 }])
  })
})

describe('streak', () => {
  const days = (...all: number[]) => new Map(all.map((day) => [day, true]))

  it.each([
    [days(98, 99, 100), 3],
    // Today is not over.
    [days(97, 98, 99), 3],
    [days(96, 97, 98), 0],
    [days(96, 97, 99, 100), 2],
    [days(), 0],
  ])('of %o on day 100 is %i', (studied, length) => {
    expect(streak(studied, 100)).toBe(length)
  })
})

describe('buttons', () => {
  it('are counted by the stage of the card', () => {
    expect(buttons(answered())).toEqual({
      learning: { again: 1, hard: 0, good: 2, easy: 0 },
      young: { again: 0, hard: 0, good: 2, easy: 0 },
      mature: { again: 1, hard: 0, good: 0, easy: 0 },
    })
  })
})

describe('meanTookMs', () => {
  it('is the mean of the latest answers', () => {
    const took = (tookMs: number) => answer({ id: `${tookMs}`, tookMs })
    expect(meanTookMs([])).toBeNull()
    expect(meanTookMs([took(9), took(1), took(5)])).toBe(5)
    expect(meanTookMs([took(60_000), took(1), took(3)], 2)).toBe(2)
  })
})
