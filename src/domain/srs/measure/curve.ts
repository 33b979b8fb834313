/** What one card went through, and how its memory fades. */
import type { Memory } from '../../model.ts'
import { DAY_MS } from '../../time.ts'
import { memoryModel } from '../models.ts'
import type { SrsSettings } from '../settings.ts'
import type { Answered } from './answered.ts'

/** A point of a forgetting curve. */
export interface Recall {
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  /** Chance of recall, 0 … 1. */
  readonly recall: number
}

/** Points between two answers, and from the last one on. */
const POINTS = 24

/**
 * The chance of recall of a card from its first answer to `until`: falling after each answer, back at 1 with the next.
 *
 * Time is continuous here, also for the model that counts in whole days, so that a curve can be seen.
 *
 * @param answered the card's own answers, oldest first
 * @param until ms; nothing is drawn beyond
 */
export function forgettingCurve(
  answered: readonly Answered[],
  settings: SrsSettings,
  until: number,
): Recall[] {
  const model = memoryModel(settings.model)
  const points: Recall[] = []
  for (const [index, { answer, after }] of answered.entries()) {
    const { memory } = after
    const end = Math.min(until, answered[index + 1]?.answer.at ?? until)
    if (memory === null || end <= answer.at) continue
    const days = (end - answer.at) / DAY_MS
    for (let point = 0; point <= POINTS; point++) {
      const elapsed = (days * point) / POINTS
      const recall = recallAfter(memory, elapsed)
      points.push({ at: answer.at + elapsed * DAY_MS, recall })
    }
  }
  return points

  function recallAfter(memory: Memory, days: number): number {
    return days === 0 ? 1 : model.recall(memory, days, settings.weights)
  }
}
