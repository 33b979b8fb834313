import type { Rating } from '../../../domain/model.ts'

/** px from where the verdict begins to show. */
const SHOWN_FROM = 48
/** px from where letting go answers; on a narrow card the share of its width. */
const LOCKED_FROM = 96
const LOCKED_SHARE = 0.3
/** The tilt, and the way at which it is reached. */
const TILT = { degrees: 4, at: 104 }
/** Width at the sides of the screen that belongs to the system's own gestures, px. */
const EDGE = 28
/** px a finger may move before it moves something. */
const SLOP = 8
/** Share of the finger's way that a card gives before its answer is shown, and the most it gives, px. */
const GIVES = { share: 0.25, most: 28 }

/** What a card that is moved to a side is about to say. */
export type SwipeVerdict = Extract<Rating, 'again' | 'good'>

/** How a card stands while a finger moves it. */
export interface SwipeState {
  /** Where the card stands, px from its place. */
  readonly x: number
  readonly degrees: number
  /** What it would be answered with; null while that is not said. */
  readonly verdict: SwipeVerdict | null
  /** How much of that is seen, 0 … 1. */
  readonly seen: number
  /** Whether letting go counts. */
  readonly locked: boolean
}

const lockedFrom = (width: number): number => Math.min(LOCKED_FROM, width * LOCKED_SHARE)

/**
 * The card when the finger is `dx` px from where it began: to the right what was remembered, to the left what was not.
 *
 * @param width of the card, px
 */
export function swipeAt(dx: number, width: number): SwipeState {
  const way = Math.abs(dx)
  const lock = lockedFrom(width)
  const from = Math.min(SHOWN_FROM, lock / 2)
  return {
    x: dx,
    degrees: Math.max(-1, Math.min(1, dx / TILT.at)) * TILT.degrees,
    verdict: way < from ? null : dx > 0 ? 'good' : 'again',
    seen: Math.max(0, Math.min(1, (way - from) / (lock - from))),
    locked: way >= lock,
  }
}

/** The same of a card whose answer is not shown: it gives a little, and letting go shows the answer. */
export function peelAt(dx: number, width: number): SwipeState {
  const x = Math.sign(dx) * Math.min(GIVES.most, Math.abs(dx) * GIVES.share)
  return { x, degrees: 0, verdict: null, seen: 0, locked: Math.abs(dx) >= lockedFrom(width) }
}

/** Whether a finger that came down there may move a card. */
export const isInside = (x: number, screen: number): boolean => x >= EDGE && x <= screen - EDGE

/** What a finger that moved by so much is doing; null while it cannot be told. */
export function intentOf(dx: number, dy: number): 'swipe' | 'scroll' | null {
  if (Math.hypot(dx, dy) < SLOP) return null
  return Math.abs(dx) > Math.abs(dy) ? 'swipe' : 'scroll'
}
