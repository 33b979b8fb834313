/** What punctuation and digits say of one piece of text. */
export interface Marks {
  readonly questions: number
  readonly exclamations: number
  readonly pauses: boolean
  readonly opens: number
  readonly closes: number
  readonly asks: boolean
  readonly exclaims: boolean
  readonly startsQuote: boolean
  readonly endsQuote: boolean
  readonly numbers: readonly string[]
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The marks of every text. Yields the share done. */
export function* marksOf(
  texts: readonly string[],
  marks: (text: string) => Marks,
): Generator<number, readonly Marks[]> {
  const found: Marks[] = []
  for (const text of texts)
    if (found.push(marks(text)) % 500 === 0) yield found.length / texts.length
  return found
}

export function marksZh(piece: string): Marks {
  const text = piece.trim()
  return {
    questions: count(text, /[？?]/g),
    exclamations: count(text, /[！!]/g),
    pauses: /…|——/.test(text),
    opens: count(text, /[“「『]/g),
    closes: count(text, /[”」』]/g),
    asks: /[？?][”’」』"]*$/.test(text),
    exclaims: /[！!][”’」』"]*$/.test(text),
    startsQuote: /^[“‘「『"]/.test(text),
    endsQuote: /[”’」』"]$/.test(text),
    numbers: text.match(/\d+/g) ?? [],
  }
}

/**
 * English quotes may be single, double, straight or curly. One opens after a space, bracket or dash when something follows;
 * an apostrophe inside a word is none.
 */
export function marksEn(text: string): Marks {
  const plain = text
    .trim()
    .replace(/(\w)['’](?=\w)/g, '$1')
    .replace(/(^|[\s(—–-])['"‘“]+(?=[^\s'"’”])/g, '$1“')
    .replace(/['"’”]/g, '”')
  return {
    questions: count(plain, /\?/g),
    exclamations: count(plain, /!/g),
    pauses: /…|\.\.\.|—|--/.test(plain),
    opens: count(plain, /“/g),
    closes: count(plain, /”/g),
    asks: /\?”*$/.test(plain),
    exclaims: /!”*$/.test(plain),
    startsQuote: plain.startsWith('“'),
    endsQuote: plain.endsWith('”'),
    numbers: plain.match(/\d+/g) ?? [],
  }
}
