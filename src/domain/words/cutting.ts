import { isHanziAt } from '../text/hanzi.ts'
import type { TextRange } from '../model.ts'
import type { OwnCuts } from './ownCuts.ts'
import type { Word } from './words.ts'

/** A way to cut the text at a word otherwise. */
export interface Cut {
  readonly stretch: string
  readonly lengths: readonly number[]
}

/** How the text at a tapped word can be cut otherwise. */
export interface Cutting {
  /** With the word before or behind it: one word. */
  readonly joins: readonly Cut[]
  /** The word itself: two. */
  readonly splits: readonly Cut[]
  /** The stretch the learner has cut here already; null when the dictionary cuts it. */
  readonly own: string | null
}

const isAllHanzi = (text: string): boolean =>
  text !== '' && [...text].every((one) => isHanziAt(one, 0))

/** Ways to cut a Chinese text otherwise at the word of a range; null where the words do not have that one. */
export function cuttingOf(
  text: string,
  range: TextRange,
  words: readonly Word[],
  cuts: OwnCuts,
): Cutting | null {
  const at = words.findIndex(({ start, end }) => start === range.start && end === range.end)
  const textOf = (word: Word | undefined): string =>
    word === undefined ? '' : text.slice(word.start, word.end)
  const word = textOf(words[at])
  if (at < 0 || !isAllHanzi(word)) return null
  const pairs = [[textOf(words[at - 1]), word] as const, [word, textOf(words[at + 1])] as const]
  const joins = pairs
    .filter(([first, second]) => isAllHanzi(first) && isAllHanzi(second))
    .map(([first, second]) => ({
      stretch: first + second,
      lengths: [first.length + second.length],
    }))
  const splits: Cut[] = []
  let length = 0
  for (const character of word) {
    length += character.length
    if (length < word.length)
      splits.push({ stretch: word, lengths: [length, word.length - length] })
  }
  const own = Object.keys(cuts).find((stretch) => standsAround(text, stretch, range))
  return { joins, splits, own: own ?? null }
}

/** Whether a stretch stands in a text so that it holds a range. */
function standsAround(text: string, stretch: string, { start, end }: TextRange): boolean {
  const from = text.indexOf(stretch, Math.max(0, end - stretch.length))
  return from >= 0 && from <= start
}
