import { rangesOfBeads } from '../../../src/domain/bitext/bitext.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { beadWordsOf } from '../../../src/domain/terms/beadWords.ts'
import { LinkBoard } from '../../../src/domain/terms/links/linkBoard.ts'
import { pairsToBitext } from '../../quality/termLists.ts'

/** A board over one sentence pair, some of its words linked as `zh=en`, each the first of its spelling. */
export function boardOf(
  zh: string,
  en: string,
  dictionary: Dictionary,
  links: readonly string[] = [],
): LinkBoard {
  const bitext = pairsToBitext([[zh, en]])
  const [place] = rangesOfBeads(bitext)
  const board = new LinkBoard(beadWordsOf(bitext.texts, place!, dictionary))
  for (const link of links) {
    const [left, right] = link.split('=')
    const i = board.zh.findIndex(({ text }) => text === left)
    const j = board.en.findIndex(({ text }) => text === right)
    if (i < 0 || j < 0) throw new Error(`${link} does not stand in the pair`)
    board.link(i, j, 1)
  }
  return board
}

/** What a Chinese word is linked with, in text order. */
export function partnersOf(board: LinkBoard, zh: string): string {
  const i = board.zh.findIndex(({ text }) => text === zh)
  return [...board.ofZh(i)]
    .sort((a, b) => a - b)
    .map((j) => board.en[j]!.text)
    .join(' ')
}
