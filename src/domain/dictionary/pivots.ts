/** Synonyms among English stems found by way of Chinese: stem → headwords it glosses → their other glosses. */
export interface Pivots {
  /** Visits the synonyms of a stem, best first, with their share of all that the pivot leads to, 0 … 1. */
  visit(stem: string, found: (synonym: string, share: number) => void): void
}

/** "DZP" and the version of the format. */
const MAGIC = [0x44, 0x5a, 0x50, 1]
/** Shares are kept as levels: level q stands for 2^(−q / 4). */
const LEVELS_PER_OCTAVE = 4

/**
 * Pivots as bytes: the sorted stems, front-coded (units shared with the stem before, units that follow, those units), an
 * empty stem as end; then for each stem the number of its synonyms, and for each its place in the list and its level.
 * Numbers are base-128 varints. To be gzipped.
 */
export function encodePivots(
  synonyms: ReadonlyMap<string, readonly (readonly [synonym: string, share: number])[]>,
): Uint8Array {
  const named = new Set(synonyms.keys())
  for (const row of synonyms.values()) for (const [synonym] of row) named.add(synonym)
  const stems = [...named].toSorted((a, b) => (a < b ? -1 : 1))
  const placeOf = new Map(stems.map((stem, place) => [stem, place]))
  const bytes: number[] = [...MAGIC]
  const put = (value: number) => {
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
    bytes.push(value)
  }
  let before = ''
  for (const stem of stems) {
    let shared = 0
    while (shared < stem.length && stem[shared] === before[shared]) shared++
    put(shared)
    put(stem.length - shared)
    for (let at = shared; at < stem.length; at++) put(stem.charCodeAt(at))
    before = stem
  }
  put(0)
  put(0)
  for (const stem of stems) {
    const row = synonyms.get(stem) ?? []
    put(row.length)
    for (const [synonym, share] of row) {
      put(placeOf.get(synonym)!)
      put(Math.round(-Math.log2(share) * LEVELS_PER_OCTAVE))
    }
  }
  return Uint8Array.from(bytes)
}

/**
 * Pivots over the bytes {@link encodePivots} made.
 *
 * @throws RangeError when the bytes are something else or cut short
 */
export function openPivots(bytes: Uint8Array): Pivots {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) throw new RangeError('these are no pivots')
  let at = MAGIC.length
  const take = (): number => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('the pivots are cut short')
      value += (byte & 127) << shift
      if (byte < 128) return value
    }
  }
  const stems: string[] = []
  for (let before = ''; ; stems.push(before)) {
    const shared = take()
    const own = take()
    if (own === 0) break
    before = before.slice(0, shared)
    for (let k = 0; k < own; k++) before += String.fromCharCode(take())
  }
  const placeOf = new Map(stems.map((stem, place) => [stem, place]))
  const rowStart = new Int32Array(stems.length)
  for (let place = 0; place < stems.length; place++) {
    rowStart[place] = at
    for (let left = 2 * take(); left > 0; left--) take()
  }
  return {
    visit(stem, found) {
      const place = placeOf.get(stem)
      if (place === undefined) return
      at = rowStart[place]!
      const row: [string, number][] = []
      for (let left = take(); left > 0; left--) {
        const synonym = stems[take()]!
        row.push([synonym, 2 ** (-take() / LEVELS_PER_OCTAVE)])
      }
      for (const [synonym, share] of row) found(synonym, share)
    },
  }
}
