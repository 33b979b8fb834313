import { describe, expect, it } from 'vitest'
import {
  dateOfDay,
  dayOfDate,
  heldStudyDay,
  reachedDay,
  studyDay,
  studyDayStart,
  weekday,
} from '../../src/domain/time.ts'
import { seededRandom } from '../../src/domain/random.ts'

const HOUR = 3_600_000
const DAY = 86_400_000

/** Minutes east of UTC in a zone at a moment, as the browser knows it. */
function offsetIn(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const known = new Map<number, number>()
  return (at) => {
    const before = known.get(at)
    if (before !== undefined) return before
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    )
    const { year, month, day, hour, minute, second } = parts
    const local = Date.UTC(year!, month! - 1, day, hour, minute, second)
    const offset = Math.round((local - Math.floor(at / 1_000) * 1_000) / 60_000)
    known.set(at, offset)
    return offset
  }
}

describe('studyDay', () => {
  it.each([
    ['00:00 UTC, no rollover', 0, 0, 0, 0],
    ['03:59 with rollover at 4', Date.UTC(1970, 0, 2, 3, 59), 0, 4, 0],
    ['04:00 with rollover at 4', Date.UTC(1970, 0, 2, 4), 0, 4, 1],
    ['07:50 in Shanghai', Date.UTC(2026, 2, 1, 7 - 8, 50), 480, 4, 20_513],
    ['08:10 the same morning', Date.UTC(2026, 2, 1, 8 - 8, 10), 480, 4, 20_513],
    ['03:59 the next morning', Date.UTC(2026, 2, 2, 3 - 8, 59), 480, 4, 20_513],
    ['04:00 the next morning', Date.UTC(2026, 2, 2, 4 - 8), 480, 4, 20_514],
    ['03:59 in Kolkata', Date.UTC(2026, 2, 1, 22, 29), 330, 4, 20_513],
    ['before 1970', Date.UTC(1969, 11, 31, 12), -300, 4, -1],
  ])('%s', (_, at, offset, rollover, day) => {
    expect(studyDay(at, offset, rollover)).toBe(day)
  })

  it('starts at its start', () => {
    for (const offset of [480, 330, -300, 845, -720]) {
      for (const rollover of [0, 4, 23]) {
        const start = studyDayStart(20_513, offset, rollover)
        expect(studyDay(start, offset, rollover)).toBe(20_513)
        expect(studyDay(start - 1, offset, rollover)).toBe(20_512)
      }
    }
  })

  it.each([
    'Asia/Shanghai',
    'Asia/Kolkata',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Tehran',
  ])(
    'skips and repeats no day in %s, clock changes included, at any rollover hour',
    (zone) => {
      const offset = offsetIn(zone)
      const wrong: string[] = []
      // By quarters of an hour around every clock change, in steps of 5 h 45 min elsewhere.
      for (let rollover = 0; rollover < 24; rollover++) {
        let last: number | null = null
        let lastOffset: number | null = null
        for (let at = Date.UTC(2020, 9, 1); at < Date.UTC(2022, 0, 1); at += 5.75 * HOUR) {
          const now = offset(at)
          const from = lastOffset !== null && now !== lastOffset ? at - 5.75 * HOUR : at
          for (let fine = from; fine <= at; fine += 0.25 * HOUR) {
            const day = studyDay(fine, offset(fine), rollover)
            if (last !== null && (day < last || day > last + 1)) {
              wrong.push(`${new Date(fine).toISOString()} at rollover ${rollover}`)
            }
            last = day
          }
          lastOffset = now
        }
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )
})

describe('reachedDay', () => {
  /** The moments at which a zone's clocks change, found by halving. */
  function changesIn(offset: (at: number) => number): readonly number[] {
    const changes: number[] = []
    for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += DAY) {
      if (offset(at) === offset(at + DAY)) continue
      let [low, high] = [at, at + DAY]
      while (high - low > 60_000) {
        const middle = low + Math.floor((high - low) / 120_000) * 60_000
        if (offset(middle) === offset(at)) low = middle
        else high = middle
      }
      changes.push(high)
    }
    return changes
  }

  it.each(['Pacific/Chatham', 'Antarctica/Troll', 'Australia/Lord_Howe', 'Europe/Berlin'])(
    'falls back no day in %s when the clocks go back, at any rollover hour',
    (zone) => {
      const offset = offsetIn(zone)
      const changes = changesIn(offset)
      expect(changes).toHaveLength(4)
      const wrong: string[] = []
      for (const change of changes) {
        for (let rollover = 0; rollover < 24; rollover++) {
          let last: number | null = null
          for (let at = change - 26 * HOUR; at < change + 26 * HOUR; at += HOUR / 12) {
            const day = reachedDay(at, offset, rollover)
            const isRepeat = at >= change && at < change + 2 * HOUR
            const isOff = !isRepeat && day !== studyDay(at, offset(at), rollover)
            if (isOff || (last !== null && (day < last || day > last + 1)))
              wrong.push(`${new Date(at).toISOString()} at rollover ${rollover}`)
            last = day
          }
        }
      }
      expect(wrong).toEqual([])
    },
    60_000,
  )

  it('goes on with the day that had begun before 03:45 became 02:45 in the Chathams', () => {
    const offset = offsetIn('Pacific/Chatham')
    const change = Date.UTC(2026, 3, 4, 14)
    const [before, after] = [change - 60_000, change + 60_000]
    const day = studyDay(before, offset(before), 3)
    expect(studyDay(after, offset(after), 3)).toBe(day - 1)
    expect(reachedDay(after, offset, 3)).toBe(day)
    expect(reachedDay(change, offset, 3)).toBe(day)
  })
})

describe('heldStudyDay', () => {
  const here = (at: number, utcOffset: number) => ({ at, utcOffset })

  it('is the local study day at home', () => {
    const at = Date.UTC(2026, 2, 1, 9)
    expect(heldStudyDay(null, here(at, 480), 4)).toBe(20_513)
    expect(heldStudyDay(20_513, here(at, 480), 4)).toBe(20_513)
    expect(heldStudyDay(20_400, here(at, 480), 4)).toBe(20_513)
  })

  it('goes on with the day begun before a flight west, across the date line too', () => {
    const morning = Date.UTC(2026, 2, 1, 20) // 10:00 on 2 March on Kiribati
    const day = studyDay(morning, 840, 4)
    expect(heldStudyDay(day, here(morning + HOUR, -720), 4)).toBe(day)
    // On Baker Island it is still 1 March; the day goes on until 3 March starts there.
    expect(studyDay(morning + HOUR, -720, 4)).toBe(day - 1)
    expect(heldStudyDay(day, here(studyDayStart(day + 1, -720, 4) - 1, -720), 4)).toBe(day)
    expect(heldStudyDay(day, here(studyDayStart(day + 1, -720, 4), -720), 4)).toBe(day + 1)
  })

  it('goes on to the next day after a flight east', () => {
    const evening = Date.UTC(2026, 2, 2, 1) // 20:00 on 1 March in New York
    const day = studyDay(evening, -300, 4)
    expect(heldStudyDay(day, here(evening + 14 * HOUR, 480), 4)).toBe(day + 1)
  })

  it('does not believe a day that only a wrong clock explains', () => {
    const at = Date.UTC(2026, 2, 1, 9)
    expect(heldStudyDay(20_513 + 3, here(at, 480), 4)).toBe(20_513)
  })

  it('goes on when the clock is set back two days, until the clock has passed it', () => {
    const at = Date.UTC(2026, 2, 3, 9)
    const day = studyDay(at, 480, 4)
    for (const back of [1, 2]) expect(heldStudyDay(day, here(at - back * DAY, 480), 4)).toBe(day)
    expect(heldStudyDay(day, here(at + DAY, 480), 4)).toBe(day + 1)
  })

  it('never goes back and never grants more days than the clock has, on any journey', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed)
      const rollover = Math.floor(random() * 24)
      let at = Date.UTC(2026, 0, 1)
      let offset = 480
      let day: number | null = null
      const days = new Set<number>()
      const start = at
      for (let step = 0; step < 60; step++) {
        at += random() * 20 * HOUR
        if (random() < 0.4) offset = Math.round((random() * 26 - 12) * 4) * 15
        const next = heldStudyDay(day, here(at, offset), rollover)
        if (day !== null) expect(next).toBeGreaterThanOrEqual(day)
        day = next
        days.add(next)
      }
      expect(days.size).toBeLessThanOrEqual(Math.ceil((at - start) / DAY) + 3)
    }
  })
})

describe('dates', () => {
  it('go both ways', () => {
    expect(dateOfDay(20_512)).toBe('2026-02-28')
    expect(dayOfDate('2026-02-28')).toBe(20_512)
    expect(dayOfDate('2026-02-30')).toBeNaN()
    expect(dayOfDate('soon')).toBeNaN()
  })

  it('have weekdays, Sunday first', () => {
    expect(weekday(0)).toBe(4)
    expect(weekday(dayOfDate('2026-03-01'))).toBe(0)
    expect(weekday(-1)).toBe(3)
  })
})
