/** One card's state, and what an entry of the log does to it. */
import { type Answer, type CardState, type Entry, wallOf } from './entries.ts'
import { memoryModel } from './models.ts'
import { choiceOf, elapsedSince } from './schedule.ts'
import type { SrsSettings } from './settings.ts'

/** A card's state with what replay and the day's limits need besides. */
export interface ReplayCard extends CardState {
  readonly lastAt: number | null
  /** Study day on which it was first answered (again after a reset). */
  readonly introducedDay: number | null
  /** Study day of its last answer given in review. */
  readonly reviewedDay: number | null
  /** `at` of the entry `last`; −Infinity before the first. */
  readonly lastEntryAt: number
}

/** Entries that speak of one card. */
export type CardEntry = Extract<Entry, { readonly card: string }>

/** A card nothing has happened to yet. */
export const NEW_CARD: ReplayCard = {
  phase: 'new',
  remaining: 0,
  memory: null,
  lastDay: null,
  lastAt: null,
  dueAt: null,
  dueDay: null,
  reps: 0,
  lapses: 0,
  suspended: false,
  buriedUntilDay: null,
  flag: 0,
  last: null,
  introducedDay: null,
  reviewedDay: null,
  lastEntryAt: -Infinity,
}

/** The card's state after an entry; entries must come in the log's order, voided ones left out. */
export function afterEntry(state: ReplayCard, entry: CardEntry, settings: SrsSettings): ReplayCard {
  switch (entry.type) {
    case 'answer':
      return afterAnswer(state, entry, settings)
    case 'reset':
      return {
        ...NEW_CARD,
        suspended: state.suspended,
        buriedUntilDay: state.buriedUntilDay,
        flag: state.flag,
        last: entry.id,
        lastEntryAt: entry.at,
      }
    case 'setDue':
      return {
        ...since(state, entry),
        phase: 'review',
        remaining: 0,
        dueAt: null,
        dueDay: entry.dueDay,
      }
    case 'suspend':
    case 'unsuspend':
      return { ...since(state, entry), suspended: entry.type === 'suspend' }
    case 'bury':
      return { ...since(state, entry), buriedUntilDay: entry.untilDay }
    case 'unbury':
      return { ...since(state, entry), buriedUntilDay: null }
    case 'flag':
      return { ...since(state, entry), flag: entry.flag }
  }
}

function since(state: ReplayCard, entry: CardEntry): ReplayCard {
  return { ...state, last: entry.id, lastEntryAt: entry.at }
}

/**
 * The memory always follows from the whole history and the weights in force. When the card comes back is what the answer
 * chose, provided it was chosen from this very state; if another device answered in between, it is worked out anew.
 */
function afterAnswer(state: ReplayCard, answer: Answer, settings: SrsSettings): ReplayCard {
  const model = memoryModel(settings.model)
  const wasReview = state.phase === 'review'
  const outcome = ownChoice(state, answer) ?? workedOut(state, answer, settings)
  const elapsedDays = elapsedSince(state, wallOf(answer), answer.studyDay, model.wholeDays)
  return {
    phase: outcome.phase,
    remaining: outcome.remaining,
    memory: model.next(state.memory, elapsedDays, answer.rating, settings.weights),
    lastDay: answer.studyDay,
    lastAt: wallOf(answer),
    dueAt: outcome.dueAt,
    dueDay: outcome.dueDay,
    reps: state.reps + 1,
    lapses: state.lapses + (wasReview && answer.rating === 'again' ? 1 : 0),
    suspended: state.suspended,
    buriedUntilDay: state.buriedUntilDay,
    flag: state.flag,
    last: answer.id,
    introducedDay: state.introducedDay ?? answer.studyDay,
    reviewedDay: wasReview ? answer.studyDay : state.reviewedDay,
    lastEntryAt: answer.at,
  }
}

type Outcome = Pick<Answer, 'phase' | 'remaining' | 'dueAt' | 'dueDay'>

function ownChoice(state: ReplayCard, answer: Answer): Outcome | null {
  const complete = (answer.dueAt === null) !== (answer.dueDay === null)
  return complete && answer.previous === state.last ? answer : null
}

function workedOut(state: ReplayCard, answer: Answer, settings: SrsSettings): Outcome {
  const at = { at: wallOf(answer), utcOffset: answer.utcOffset, day: answer.studyDay }
  const then = { ...settings, rolloverHour: answer.rolloverHour }
  return choiceOf(answer.rating, state, at, then, answer.card)
}
