import type { Refusal } from './shelf.ts'

const FIRST_MS = 5_000
const MOST_MS = 15 * 60_000
/** CouchDB locks an account for five minutes. */
const LOCKED_MS = 5 * 60_000

/** Refusals that no waiting mends: the learner has to do something. */
const FINAL: ReadonlySet<string> = new Set<Refusal>([
  'unauthorised',
  'notThere',
  'tooLarge',
  'full',
  'erased',
  'otherKey',
])

/**
 * How long to wait before the next try, ms; null when only the learner can help.
 *
 * @param failures one after the other, this one included
 * @param random in [0, 1): a thousand devices must not come back at one moment
 */
export function waitAfter(refusal: string, failures: number, random: number): number | null {
  if (FINAL.has(refusal)) return null
  if (refusal === 'lockedOut') return LOCKED_MS * (1 + random)
  return Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1)) * (0.5 + random / 2)
}
