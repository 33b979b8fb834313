/** What the review log is made of, and what replaying it gives. Entries are only ever added. */
import type { ANSWERED_PHASES, Memory, Phase, Rating } from '../model.ts'

interface EntryBase {
  /** ULID. */
  readonly id: string
  /**
   * Where it stands in the log, ms since 1970 UTC: what its writer's clock said or, where the writer had seen an entry
   * further on, just behind that one.
   */
  readonly at: number
  readonly device: string
  /** What the clock said, ms, where that is another second than `at`; ask {@link wallOf}. */
  readonly wall?: number
  /** The entry that this is a copy of, with a date that can be. Of several copies of one entry, one counts. */
  readonly redates?: string
}

interface CardEntry extends EntryBase {
  readonly card: string
}

export interface Answer extends CardEntry {
  readonly type: 'answer'
  readonly rating: Rating
  /** From question to answer, at most 60 000. */
  readonly tookMs: number
  /** Minutes east of UTC, when and where it was given. */
  readonly utcOffset: number
  readonly rolloverHour: number
  /** Whole local days since 1970-01-01, as it was then; wins over any later rule. */
  readonly studyDay: number
  /** After the answer. */
  readonly phase: (typeof ANSWERED_PHASES)[number]
  /** Learning steps still to do after the answer, the current one included; 0 in review. */
  readonly remaining: number
  readonly intervalSeconds: number
  /** Exactly one of the two: ms for a step within the day, a study day otherwise. */
  readonly dueAt: number | null
  readonly dueDay: number | null
  /** Id of the `weights` entry, or `default`. */
  readonly weights: string
  readonly model: 'fsrs-6' | 'fsrs-7'
  /** The card's last entry this device knew. */
  readonly previous: string | null
}

/** Takes back the entry it names; may arrive before it; idempotent. */
export interface Void extends EntryBase {
  readonly type: 'void'
  readonly entry: string
}

export interface Reset extends CardEntry {
  readonly type: 'reset'
}
export interface SetDue extends CardEntry {
  readonly type: 'setDue'
  readonly dueDay: number
}
export interface Suspend extends CardEntry {
  readonly type: 'suspend' | 'unsuspend'
}
export interface Bury extends CardEntry {
  readonly type: 'bury'
  /** The first study day it may be shown again. */
  readonly untilDay: number
}
export interface Unbury extends CardEntry {
  readonly type: 'unbury'
}
export interface Flag extends CardEntry {
  readonly type: 'flag'
  /** 0 none, 1 … 7 as in Anki. */
  readonly flag: number
}
export interface WeightsEntry extends EntryBase {
  readonly type: 'weights'
  readonly model: 'fsrs-6' | 'fsrs-7'
  readonly weights: readonly number[]
}

/**
 * The review log is a list of these; replaying it gives every card's state. What a newer version wrote may have a type, a
 * rating or a phase that is not in these lists: it is kept and handed on, and means nothing here (`isUnderstood`).
 */
export type Entry = Answer | Void | Reset | SetDue | Suspend | Bury | Unbury | Flag | WeightsEntry

type Draft<E> = E extends Entry ? Omit<E, 'id' | 'at' | 'device'> : never
/** An entry before the disk has given it its id, its moment and its device. */
export type EntryDraft = Draft<Entry>
export type AnswerDraft = Draft<Answer>

/** When something was done, ms: for days, intervals and statistics. Not for the order, which is by `at`. */
export const wallOf = ({ at, wall }: { readonly at: number; readonly wall?: number }): number =>
  typeof wall === 'number' && Number.isFinite(wall) ? wall : at

/** What replay knows of one card. Derived, never synced. */
export interface CardState {
  readonly phase: Phase
  readonly remaining: number
  readonly memory: Memory | null
  /** Study day of the last answer. */
  readonly lastDay: number | null
  /** Time of the last answer, ms; FSRS-7 counts in fractions of days. */
  readonly lastAt?: number | null
  readonly dueAt: number | null
  readonly dueDay: number | null
  readonly reps: number
  readonly lapses: number
  readonly suspended: boolean
  readonly buriedUntilDay: number | null
  readonly flag: number
  /** Id of the card's last entry, for `previous`. */
  readonly last: string | null
}
