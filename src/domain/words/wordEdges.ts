import type { TextRange } from '../model.ts'

const LONGEST = 255

/** How long each word is, one byte each; what is longer (a row of spaces) in pieces. Words cover their text. */
export function lengthsOf(words: readonly TextRange[]): Uint8Array {
  const lengths: number[] = []
  for (const { start, end } of words) {
    let rest = end - start
    for (; rest > LONGEST; rest -= LONGEST) lengths.push(LONGEST)
    lengths.push(rest)
  }
  return Uint8Array.from(lengths)
}

/** Where a text is cut: each word's beginning, and the end of the last. */
export function edgesOf(lengths: Uint8Array): Uint32Array {
  const edges = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, at) => {
    edges[at + 1] = edges[at]! + length
  })
  return edges
}

/** The longer word, or the words, that a range is only a part of; null when it is a word, or several whole ones. */
export function wordAround(edges: Uint32Array, { start, end }: TextRange): TextRange | null {
  const after = firstFrom(edges, end)
  const before = firstFrom(edges, start)
  const from = edges[before] === start ? start : edges[before - 1]
  const to = edges[after]
  if (from === undefined || to === undefined) return null
  return from === start && to === end ? null : { start: from, end: to }
}

/** Index of the first edge at or behind a place. */
function firstFrom(edges: Uint32Array, place: number): number {
  let [low, high] = [0, edges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}
