import type { Dictionary } from '../../dictionary/dictionary.ts'
import { linkCategoryNouns } from './categoryNouns.ts'
import { glossesOf } from '../words/glosses.ts'
import { LinkBoard } from './linkBoard.ts'
import type { BeadWords } from '../beadWords.ts'
import type { Link } from './linkBoard.ts'
import { form, isFreeZh, nearness } from './residue.ts'
import { isProper } from '../words/words.ts'

/** log10 frequency above which a word's senses are in the dictionary: what no gloss explains is a free translation. */
const FREQUENT = -4.3
/** From here on a link says what the word means, in all of the document. */
const SURE = 0.9
const LEAST = 0.4
/** A rival this close makes the choice a guess. */
const MARGIN = 0.1
const STRENGTH = 0.62
/** What makes another verb of a verb: wash out, shore up. */
const ADVERB = /^(?:up|off|out|down|away|back|apart)$/

/** The Chinese words that some bead has a sure partner for. */
export function surelyLinked(
  beads: readonly (BeadWords & { readonly links: readonly Link[] })[],
): ReadonlySet<string> {
  const sure = new Set<string>()
  for (const { zh, links } of beads)
    for (const link of links) if (link.strength >= SURE) sure.add(zh[link.zh]!.text)
  return sure
}

interface Wish {
  readonly i: number
  readonly j: number
  readonly total: number
}

/**
 * The links of a bead with those no dictionary speaks for: a rare Chinese word that nothing in the document explains, and an
 * English word that is left over and not of the first two levels (裁缝, "tailor", is a seamstress). Worth
 *
 *   nearness + form + 0.1
 *
 * (see `linkResidue`), and made only when neither word has another choice nearly as good.
 */
export function withUnsaid(
  words: BeadWords,
  links: readonly Link[],
  sure: ReadonlySet<string>,
  dictionary: Dictionary,
): readonly Link[] {
  const board = new LinkBoard(words)
  for (const { zh, en, strength } of links) board.link(zh, en, strength)
  const isOpen = ({ i, j }: Wish) => board.ofZh(i).length === 0 && board.isFreeEn(j)
  const wishes = wishesOf(board, sure, dictionary)
  for (const wish of wishes) {
    if (!isOpen(wish)) continue
    const rival = wishes.some(
      (other) =>
        (other.i === wish.i) !== (other.j === wish.j) &&
        other.total > wish.total - MARGIN &&
        isOpen(other),
    )
    if (rival) continue
    const { i, j } = wish
    board.link(i, j, STRENGTH)
    const verb = glossesOf(board.zh[i]!.text, dictionary).verbal > 0.5
    if (verb && board.isJoinedEn(j) && board.isFreeEn(j + 1) && ADVERB.test(board.en[j + 1]!.lemma))
      board.link(i, j + 1, STRENGTH)
  }
  linkCategoryNouns(board, dictionary)
  return board.links
}

/** Best first. */
function wishesOf(
  board: LinkBoard,
  sure: ReadonlySet<string>,
  dictionary: Dictionary,
): readonly Wish[] {
  const wishes: Wish[] = []
  const en = board.en.flatMap((word, j) =>
    word.content && board.isFreeEn(j) && !isProper(word) && !isBasic(word.lemma, dictionary)
      ? [j]
      : [],
  )
  board.zh.forEach(({ text }, i) => {
    if (!isFreeZh(board, i) || !dictionary.has(text) || sure.has(text)) return
    if ((dictionary.logFrequency(text) ?? -8) > FREQUENT) return
    const expected = board.expectedPlaces(i)
    const { verbal } = glossesOf(text, dictionary)
    for (const j of en) {
      const total = nearness(expected, j) + form(verbal, board.en[j]!) + 0.1
      if (total >= LEAST) wishes.push({ i, j, total })
    }
  })
  return wishes.sort((a, b) => b.total - a.total || a.i - b.i || a.j - b.j)
}

function isBasic(lemma: string, dictionary: Dictionary): boolean {
  const level = dictionary.levelEn(lemma).cefr
  return level === 'A1' || level === 'A2'
}
