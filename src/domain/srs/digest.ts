/** A fingerprint of a set of log entries: the same in whatever order they were added. */
export interface Digest {
  readonly count: number
  readonly high: number
  readonly low: number
}

export const EMPTY_DIGEST: Digest = { count: 0, high: 0, low: 0 }

/** The digest of these entries, which only their ids matter to; every entry once. */
export function digestOf(entries: readonly { readonly id: string }[]): Digest {
  let high = 0
  let low = 0
  for (const { id } of entries) {
    // Two FNV-1a hashes with different starts and primes, each mixed so that like ids do not cancel out.
    let one = 0x811c9dc5
    let two = 0x01234567
    for (let at = 0; at < id.length; at++) {
      const unit = id.charCodeAt(at)
      one = Math.imul(one ^ unit, 0x01000193)
      two = Math.imul(two ^ unit, 0x85ebca6b)
    }
    high ^= mixed(one)
    low ^= mixed(two)
  }
  return { count: entries.length, high: high >>> 0, low: low >>> 0 }
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b)
  return twice ^ (twice >>> 16)
}

/** The digest of both sets together; they must not share an entry. */
export function joinDigests(a: Digest, b: Digest): Digest {
  return { count: a.count + b.count, high: (a.high ^ b.high) >>> 0, low: (a.low ^ b.low) >>> 0 }
}

export function sameDigest(a: Digest, b: Digest): boolean {
  return a.count === b.count && a.high === b.high && a.low === b.low
}
