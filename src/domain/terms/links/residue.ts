import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { Evidence } from '../words/evidence.ts'
import { glossesOf } from '../words/glosses.ts'
import type { LinkBoard } from './linkBoard.ts'
import type { Association } from '../words/association.ts'
import type { EnWord } from '../words/words.ts'

/** A pair below this total stays unlinked. */
const LEAST = 0.45
/** Words this far from where the neighbours' partners expect them are not near at all. */
const REACH = 6
const NEAR = 0.3
/** What linked words of the residue are sure of, at least and at most. */
const WEAKEST = 0.66

/**
 * Links the words the competition left over on both sides, on weaker evidence than it asks for: whatever one side has left must be
 * said by what the other side has left. The best pair first, every word once:
 *
 *   total = evidence + ¼·association + 0.3·nearness + form
 *
 * nearness is 1 − |j − ĵ| / 6, at least 0, where ĵ is the place of the English word that the nearest linked neighbours on both
 * sides lead to; form is ±0.1 as both, or one only, are a verb.
 */
export function linkResidue(
  board: LinkBoard,
  evidence: Evidence,
  association: Association,
  dictionary: Dictionary,
): void {
  const zh = board.zh.flatMap((word, i) =>
    isFreeZh(board, i) && dictionary.has(word.text) ? [i] : [],
  )
  const en = board.en.flatMap((word, j) => (word.content && board.isFreeEn(j) ? [j] : []))
  const wishes: { readonly i: number; readonly j: number; readonly total: number }[] = []
  for (const i of zh) {
    const { text } = board.zh[i]!
    const expected = board.expectedPlaces(i)
    const { verbal } = glossesOf(text, dictionary)
    for (const j of en) {
      const word = board.en[j]!
      const said = evidence.thorough(text, word)
      const together = association(text, word.lemma)
      const near = nearness(expected, j)
      const total = said + 0.25 * together + NEAR * near + form(verbal, word)
      if (total >= LEAST && (said > 0 || (together > 0 && near >= 0.8)))
        wishes.push({ i, j, total })
    }
  }
  wishes.sort((a, b) => b.total - a.total || a.i - b.i || a.j - b.j)
  for (const { i, j, total } of wishes) {
    if (board.ofZh(i).length === 0 && board.isFreeEn(j)) board.link(i, j, Math.max(WEAKEST, total))
  }
}

/** A Chinese word of two hanzi or more without a partner. */
export function isFreeZh(board: LinkBoard, i: number): boolean {
  const word = board.zh[i]!
  return word.content && word.text.length > 1 && board.ofZh(i).length === 0
}

/** ±0.1 as a verb meets a verb's form, or something else does. */
export function form(verbal: number, word: EnWord): number {
  const lower = word.text.toLowerCase()
  const verb = /(?:ed|ing)$/.test(lower) && lower !== word.lemma
  if (verb) return verbal > 0.3 ? 0.1 : -0.1
  return 0
}

/** How near an English word is to where a word's neighbours expect its partner, 0 … 1; ½ when they say nothing. */
export function nearness(expected: readonly number[], j: number): number {
  return expected.length === 0
    ? 0.5
    : Math.max(0, ...expected.map((place) => 1 - Math.abs(place - j) / REACH))
}
