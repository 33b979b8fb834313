import { NEW_CARD } from '../cardState.ts'
import { type QueueCard, rowOf, type Spot } from './notes.ts'
import type { QueueInput } from './survey.ts'

/** What came today, and what is shown with it: siblings of a card are those of its note, and those that show the same sentence. */
export interface Taken {
  readonly notes: Set<string>
  /** By article. */
  readonly spots: Map<string, Spot[]>
}

export const nothingTaken = (): Taken => ({ notes: new Set(), spots: new Map() })

export const copyOfTaken = ({ notes, spots }: Taken): Taken => ({
  notes: new Set(notes),
  spots: new Map([...spots].map(([article, met]) => [article, [...met]])),
})

/** What a card showed when it was answered today, else what it would show now. */
function spotOf({ notes, states }: QueueInput, card: QueueCard, day: number): Spot | null {
  const slot = notes.slotOf(card.id)
  if (slot < 0) return null
  const { reps, lastDay } = states.get(card.id) ?? NEW_CARD
  return notes.spotAt(rowOf(slot), lastDay === day ? Math.max(0, reps - 1) : reps)
}

/** Whether a sibling of a card has come. */
export function isTaken(taken: Taken, input: QueueInput, card: QueueCard, day: number): boolean {
  if (taken.notes.has(card.note)) return true
  if (taken.spots.size === 0) return false
  const spot = spotOf(input, card, day)
  if (spot === null) return false
  const met = taken.spots.get(spot.article) ?? []
  return met.some(({ text, from, to }) => text === spot.text && from < spot.to && spot.from < to)
}

export function take(taken: Taken, input: QueueInput, card: QueueCard, day: number): void {
  taken.notes.add(card.note)
  const spot = spotOf(input, card, day)
  if (spot === null) return
  const met = taken.spots.get(spot.article)
  if (met === undefined) taken.spots.set(spot.article, [spot])
  else met.push(spot)
}
