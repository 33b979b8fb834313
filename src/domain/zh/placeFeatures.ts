import type { Dictionary } from '../dictionary/dictionary.ts'
import { isHanzi } from '../text/hanzi.ts'
import type { ReadingText } from './readingText.ts'
import { measuresOf } from './speechPart.ts'

/** How far away a hanzi still says what a sentence is about. */
const AROUND = 6
/** A text of so few words has few that could speak for a reading; that it begins or ends there does. */
const SHORT = 5

/**
 * What a model sees around one hanzi, as names of indicators; the first character is their kind:
 *
 *   `1 … 6` hanzi three, two, one before; one, two, three after     `L R` word before, after    `W` word it is part of
 *   `p` place in its word     `c C` part of speech before, after    `d D` of the two before, after    `e` of both sides
 *   `~` hanzi somewhere around     `J K k` measure words of the noun before, after, after but one     `s` short text: edges
 */
export function placeFeatures(
  text: ReadingText,
  token: number,
  at: number,
  dictionary: Dictionary,
): readonly string[] {
  const { simplified, tokens } = text
  const own = tokens[token]!
  const length = own.end - own.start
  const isFirst = at === own.start
  const isLast = at + (simplified.codePointAt(at)! > 0xffff ? 2 : 1) === own.end
  const near = (offset: number): string => neighbourClass(simplified[at + offset])
  const before = isFirst ? text.part(token - 1) : '_'
  const after = isLast ? text.part(token + 1) : '_'

  const features = [-3, -2, -1, 1, 2, 3].map((offset, i) => `${i + 1}${near(offset)}`)
  features.push(
    `L${wordClass(text, token - 1)}`,
    `R${wordClass(text, token + 1)}`,
    `p${placeClass(isFirst, isLast)}`,
    `c${before}`,
    `C${after}`,
    `d${text.part(token - 2)}${before}`,
    `D${after}${text.part(token + 2)}`,
    `e${before}${after}`,
  )
  if (length > 1) features.push(`W${text.word(token)!}`)
  addAround(features, simplified, at)
  const measures = (kind: string, word: string | undefined): void => {
    if (word === undefined || !isHanzi(word.codePointAt(0)!)) return
    for (const measure of measuresOf(word, dictionary)) features.push(kind + measure)
  }
  measures('J', text.word(token - 1))
  measures('K', text.word(token + 1))
  measures('k', text.word(token + 2))
  if (tokens.length <= SHORT) features.push(`s${edge(near(-1))}${edge(near(1))}`)
  return features
}

/** A hanzi stands for itself; digits are `0`, Latin letters `a`, the end of the text `#`, everything else `,`. */
export function neighbourClass(character: string | undefined): string {
  if (character === undefined) return '#'
  if (/[\u3005\u3007\u3400-\u9fff]/.test(character)) return character
  if (/[0-9０-９]/.test(character)) return '0'
  return /[A-Za-zＡ-Ｚａ-ｚ]/.test(character) ? 'a' : ','
}

/** Alone, first, middle or last in a word. */
export function placeClass(isFirst: boolean, isLast: boolean): string {
  if (isFirst) return isLast ? 'a' : 'f'
  return isLast ? 'l' : 'm'
}

function wordClass(text: ReadingText, i: number): string {
  const word = text.word(i)
  return word !== undefined && isHanzi(word.codePointAt(0)!) ? word : neighbourClass(word?.[0])
}

function addAround(features: string[], simplified: string, at: number): void {
  const from = Math.max(0, at - AROUND)
  const to = Math.min(simplified.length, at + AROUND + 1)
  for (let i = from; i < to; i++) {
    if (i === at || !isHanzi(simplified.charCodeAt(i))) continue
    const feature = `~${simplified[i]!}`
    if (!features.includes(feature)) features.push(feature)
  }
}

const edge = (neighbour: string): string => (neighbour === '#' || neighbour === ',' ? '1' : '0')
