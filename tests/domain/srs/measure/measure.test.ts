import { describe, expect, it } from 'vitest'
import { FORECAST_DAYS, measure } from '../../../../src/domain/srs/measure/measure.ts'
import { replay } from '../../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { DAY, oneCardLog, START } from './oneCard.ts'

describe('measure', () => {
  const facts = [{ id: 'card', articles: ['A'], group: 'HSK 1' }]
  const now = { at: START + 32 * DAY + 1, day: 132 }
  const all = measure(replay(oneCardLog(), DEFAULT_SRS_SETTINGS), facts, now)

  it('takes every measure over every period', () => {
    expect(all.periods.today).toMatchObject({ answers: 1, introduced: 0, days: 1 })
    expect(all.periods.week).toMatchObject({ answers: 3, days: 2 })
    expect(all.periods.week.minutes).toBeCloseTo(0.3, 12)
    // Thirty days back from day 132: day 103 is the first.
    expect(all.periods.month).toMatchObject({ answers: 4, introduced: 0, days: 3 })
    expect(all.periods.all).toMatchObject({ answers: 6, introduced: 1, days: 4 })
    expect(all.periods.week.retention.all).toEqual({ recalled: 1, total: 2 })
    expect(all.periods.week.calibration.bins.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(all.periods.week.buttons.mature.again).toBe(1)
    expect(all.periods.year).toEqual(all.periods.all)
  })

  it('says how the cards stand and what is to come', () => {
    expect(all.cards).toBe(1)
    expect(all.recalledNow).toBe(1)
    expect(all.intervals).toEqual({ counts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0], median: 8 })
    expect(all.forecast.due).toHaveLength(FORECAST_DAYS)
    expect(all.forecast.due[8]).toBe(1)
    expect(all.streak).toBe(1)
    expect(all.articles).toHaveLength(1)
  })

  it('has room for a learner who did nothing yet', () => {
    const none = measure(replay([], DEFAULT_SRS_SETTINGS), facts, now)
    expect(none.periods.all).toMatchObject({ answers: 0, minutes: 0, days: 0 })
    expect(none.articles[0]).toMatchObject({ cards: 1, started: 0, mature: 0 })
    expect(none).toMatchObject({ cards: 0, recalledNow: 0, known: [], streak: 0 })
  })
})
