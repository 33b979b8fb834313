/** Days and milliseconds, and the study day: the learner's local day, which starts at the rollover hour. */

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
export const DAY_SECONDS = 86_400

/** A moment where the learner is: `at` in ms since 1970 UTC, `utcOffset` in minutes east of UTC. */
export interface Moment {
  readonly at: number
  readonly utcOffset: number
  /** The study day, when it is held back by travel ({@link heldStudyDay}); else it follows from the clock. */
  readonly day?: number
}

/**
 * Whole local days since 1970-01-01, each day starting at `rolloverHour` local time.
 *
 * The offset is the one in force at that moment, so a zone's days are 23, 24 or 25 hours long when its clocks change. None
 * is skipped, but where clocks go back over the rollover a day can come twice: see {@link reachedDay}.
 *
 * @param at milliseconds since 1970 UTC
 * @param utcOffsetMinutes minutes **east** of UTC (Shanghai 480, New York −300 or −240)
 * @param rolloverHour local hour, 0 … 23, at which a new study day starts
 */
export function studyDay(at: number, utcOffsetMinutes: number, rolloverHour: number): number {
  return Math.floor((at + utcOffsetMinutes * MINUTE_MS - rolloverHour * HOUR_MS) / DAY_MS)
}

/** The moment, in ms, at which a study day starts under a fixed offset: the least `at` with that {@link studyDay}. */
export function studyDayStart(day: number, utcOffsetMinutes: number, rolloverHour: number): number {
  return day * DAY_MS + rolloverHour * HOUR_MS - utcOffsetMinutes * MINUTE_MS
}

/** Clocks go back by two hours at most (Antarctica/Troll). */
const LONGEST_REPEAT = 2 * HOUR_MS

/**
 * The latest study day that has begun in a zone: the one of the moment, unless clocks went back over the rollover a moment
 * ago (03:45 → 02:45 in the Chathams, rollover at 3). The day that had begun by then goes on.
 *
 * @param offsetAt minutes east of UTC at a moment, in the zone where the learner is
 */
export function reachedDay(
  at: number,
  offsetAt: (at: number) => number,
  rolloverHour: number,
): number {
  const day = studyDay(at, offsetAt(at), rolloverHour)
  let before = at - LONGEST_REPEAT
  const offset = offsetAt(before)
  if (offset <= offsetAt(at)) return day
  // The last moment before the clocks went back.
  for (let after = at; after - before > 1;) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle) === offset) before = middle
    else after = middle
  }
  return Math.max(day, studyDay(before, offset, rolloverHour))
}

/** Zones span UTC−12 … UTC+14: one moment carries at most three dates, so a traveller's day falls back by two at most. */
const LONGEST_FALL_BACK = 2

/**
 * The study day to use when the learner last studied on `lastDay` (null: never).
 *
 * Flying west the local day comes round again. It is then held: the day already begun goes on until the local day
 * passes it, so that no day's allowance of new cards is granted twice and no interval is negative. The same goes for a
 * clock that was set back as far. A last day further ahead than any journey explains comes from a wrong clock and is not
 * believed: it might hold the day for a year. What was done on the day it is now counts then, whenever that was.
 */
export function heldStudyDay(lastDay: number | null, moment: Moment, rolloverHour: number): number {
  const day = moment.day ?? studyDay(moment.at, moment.utcOffset, rolloverHour)
  if (lastDay === null || lastDay <= day || lastDay - day > LONGEST_FALL_BACK) return day
  return lastDay
}

/** The study day of a moment: the held one when it names one. */
export function studyDayOf(moment: Moment, rolloverHour: number): number {
  return moment.day ?? studyDay(moment.at, moment.utcOffset, rolloverHour)
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** The calendar date of a study day, `2026-02-28`. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** The study day of a calendar date `2026-02-28`; NaN when it is not one. */
export function dayOfDate(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) || dateOfDay(at / DAY_MS) !== date ? Number.NaN : at / DAY_MS
}
