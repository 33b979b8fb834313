import { hash32 } from './fuzz.ts'

/** A fingerprint of a set of log entries: the same in whatever order they were added. */
export interface Digest {
  readonly count: number
  readonly high: number
  readonly low: number
}

export const EMPTY_DIGEST: Digest = { count: 0, high: 0, low: 0 }

/** The digest of entries with these ids; every id once. */
export function digestOf(ids: Iterable<string>): Digest {
  let count = 0
  let high = 0
  let low = 0
  for (const id of ids) {
    count += 1
    high ^= hash32(id)
    low ^= hash32(`${id}#`)
  }
  return { count, high: high >>> 0, low: low >>> 0 }
}

/** The digest of both sets together; they must not share an entry. */
export function joinDigests(a: Digest, b: Digest): Digest {
  return { count: a.count + b.count, high: (a.high ^ b.high) >>> 0, low: (a.low ^ b.low) >>> 0 }
}

/** The digest of `whole` without `part`, which must lie within it. */
export function withoutDigest(whole: Digest, part: Digest): Digest {
  return joinDigests(whole, { ...part, count: -part.count })
}

export function sameDigest(a: Digest, b: Digest): boolean {
  return a.count === b.count && a.high === b.high && a.low === b.low
}
