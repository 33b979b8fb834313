import type { Dictionary } from '../dictionary/dictionary.ts'
import type { ZhToken } from '../text/zhToken.ts'
import { speechPart } from './speechPart.ts'

/** A text whose hanzi are to be read: as it is cut, in simplified characters, with the part of speech of each word. */
export interface ReadingText {
  /** Simplified, as long as the text it was made of. */
  readonly simplified: string
  readonly tokens: readonly ZhToken[]
  /** The i-th word in simplified characters; undefined beyond the ends. */
  word(i: number): string | undefined
  /** Its letter of `SPEECH_PARTS`; `#` beyond the ends. */
  part(i: number): string
}

export function readingText(
  text: string,
  tokens: readonly ZhToken[],
  dictionary: Dictionary,
): ReadingText {
  const simplified = simplify(text, dictionary)
  const parts: string[] = []
  const word = (i: number): string | undefined => {
    const token = tokens[i]
    return token && simplified.slice(token.start, token.end)
  }
  return {
    simplified,
    tokens,
    word,
    part: (i) => {
      const token = tokens[i]
      if (token === undefined) return '#'
      return (parts[i] ??= speechPart(word(i)!, token.kind, dictionary))
    },
  }
}

/** Each hanzi in its simplified form; those whose form has another length stay. */
function simplify(text: string, dictionary: Dictionary): string {
  let simplified = ''
  for (const character of text) {
    const form = character < '\u3400' ? character : dictionary.simplifiedForms(character)[0]!
    simplified += form.length === character.length ? form : character
  }
  return simplified
}
