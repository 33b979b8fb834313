import type { CardEntry } from '../../../domain/srs/cardState.ts'
import type { Entry } from '../../../domain/srs/entries.ts'
import { inLogOrder } from '../../../domain/srs/history.ts'
import { replaying, type ReplayState } from '../../../domain/srs/replay.ts'
import { type SrsSettings, withModel } from '../../../domain/srs/settings.ts'
import type { Task } from '../../../domain/tasks.ts'

/** Where every card stands, and what led there: entries that count, in the log's order. */
export interface Histories {
  readonly state: ReplayState
  readonly entriesOf: (card: string) => readonly CardEntry[]
}

/** The histories of a log, under FSRS-6, which is what Anki has. Yields the share done. */
export function* historiesOf(entries: readonly Entry[], settings: SrsSettings): Task<Histories> {
  const known = settings.model === 'fsrs-6' ? settings : withModel(settings, 'fsrs-6')
  const state = yield* replaying(entries, known)
  const { histories, voided } = state.held
  return {
    state,
    entriesOf: (card) =>
      (histories.get(card)?.entries ?? []).filter(({ id }) => !voided.has(id)).toSorted(inLogOrder),
  }
}
