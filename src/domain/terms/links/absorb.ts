import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { Evidence } from '../words/evidence.ts'
import { glossesOf } from '../words/glosses.ts'
import type { LinkBoard } from './linkBoard.ts'
import { isProper } from '../words/words.ts'

/** Strength of a link that a word owes to the one beside it. */
const ABSORBED = 0.85
/** Share of a hanzi's gloss that speaks for an English word. */
const SPEAKS = 0.8
/** From here on a one-word gloss says all there is to say. */
const CERTAIN = 0.95
/** What a piece of two hanzi or more must say for an English word. */
const PIECE = 0.4

/**
 * English words still free go with the linked word beside them when the same Chinese word asks for both:
 *
 * 1. the rest of a hyphenated compound (知名: high-profile),
 * 2. what one of its hanzi means, unless the linked word is a whole gloss (断电: power cut, where 断 is to cut),
 * 3. what a piece of a longer word means (选举委员会: electoral commission).
 */
export function absorbNeighbours(
  board: LinkBoard,
  evidence: Evidence,
  dictionary: Dictionary,
): void {
  const { zh, en } = board
  zh.forEach((word, i) => {
    const mine = board.ofZh(i)
    if (mine.length === 0 || word.name || mine.some((j) => board.ofEn(j).length > 1)) return
    let first = Math.min(...mine)
    let last = Math.max(...mine)
    const proper = mine.every((j) => isProper(en[j]!))
    const isWord = (j: number) => board.isFreeEn(j) && en[j]!.content
    const isAlike = (j: number) => isWord(j) && isProper(en[j]!) === proper
    while (isAlike(first - 1) && en[first]!.hyphened) board.link(i, --first, ABSORBED)
    while (isAlike(last + 1) && en[last + 1]!.hyphened) board.link(i, ++last, ABSORBED)
    const [only, ...others] = mine
    if (only === undefined || others.length > 0 || word.text.length < 2 || board.whole.has(i))
      return
    if (evidence.plain(word.text, en[only]!) >= CERTAIN) return
    for (const j of [first - 1, last + 1]) {
      const other = en[j]
      const joined = board.isJoinedEn(Math.min(j, last))
      if (!other || !joined || !isWord(j)) continue
      const speaks = [...word.text].some(
        (hanzi) => (glossesOf(hanzi, dictionary).lemmas.get(other.lemma) ?? 0) >= SPEAKS,
      )
      if (speaks ? isProper(other) && !proper : !isAlike(j)) continue
      if (speaks || piecesOf(word.text).some((piece) => evidence.thorough(piece, other) >= PIECE))
        board.link(i, j, ABSORBED)
    }
  })
}

/** The first and the last two hanzi of a longer word. */
function piecesOf(text: string): readonly string[] {
  return text.length > 2 ? [text.slice(0, 2), text.slice(-2)] : []
}
