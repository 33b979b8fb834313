import { DAY_SECONDS } from '../time.ts'

/** At most so many learning steps, each from a second to {@link MOST_STEP_MINUTES}. */
export const MOST_STEPS = 10
export const MOST_STEP_MINUTES = 30 * 24 * 60

/** Seconds until a card in learning comes back, per button; null: there is no such step, the memory model decides. */
export interface StepDelays {
  readonly again: number | null
  readonly hard: number | null
  /** null graduates the card. */
  readonly good: number | null
}

/**
 * Delays of a card within its (re)learning steps. Again starts over, hard repeats the step, good goes on.
 *
 * On the first step hard would equal again, so it is the mean of the first and second step there; with a single step it is
 * half as long again, at most a day more. Delays above a day are whole days.
 *
 * @param stepsMinutes the learner's steps
 * @param remaining steps still to do, the current one included: `steps.length` on the first, 1 on the last. A card whose
 *   steps were shortened meanwhile stands on the first, one that has none left on the last.
 */
export function stepDelays(stepsMinutes: readonly number[], remaining: number): StepDelays {
  const steps = stepsMinutes.map((minutes) => Math.floor(minutes * 60))
  const first = steps[0]
  if (first === undefined) return { again: null, hard: null, good: null }
  const index = Math.min(Math.max(0, steps.length - remaining), steps.length - 1)
  return {
    again: first,
    hard: index === 0 ? hardOnFirst(first, steps[1]) : steps[index]!,
    good: steps[index + 1] ?? null,
  }
}

function hardOnFirst(first: number, second: number | undefined): number {
  const delay =
    second === undefined
      ? Math.min(Math.floor(first * 1.5), first + DAY_SECONDS)
      : Math.floor((first + second) / 2)
  return delay > DAY_SECONDS ? Math.round(delay / DAY_SECONDS) * DAY_SECONDS : delay
}
