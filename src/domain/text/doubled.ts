/** The word that is said twice, hanzi by hanzi: 干净 of 干干净净; null when it is none. */
export function doubledWord(word: string): string | null {
  const [a, b, c, d, ...rest] = word
  return rest.length === 0 && a !== undefined && a === b && c !== undefined && c === d && a !== c
    ? a + c
    : null
}
