/** What the cards' memories are like now. */
import { type CardState } from '../entries.ts'
import { memoryModel } from '../models.ts'
import { elapsedSince } from '../schedule.ts'
import type { SrsSettings } from '../settings.ts'

export interface Memories {
  readonly intervals: number[]
  readonly stabilities: number[]
  readonly difficulties: number[]
  readonly recalls: number[]
}

/** Interval in days, stability (days until 90 %), difficulty and chance of recall today, of every card in review. */
export function memoriesOf(
  states: Iterable<CardState>,
  settings: SrsSettings,
  at: number,
  today: number,
): Memories {
  const model = memoryModel(settings.model)
  const result: Memories = { intervals: [], stabilities: [], difficulties: [], recalls: [] }
  for (const state of states) {
    const { memory, phase, dueDay, lastDay } = state
    if (memory === null || phase !== 'review') continue
    if (dueDay !== null && lastDay !== null) result.intervals.push(dueDay - lastDay)
    result.stabilities.push(model.intervalDays(memory, 0.9, settings.weights))
    result.difficulties.push(memory.difficulty)
    const elapsed = elapsedSince(state, at, today, model.wholeDays)
    result.recalls.push(model.recall(memory, elapsed, settings.weights))
  }
  return result
}

/** How many values fall into each range from one bound to the next; the last range is open. Values below are left out. */
export function histogram(values: Iterable<number>, bounds: readonly number[]): number[] {
  const counts = bounds.map(() => 0)
  for (const value of values) {
    const at = bounds.findLastIndex((bound) => bound <= value)
    if (at >= 0) counts[at]! += 1
  }
  return counts
}

/** The value in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
