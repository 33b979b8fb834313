import type { Answer } from '../../../domain/srs/entries.ts'
import { wallOf } from '../../../domain/srs/entries.ts'
import { afterEntry, NEW_CARD, type ReplayCard } from '../../../domain/srs/cardState.ts'
import type { CardEntry } from '../../../domain/srs/cardState.ts'
import { GRADES } from '../../../domain/srs/memory.ts'
import type { SrsSettings } from '../../../domain/srs/settings.ts'
import type { Phase } from '../../../domain/model.ts'
import type { Beginning } from './collection.ts'

/** A card's row, without the numbers of itself, its note and its deck. */
export interface CardRow {
  readonly type: number
  readonly queue: number
  readonly due: number
  readonly ivl: number
  readonly factor: number
  readonly reps: number
  readonly lapses: number
  readonly left: number
  readonly flags: number
  readonly data: string
}

/** A row of Anki's review log, without the number of its card; `at` becomes its own number. */
export interface LogRow {
  readonly at: number
  readonly ease: number
  readonly ivl: number
  readonly lastIvl: number
  readonly factor: number
  readonly time: number
  readonly type: number
}

const DAY = 86_400
const TYPES: Readonly<Record<Phase, number>> = { new: 0, learning: 1, review: 2, relearning: 3 }
/** What an answer was given in: learning 0, review 1, relearning 2; what no answer gave is 4. */
const ASKED: Readonly<Record<Phase, number>> = { new: 0, learning: 0, review: 1, relearning: 2 }
const BY_HAND = 4
const SUSPENDED = -1
/** Anki's factor of a card that FSRS schedules. */
const FACTOR = 2500
const LONGEST_MS = 60_000

/** Where a card stands, as Anki has it. */
export function cardRow(
  card: ReplayCard,
  position: number,
  { day }: Beginning,
  { desiredRetention, weights }: SrsSettings,
): CardRow {
  const { phase, memory, dueAt, dueDay, lastAt, suspended, flag } = card
  const rest = { reps: card.reps, lapses: card.lapses, flags: flag & 7 }
  if (phase === 'new') {
    const queue = suspended ? SUSPENDED : 0
    return { type: 0, queue, due: position, ivl: 0, factor: 0, left: 0, data: '{}', ...rest }
  }
  const data =
    memory === null
      ? {}
      : {
          s: rounded(memory.stability, 4),
          d: rounded(memory.difficulty, 3),
          dr: desiredRetention,
          decay: weights[20] ?? 0.1542,
          ...(lastAt === null ? {} : { lrt: Math.floor(lastAt / 1000) }),
        }
  const isStep = phase !== 'review' && dueAt !== null
  const learnt = phase === 'review' ? 2 : isStep ? 1 : 3
  const due = isStep ? Math.floor(dueAt / 1000) : (dueDay ?? day) - day
  return {
    type: TYPES[phase],
    queue: suspended ? SUSPENDED : learnt,
    due,
    ivl: phase === 'learning' ? 0 : intervalOf(card),
    factor: phase === 'learning' ? 0 : FACTOR,
    left: phase === 'review' ? 0 : Math.max(1, card.remaining) * 1001,
    data: JSON.stringify(data),
    ...rest,
  }
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Days from the last answer to the day it is due; of one that is learnt anew the shortest there is. */
const intervalOf = ({ phase, dueDay, lastDay }: ReplayCard): number =>
  phase === 'review' && dueDay !== null && lastDay !== null ? Math.max(1, dueDay - lastDay) : 1

/** A card's history as Anki has it: answers, and what was set by hand. Entries in the log's order, voided ones left out. */
export function logRows(entries: readonly CardEntry[], settings: SrsSettings): readonly LogRow[] {
  const rows: LogRow[] = []
  let state = NEW_CARD
  let lastIvl = 0
  for (const entry of entries) {
    const before = state
    state = afterEntry(state, entry, settings)
    if (entry.type === 'answer') {
      const ivl = answerInterval(entry)
      rows.push({
        at: wallOf(entry),
        ease: GRADES[entry.rating],
        ivl,
        lastIvl,
        factor: factorOf(state),
        time: Math.min(LONGEST_MS, Math.max(0, Math.round(entry.tookMs))),
        type: ASKED[before.phase],
      })
      lastIvl = ivl
    } else if (entry.type === 'reset') {
      // Anki begins a card anew after a row like this.
      rows.push({ ...byHand(wallOf(entry)), ivl: 0, lastIvl, factor: 0 })
      lastIvl = 0
    } else if (entry.type === 'setDue') {
      const ivl = intervalOf(state)
      rows.push({ ...byHand(wallOf(entry)), ivl, lastIvl, factor: FACTOR })
      lastIvl = ivl
    }
  }
  return rows
}

const byHand = (at: number) => ({ at, ease: 0, time: 0, type: BY_HAND })

/** Days, or seconds below zero. */
function answerInterval({ intervalSeconds, dueAt }: Answer): number {
  const days = Math.round(intervalSeconds / DAY)
  return dueAt === null && days > 0 ? days : -Math.max(1, Math.round(intervalSeconds))
}

/** Difficulty, 1 … 10, in the place of the ease factor: 100 … 1100. */
const factorOf = ({ memory }: ReplayCard): number =>
  memory === null ? 0 : Math.round(((memory.difficulty - 1) / 9 + 0.1) * 1000)
