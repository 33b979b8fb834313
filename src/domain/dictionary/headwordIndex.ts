/**
 * A sorted list of words in flat typed arrays, searched one code unit at a time.
 *
 * All words that share a prefix stand together, so a match narrows a range of the list: the first unit by a table of
 * 65 536 starts, every further unit by two binary searches. A word ends where the first word of the range is exactly
 * as long as the prefix read so far (a shorter string sorts before its extensions).
 */
export interface HeadwordIndex {
  readonly size: number
  /** The position of a word in the list, or −1. */
  find(word: string): number
  word(position: number): string
  /**
   * Finds every word that starts at `at` in `text`, shortest first. Their end offsets are written to `ends`, their
   * positions to `positions`; gives how many there are (never more than `ends` holds).
   */
  walk(text: string, at: number, ends: Int32Array, positions: Int32Array): number
}

/** Enough for the dictionary's longest nest of prefixes, several times over. */
export const MAX_MATCHES = 64

/**
 * @param units the words' UTF-16 units, end to end, in code unit order of the words
 * @param starts where each word starts in `units`, and one more for the end
 */
export function openHeadwordIndex(units: Uint16Array, starts: Uint32Array): HeadwordIndex {
  const size = starts.length - 1
  const buckets = firstUnitBuckets(units, starts)

  /** First position in lo … hi whose unit at `depth` is at least `unit`; words that end before it count as less. */
  const lowerBound = (lo: number, hi: number, depth: number, unit: number): number => {
    let low = lo
    let high = hi
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = starts[middle]! + depth
      if (at >= starts[middle + 1]! || units[at]! < unit) low = middle + 1
      else high = middle
    }
    return low
  }

  const walk = (text: string, at: number, ends: Int32Array, positions: Int32Array): number => {
    if (at >= text.length) return 0
    const first = text.charCodeAt(at)
    let lo = buckets[first]!
    let hi = buckets[first + 1]!
    let depth = 1
    let found = 0
    while (lo < hi) {
      if (starts[lo + 1]! - starts[lo]! === depth && found < ends.length) {
        ends[found] = at + depth
        positions[found++] = lo
      }
      if (at + depth >= text.length) break
      const unit = text.charCodeAt(at + depth)
      lo = lowerBound(lo, hi, depth, unit)
      hi = lowerBound(lo, hi, depth, unit + 1)
      depth++
    }
    return found
  }

  const find = (word: string): number => {
    if (word.length === 0) return -1
    const first = word.charCodeAt(0)
    let lo = buckets[first]!
    let hi = buckets[first + 1]!
    for (let depth = 1; depth < word.length && lo < hi; depth++) {
      const unit = word.charCodeAt(depth)
      lo = lowerBound(lo, hi, depth, unit)
      hi = lowerBound(lo, hi, depth, unit + 1)
    }
    return lo < hi && starts[lo + 1]! - starts[lo]! === word.length ? lo : -1
  }

  return {
    size,
    find,
    walk,
    word: (position) =>
      String.fromCharCode(...units.subarray(starts[position]!, starts[position + 1]!)),
  }
}

/** Where the words that start with a unit begin: words of unit u stand at buckets[u] … buckets[u + 1]. */
function firstUnitBuckets(units: Uint16Array, starts: Uint32Array): Uint32Array {
  const size = starts.length - 1
  const buckets = new Uint32Array(65537)
  let unit = 0
  for (let i = 0; i < size; i++) {
    const first = units[starts[i]!]!
    while (unit <= first) buckets[unit++] = i
  }
  buckets.fill(size, unit)
  return buckets
}
