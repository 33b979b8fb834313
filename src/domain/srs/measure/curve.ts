/** What one card went through, and how its memory fades. */
import { DAY_MS } from '../../time.ts'
import { wallOf } from '../entries.ts'
import type { CardEntry } from '../cardState.ts'
import { memoryModel } from '../models.ts'
import type { ReplayState } from '../replay.ts'
import type { SrsSettings } from '../settings.ts'
import { answeredIn } from './answered.ts'
import type { Answered } from './answered.ts'

/** Something that happened to a card; `answered` for its answers. */
export interface CardEvent {
  readonly entry: CardEntry
  readonly answered: Answered | null
}

/** Everything that happened to a card and counts, oldest first. */
export function storyOf(state: ReplayState, card: string): CardEvent[] {
  const byId = new Map(answeredIn(state).map((one) => [one.answer.id, one]))
  const entries = state.held.histories.get(card)?.entries ?? []
  return entries
    .filter(({ id }) => !state.held.voided.has(id))
    .map((entry) => ({ entry, answered: byId.get(entry.id) ?? null }))
}

/** A point of a forgetting curve. */
export interface Recall {
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  /** Chance of recall, 0 … 1. */
  readonly recall: number
}

/**
 * The chance of recall of a card from its first answer to `until`, at even distances: falling after each answer, back at
 * 1 with the next.
 *
 * Time is continuous here, also for the model that counts in whole days, so that a curve can be seen.
 *
 * @param answered the card's own answers, oldest first
 * @param until ms; after the first answer
 */
export function forgettingCurve(
  answered: readonly Answered[],
  settings: SrsSettings,
  until: number,
  count = 80,
): Recall[] {
  const model = memoryModel(settings.model)
  if (answered.length === 0) return []
  const first = wallOf(answered[0]!.answer)
  if (until <= first) return []
  return Array.from({ length: count }, (_, point) => {
    const at = first + ((until - first) * point) / (count - 1)
    const { answer, after } = answered.findLast((one) => wallOf(one.answer) <= at) ?? answered[0]!
    const days = (at - wallOf(answer)) / DAY_MS
    const { memory } = after
    const recall = memory === null || days === 0 ? 1 : model.recall(memory, days, settings.weights)
    return { at, recall }
  })
}
