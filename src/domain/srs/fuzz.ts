/**
 * Fuzz: cards learnt together should not come back together for ever. An interval may move a few days either way; which
 * day it is depends on the card and its number of answers only, so it is the same on the button, in the log and on
 * another device.
 */

/** Picks a whole number of days in `low … high`; `fraction` is the card's own stable number in [0, 1). */
export type IntervalChooser = (low: number, high: number, fraction: number) => number

/** How many days of fuzz each day of an interval adds, by where in the interval it lies. */
const FUZZ_PER_DAY = [
  { from: 2.5, to: 7, factor: 0.15 },
  { from: 7, to: 20, factor: 0.1 },
  { from: 20, to: Infinity, factor: 0.05 },
]

/**
 * The least and greatest interval, in whole days and both included, that fuzz may choose for an exact interval.
 *
 * The interval is brought within the limits first, as in Anki: 100 with a minimum of 101 may become 101 … 108. None below
 * 2.5 days; above, one day and a share of the interval each way. Both ends stay within the limits, and where they meet above 2 days the upper end is one more if the maximum allows.
 */
export function fuzzBounds(
  intervalDays: number,
  minimumDays: number,
  maximumDays: number,
): readonly [number, number] {
  const minimum = Math.min(minimumDays, maximumDays)
  const clamp = (days: number) => Math.min(maximumDays, Math.max(minimum, days))
  const exact = clamp(intervalDays)
  const reach = fuzzReach(exact)
  const low = clamp(Math.round(exact - reach))
  const high = clamp(Math.round(exact + reach))
  return [low, low === high && high > 2 && high < maximumDays ? high + 1 : high]
}

function fuzzReach(intervalDays: number): number {
  if (intervalDays < 2.5) return 0
  return FUZZ_PER_DAY.reduce(
    (reach, { from, to, factor }) =>
      reach + factor * Math.max(0, Math.min(intervalDays, to) - from),
    1,
  )
}

/** Every day of the range equally likely: what is used when nothing else has a say. */
export const plainFuzz: IntervalChooser = (low, high, fraction) =>
  Math.floor(low + fraction * (1 + high - low))

/** A card's number in [0, 1) for its next answer: stable until then, unlike its neighbours'. */
export function fuzzFraction(card: string, reps: number): number {
  return hash32(`${card}:${reps}`) / 2 ** 32
}

/** 32-bit FNV-1a over UTF-16 units, then MurmurHash3's finish so that near ids end far apart. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
