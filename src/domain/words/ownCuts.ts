import type { ZhToken } from '../text/zhToken.ts'

/** How the learner cuts a stretch of hanzi wherever its ends are ends of words: lengths of its words, in UTF-16 units. */
export type OwnCuts = Readonly<Record<string, readonly number[]>>

/** Longest first: what was joined from joined words goes before its parts. */
const stretchesOf = (cuts: OwnCuts): readonly (readonly [string, readonly number[]])[] =>
  Object.entries(cuts).toSorted((a, b) => b[0].length - a[0].length)

/** Whether lengths cut a stretch without a rest. */
export const isCutOf = (stretch: string, lengths: unknown): lengths is readonly number[] =>
  Array.isArray(lengths) &&
  lengths.every((length) => Number.isInteger(length) && length > 0) &&
  lengths.reduce((sum: number, length: number) => sum + length, 0) === stretch.length

/** The words of a text, cut as the learner wants where they said so. */
export function recut(tokens: readonly ZhToken[], cuts: OwnCuts = {}): readonly ZhToken[] {
  const stretches = stretchesOf(cuts)
  if (stretches.length === 0) return tokens
  // A folded word is shorter than its place, and is left as it is.
  const text = tokens.map(({ start, end, text }) => text.padEnd(end - start, '\0')).join('')
  const offset = tokens[0]?.start ?? 0
  const ends = new Set(tokens.map(({ end }) => end))
  const found: ZhToken[] = []
  let done = offset
  for (const token of tokens) {
    const { start } = token
    if (start < done) continue
    const own = stretches.find(
      ([stretch]) => text.startsWith(stretch, start - offset) && ends.has(start + stretch.length),
    )
    if (own === undefined) {
      found.push(token)
      done = token.end
      continue
    }
    done = start
    for (const length of own[1]) {
      const [from, end] = [done, done + length]
      found.push({ start: from, end, text: text.slice(from - offset, end - offset), kind: 'word' })
      done = end
    }
  }
  return found
}
