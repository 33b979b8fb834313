import type { Phase, Side } from '../model.ts'

/** An answer, or a date set by hand, as another program wrote it down. */
export interface TakenAnswer {
  /** ms since 1970 UTC. */
  readonly at: number
  /** 1 again … 4 easy; 0 where nobody answered: a date was set by hand. */
  readonly grade: number
  /** Days, or seconds below zero; 0 by hand makes the card new again. */
  readonly interval: number
  readonly tookMs: number
  /** Whether it was given while the card was learnt for the first time. */
  readonly isFirst: boolean
}

/** A card of another program: what it asks, what happened to it and when it comes back. */
export interface TakenCard {
  /** The row of the table that its note became, 0-based. */
  readonly row: number
  /** The side its question shows; `gap`: that side with a gap; null when it shows neither. */
  readonly asks: Side | 'gap' | null
  /** The card of ours that it is, where it was one. */
  readonly card?: string
  /** By time. */
  readonly answers: readonly TakenAnswer[]
  readonly phase: Phase
  /** Exactly one of the two, unless it is new: ms for a step within a day, else a study day. */
  readonly dueAt: number | null
  readonly dueDay: number | null
  readonly remaining: number
  readonly suspended: boolean
  readonly flag: number
  /** When it was last changed, ms. */
  readonly changedAt: number
}

/** What another program knows of the cards that a table holds. */
export interface TakenHistory {
  readonly rolloverHour: number
  readonly cards: readonly TakenCard[]
}
