/** A piece of what was typed, and whether it is other than in the word. */
export interface SpelledPart {
  readonly text: string
  readonly isWrong: boolean
}

/** Stands where a letter was left out. */
export const LEFT_OUT = '_'

/** Longer texts are not compared letter by letter. */
const LONGEST = 80

/** What was typed, cut where it is wrong: recieve for receive → rec, ie, ve; untill → unti, l, l. */
export function spelledParts(typed: string, word: string): readonly SpelledPart[] {
  const [given, wanted] = [[...typed], [...word]]
  if (given.length > LONGEST || wanted.length > LONGEST) return [{ text: typed, isWrong: false }]
  const apart = distances(given, wanted)
  const parts: SpelledPart[] = []
  const add = (text: string, isWrong: boolean) => {
    const last = parts[0]
    if (last?.isWrong === isWrong) parts[0] = { text: text + last.text, isWrong }
    else parts.unshift({ text, isWrong })
  }
  let [i, k] = [given.length, wanted.length]
  while (i > 0 || k > 0) {
    const here = apart[i]![k]!
    const isSame = i > 0 && k > 0 && fold(given[i - 1]!) === fold(wanted[k - 1]!)
    if (i > 0 && k > 0 && apart[i - 1]![k - 1]! === here - (isSame ? 0 : 1)) {
      add(given[i - 1]!, !isSame)
      i--
      k--
    } else if (i > 0 && apart[i - 1]![k]! === here - 1) {
      add(given[i - 1]!, true)
      i--
    } else {
      add(LEFT_OUT, true)
      k--
    }
  }
  return parts
}

const fold = (letter: string): string => letter.toLowerCase()

/** To each beginning of one text and of the other, how many letters they are apart. */
function distances(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (const [i, letter] of a.entries()) {
    const before = rows[i]!
    const row = [i + 1]
    for (const [k, other] of b.entries()) {
      const exchanged = before[k]! + (fold(letter) === fold(other) ? 0 : 1)
      row.push(Math.min(exchanged, before[k + 1]! + 1, row[k]! + 1))
    }
    rows.push(row)
  }
  return rows
}
