import { describe, expect, it } from 'vitest'
import { balancedChoice, dueLoad, wantedShare } from '../../../src/domain/srs/balance.ts'
import type { DueLoad } from '../../../src/domain/srs/balance.ts'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import { fuzzBounds, fuzzFraction, plainFuzz } from '../../../src/domain/srs/fuzz.ts'
import type { IntervalChooser } from '../../../src/domain/srs/fuzz.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import type { SrsSettings } from '../../../src/domain/srs/settings.ts'
import { dayOfDate, weekday } from '../../../src/domain/time.ts'
import { seededRandom } from '../../../src/domain/random.ts'

const settings = DEFAULT_SRS_SETTINGS
const monday = dayOfDate('2026-03-02')

/** Schedules some cards a day for a year, and gives what is due on each day of the last half of it. */
function year(chooser: (today: number, load: DueLoad) => IntervalChooser): {
  counts: number[]
  days: number[]
  meanDays: number
} {
  const random = seededRandom(5)
  const due = new Map<number, number>()
  const load: DueLoad = { on: (day) => due.get(day) ?? 0 }
  let sum = 0
  let cards = 0
  for (let today = monday; today < monday + 365; today++) {
    // Busier on some days, as learners are.
    const amount = random() < 0.2 ? 90 : 30
    for (let card = 0; card < amount; card++) {
      const exact = Math.exp(1 + random() * 3)
      const [low, high] = fuzzBounds(exact, 1, 36_500)
      const fraction = fuzzFraction(`${today}:${card}`, 1)
      const interval = low === high ? low : chooser(today, load)(low, high, fraction)
      expect(interval).toBeGreaterThanOrEqual(low)
      expect(interval).toBeLessThanOrEqual(high)
      due.set(today + interval, load.on(today + interval) + 1)
      sum += interval
      cards += 1
    }
  }
  const days = Array.from({ length: 180 }, (_, at) => monday + 180 + at)
  return { counts: days.map((day) => load.on(day)), days, meanDays: sum / cards }
}

function spread(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length)
}

describe('balancedChoice', () => {
  it('makes the days more alike than plain fuzz, and intervals hardly shorter', () => {
    const plain = year(() => plainFuzz)
    const balanced = year((today, load) => balancedChoice(today, settings, load))
    expect(spread(balanced.counts)).toBeLessThan(0.75 * spread(plain.counts))
    expect(balanced.meanDays).toBeGreaterThan(0.97 * plain.meanDays)
    expect(balanced.meanDays).toBeLessThan(1.03 * plain.meanDays)
  })

  it('takes a shorter interval a little rather where all days are free', () => {
    const choose = balancedChoice(monday, settings, dueLoad([]))
    const chosen = Array.from({ length: 1_000 }, (_, at) => choose(4, 8, at / 1_000))
    // Chances are as 1/4, 1/5, … 1/8.
    const counts = [4, 5, 6, 7, 8].map((days) => chosen.filter((day) => day === days).length)
    expect(counts).toEqual([283, 226, 189, 161, 141])
  })

  it('leaves easy weekdays their share', () => {
    const easy: SrsSettings = { ...settings, easyWeekdays: [0.5, 1, 1, 1, 1, 1, 0] }
    const { counts, days } = year((today, load) => balancedChoice(today, easy, load))
    const mean = (wanted: (day: number) => boolean) => {
      const picked = counts.filter((_, at) => wanted(days[at]!))
      return picked.reduce((sum, count) => sum + count, 0) / picked.length
    }
    const usual = mean((day) => weekday(day) >= 1 && weekday(day) <= 5)
    expect(mean((day) => weekday(day) === 6) / usual).toBeLessThan(0.35)
    expect(mean((day) => weekday(day) === 0) / usual).toBeGreaterThan(0.4)
    expect(mean((day) => weekday(day) === 0) / usual).toBeLessThan(0.8)
  })

  it('keeps siblings on different days', () => {
    const load = dueLoad([])
    const choose = balancedChoice(monday, settings, load, [monday + 5, monday + 6])
    const chosen = Array.from({ length: 500 }, (_, at) => choose(4, 8, at / 500))
    expect(chosen.filter((days) => days === 5 || days === 6).length).toBeLessThanOrEqual(2)
    expect(new Set(chosen).size).toBeGreaterThanOrEqual(3)
  })

  it('falls back on plain fuzz where no day is wanted', () => {
    const off: SrsSettings = { ...settings, easyWeekdays: [0, 0, 0, 0, 0, 0, 0] }
    const choose = balancedChoice(monday, off, dueLoad([]))
    for (const fraction of [0, 0.3, 0.99]) {
      expect(choose(4, 8, fraction)).toBe(plainFuzz(4, 8, fraction))
    }
  })

  it('chooses the same for the same load', () => {
    const load = dueLoad([{ ...NEW_CARD, phase: 'review', dueDay: monday + 5 }])
    const choose = balancedChoice(monday, settings, load)
    expect(choose(4, 8, 0.4)).toBe(choose(4, 8, 0.4))
  })
})

describe('wantedShare', () => {
  it('goes by the date before the weekday: an adjusted holiday', () => {
    const easy: SrsSettings = {
      ...settings,
      easyWeekdays: [0.5, 1, 1, 1, 1, 1, 0.5],
      easyDates: { '2026-10-01': 0, '2026-10-10': 1 },
    }
    expect(wantedShare(dayOfDate('2026-10-01'), easy)).toBe(0)
    expect(wantedShare(dayOfDate('2026-10-10'), easy)).toBe(1) // a Saturday at work
    expect(wantedShare(dayOfDate('2026-10-11'), easy)).toBe(0.5)
    expect(wantedShare(dayOfDate('2026-10-12'), easy)).toBe(1)
  })
})

describe('dueLoad', () => {
  it('counts what is due and not suspended', () => {
    const load = dueLoad([
      { ...NEW_CARD, dueDay: 7 },
      { ...NEW_CARD, dueDay: 7, suspended: true },
      NEW_CARD,
    ])
    expect([load.on(7), load.on(9)]).toEqual([1, 0])
  })
})
