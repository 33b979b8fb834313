/** Words that came to be known, and fell short again. */
import type { Memory } from '../../model.ts'
import { lasts, memoryModel } from '../models.ts'
import type { SrsSettings } from '../settings.ts'
import { MATURE_DAYS } from './answered.ts'
import type { Answered } from './answered.ts'

/** How many cards were known at the end of a study day, by group. */
export interface KnownOnDay {
  readonly day: number
  readonly known: Readonly<Record<string, number>>
}

/**
 * How many cards were known at the end of each study day on which that changed, by group.
 *
 * A card is known while its memory lasts three weeks: after so long the chance of recall is still 90 %.
 *
 * @param groupOf the group a card counts in, such as an HSK level; null for cards that do not count
 */
export function knownOverTime(
  answered: Iterable<Answered>,
  settings: SrsSettings,
  groupOf: (card: string) => string | null,
): KnownOnDay[] {
  const model = memoryModel(settings.model)
  const isKnown = (memory: Memory | null) =>
    memory !== null && lasts(model, memory, MATURE_DAYS, settings.weights)
  const known = new Set<string>()
  const counts = new Map<string, number>()
  const days: KnownOnDay[] = []
  for (const { answer, after } of answered) {
    const { card, studyDay } = answer
    const knows = isKnown(after.memory)
    if (knows === known.has(card)) continue
    const group = groupOf(card)
    if (group === null) continue
    if (knows) known.add(card)
    else known.delete(card)
    counts.set(group, (counts.get(group) ?? 0) + (knows ? 1 : -1))
    if (days.at(-1)?.day === studyDay) days.pop()
    days.push({ day: studyDay, known: Object.fromEntries(counts) })
  }
  return days
}

/** What was known at the end of each of these days, ascending: what changed last before holds. */
export function knownOn(
  changes: readonly KnownOnDay[],
  days: readonly number[],
): Readonly<Record<string, number>>[] {
  let at = 0
  let known: Readonly<Record<string, number>> = {}
  return days.map((day) => {
    for (; at < changes.length && changes[at]!.day <= day; at++) known = changes[at]!.known
    return known
  })
}
