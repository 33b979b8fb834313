import type { Verdict } from '../../../domain/cards/judge/verdict.ts'

/** What comes out of a task: an answer with what is to be thought of it, or that it cannot be done now. */
export type TaskEmits = {
  answer: [verdict: Verdict]
  later: []
}

/** What the keyboard does in a task that has something to choose. */
export interface TaskKeys {
  /** Chooses the so manieth, from 0. */
  pick?(at: number): void
  /** Takes the last choice back. */
  back?(): void
}
