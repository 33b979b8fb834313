/**
 * Load balancing: of the days that fuzz allows, one that is not busy yet; fewer on easy days, none beside a sibling.
 *
 * The choice is made once, when the buttons are drawn, and written to the log with the answer.
 */
import { type CardState } from './entries.ts'
import { dateOfDay, weekday } from '../time.ts'
import { plainFuzz } from './fuzz.ts'
import type { IntervalChooser } from './fuzz.ts'
import type { SrsSettings } from './settings.ts'

/** How many cards are due on each study day. */
export interface DueLoad {
  on(day: number): number
}

/** The load that cards make by their due days; those suspended make none. */
export function dueLoad(states: Iterable<CardState>): DueLoad {
  const counts = new Map<number, number>()
  for (const { dueDay, suspended } of states) {
    if (dueDay !== null && !suspended) counts.set(dueDay, (counts.get(dueDay) ?? 0) + 1)
  }
  return { on: (day) => counts.get(day) ?? 0 }
}

/** The share of a usual day's reviews that the learner wants on a day, 0 … 1: by its date, else by its weekday. */
export function wantedShare(
  day: number,
  { easyDates, easyWeekdays }: Pick<SrsSettings, 'easyDates' | 'easyWeekdays'>,
): number {
  return easyDates[dateOfDay(day)] ?? easyWeekdays[weekday(day)] ?? 1
}

/** How sharply busy days are avoided. */
const AVERSION = 2
/** What is left of a day's chance when a sibling is due on it. */
const BESIDE_SIBLING = 1e-3

/**
 * Chooses a day with a chance that falls with the square of how busy it is for its share, and with the length of the
 * interval, so that on average memory is not strained; the card's own fraction decides, so the choice is stable.
 *
 * @param today the study day of the answer
 * @param siblingDays due days of other cards of the note
 */
export function balancedChoice(
  today: number,
  settings: SrsSettings,
  load: DueLoad,
  siblingDays: readonly number[] = [],
): IntervalChooser {
  return (low, high, fraction) => {
    const chances: number[] = []
    for (let days = low; days <= high; days++) {
      const day = today + days
      const share = wantedShare(day, settings)
      const busy = share > 0 ? 1 + load.on(day) / share : Infinity
      const beside = siblingDays.includes(day) ? BESIDE_SIBLING : 1
      chances.push((share * beside) / (Math.pow(busy, AVERSION) * days))
    }
    const total = chances.reduce((sum, chance) => sum + chance, 0)
    if (!(total > 0)) return plainFuzz(low, high, fraction)
    let left = fraction * total
    for (const [index, chance] of chances.entries()) {
      left -= chance
      if (left < 0) return low + index
    }
    return high
  }
}
