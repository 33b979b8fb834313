/** Every answer of a log with the card's state before and after it: what all other measures are taken from. */
import { type Answer, type CardState, wallOf } from '../entries.ts'
import { afterEntry } from '../cardState.ts'
import type { ReplayCard } from '../cardState.ts'
import { memoryModel } from '../models.ts'
import type { ReplayState } from '../replay.ts'
import { elapsedSince } from '../schedule.ts'

/** An answer with the card's state on both sides of it. */
export interface Answered {
  readonly answer: Answer
  readonly before: ReplayCard
  readonly after: ReplayCard
  /** Chance of recall the model gave it; null for a first answer and for a second one on the same day. */
  readonly predicted: number | null
}

/** Reviews of intervals this long, in days, count as mature. */
export const MATURE_DAYS = 21

/** Whether a card waits, or waited until its answer, three weeks or more. */
export function isMature({ dueDay, lastDay }: CardState): boolean {
  return dueDay !== null && lastDay !== null && dueDay - lastDay >= MATURE_DAYS
}

/**
 * All answers that count, oldest first. Predictions are by the weights in force now, not by those of that day.
 *
 * @param state one that holds the whole log, made by `replay`
 * @throws RangeError when the state goes on from an image
 */
export function answeredIn(state: ReplayState): Answered[] {
  const { held, settings } = state
  if (held.resumed) throw new RangeError('a state from an image does not hold the log')
  const model = memoryModel(settings.model)
  const answered: Answered[] = []
  for (const { base, entries } of held.histories.values()) {
    let before = base
    for (const entry of entries) {
      if (held.voided.has(entry.id)) continue
      const after = afterEntry(before, entry, settings)
      if (entry.type === 'answer') {
        const elapsed = elapsedSince(before, wallOf(entry), entry.studyDay, model.wholeDays)
        const scored =
          before.memory !== null && before.lastDay !== null && before.lastDay < entry.studyDay
        const predicted =
          scored && before.memory !== null
            ? model.recall(before.memory, elapsed, settings.weights)
            : null
        answered.push({ answer: entry, before, after, predicted })
      }
      before = after
    }
  }
  return answered.sort((a, b) => a.answer.at - b.answer.at || (a.answer.id < b.answer.id ? -1 : 1))
}
