/** Up to this many UTF-16 units two texts are compared in order, beyond it as bags of words. */
const SHORT = 60

/** Length of the longest common subsequence, by the usual table kept to one row. */
function commonLetters(a: string, b: string): number {
  const row = new Uint16Array(b.length + 1)
  for (const letter of a) {
    let diagonal = 0
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!
      row[j] = b[j - 1] === letter ? diagonal + 1 : Math.max(above, row[j - 1]!)
      diagonal = above
    }
  }
  return row[b.length]!
}

const words = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []

function commonWords(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common++
  }
  return common
}

/** How much two readings of one place have in common, 0 … 1: letters in order when short, else words. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest <= SHORT) return commonLetters(a, b) / longest
  const [wordsA, wordsB] = [words(a), words(b)]
  return commonWords(wordsA, wordsB) / Math.max(wordsA.length, wordsB.length, 1)
}
