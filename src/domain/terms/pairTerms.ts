import type { Dictionary } from '../dictionary/dictionary.ts'
import { absorbNeighbours } from './absorb.ts'
import { linkCategoryNouns } from './categoryNouns.ts'
import { completeLinks } from './completeLinks.ts'
import type { Evidence } from './evidence.ts'
import type { NameLink } from './findNames.ts'
import { linkIdioms } from './idiomSpans.ts'
import { LinkBoard } from './linkBoard.ts'
import { linkResidue } from './residue.ts'
import { nameWholes, wholeGlosses, type Whole } from './wholeGlosses.ts'
import { isProper, type EnWord, type ZhWord } from './words.ts'

/** The words of a bead on both sides. */
export interface BeadWords {
  readonly zh: readonly ZhWord[]
  readonly en: readonly EnWord[]
  readonly names: readonly NameLink[]
}

/** A word of one side and one of the other that translate each other. */
export interface Link {
  readonly zh: number
  readonly en: number
  /** What speaks for it, 0 … 1.4; 1 and more is a whole gloss or a name. */
  readonly strength: number
}

/** Dice coefficient of a Chinese word and an English lemma over the beads of the document, 0 … 1. */
export type Association = (zh: string, lemma: string) => number

/** A link below this total is not made. */
const LEAST = 0.62
/** Words that one word of the other side may have as partners, and the evidence that all but the first must have. */
const MOST_PARTNERS = 3
const PARTNER_EVIDENCE = 0.6
const PASSES = 3
/** A bead with more pairs of words than this is no sentence; only its names are linked. */
const MOST_PAIRS = 60_000
const NEIGHBOURS: readonly (readonly [di: number, dj: number, bonus: number])[] = [
  [1, 1, 0.2], [-1, -1, 0.2], [1, 2, 0.12], [-1, -2, 0.12], [2, 1, 0.12], [-2, -1, 0.12], [2, 2, 0.12], [-2, -2, 0.12],
] // prettier-ignore

interface Option {
  readonly zh: number
  readonly en: number
  readonly evidence: number
  readonly base: number
  total: number
}

/**
 * Links between the words of a bead, by competitive linking (Melamed 2000): the strongest pair first, every word once.
 *
 *   total = evidence + ¼·association + ⅕·(1 − |i/I − j/J|) + a bonus when neighbours are linked to neighbours
 *
 * Names and whole glosses of several words are linked before the competition. A word may take a second partner beside its
 * first (拨款 = allocate funds). Three passes, so that the bonus can speak; then what half a gloss, a capital or a gap tells
 * (`completeLinks`), the free stretches idioms take (`linkIdioms`), what is left over on both sides (`linkResidue`), the neighbours a
 * word has a claim to (`absorbNeighbours`) and category nouns (`linkCategoryNouns`).
 */
export function pairTerms(
  words: BeadWords,
  evidence: Evidence,
  association: Association,
  dictionary: Dictionary,
): readonly Link[] {
  const large = words.zh.length * words.en.length > MOST_PAIRS
  const wholes = large
    ? nameWholes(words)
    : [...nameWholes(words), ...wholeGlosses(words, dictionary)]
  const options = large ? [] : score(words, evidence, association)
  let board = compete(words, wholes, options)
  for (let pass = 1; pass < PASSES; pass++) {
    const linked = new Set(board.links.map(({ zh, en }) => zh * 4096 + en))
    for (const option of options) {
      let bonus = 0
      for (const [di, dj, value] of NEIGHBOURS) {
        if (value > bonus && linked.has((option.zh + di) * 4096 + option.en + dj)) bonus = value
      }
      option.total = option.base + bonus
    }
    board = compete(words, wholes, options)
  }
  makeRoom(board, options)
  completeLinks(board, dictionary)
  linkIdioms(board, dictionary)
  linkResidue(board, evidence, association, dictionary)
  absorbNeighbours(board, evidence, dictionary)
  linkCategoryNouns(board, dictionary)
  return board.links
}

/** Evidence that makes looking further for a word's partner needless. */
const CERTAIN = 0.95

function score({ zh, en }: BeadWords, evidence: Evidence, association: Association): Option[] {
  const options: Option[] = []
  for (let j = 0; j < en.length; j++) {
    const other = en[j]!
    if (!other.content) continue
    const settled = zh.some(
      (word) => word.content && !word.name && evidence.plain(word.text, other) >= CERTAIN,
    )
    for (let i = 0; i < zh.length; i++) {
      const word = zh[i]!
      if (!word.content || word.name) continue
      const said = isSame(word.text, other.text)
        ? 1
        : settled
          ? evidence.plain(word.text, other)
          : evidence.thorough(word.text, other)
      // States in United States is no statement: a capital inside a sentence asks for the word itself.
      if (said >= 0.4 && said < 0.75 && isProper(other)) continue
      const together = association(word.text, other.lemma)
      if (said === 0 && together < 0.5) continue
      const place = 1 - Math.abs((i + 0.5) / zh.length - (j + 0.5) / en.length)
      const base = (said > 0 ? said + 0.25 * together : 0.35 * together) + 0.2 * place
      options.push({ zh: i, en: j, evidence: said, base, total: base })
    }
  }
  return options
}

function isSame(zh: string, en: string): boolean {
  return zh.length === en.length && zh.toLowerCase() === en.toLowerCase()
}

function compete(words: BeadWords, wholes: readonly Whole[], options: Option[]): LinkBoard {
  const board = new LinkBoard(words)
  for (const { at, from, to, strength } of wholes) {
    if (board.ofZh(at).length > 0) continue
    let free = true
    for (let j = from; j < to; j++) free &&= board.isFreeEn(j)
    if (!free) continue
    board.whole.add(at)
    for (let j = from; j < to; j++) board.link(at, j, strength)
  }
  options.sort((a, b) => b.total - a.total || a.zh - b.zh || a.en - b.en)
  const loose: Option[] = []
  for (const option of options) {
    if (option.total < LEAST) break
    if (board.whole.has(option.zh) || !mayLink(board, option)) continue
    board.link(option.zh, option.en, option.total)
    if (option.evidence >= CERTAIN) board.settled.add(option.zh)
    else loose.push(option)
  }
  // A one-word gloss is all there is to say (nostalgia needs no feeling of it), unless both are one expression (front line).
  for (const { zh, en } of loose) {
    if (board.settled.has(zh) && !board.ofZh(zh).some((other) => Math.abs(other - en) === 1))
      board.unlink(zh, en)
  }
  return board
}

function mayLink(board: LinkBoard, { zh: i, en: j, evidence }: Option): boolean {
  const mine = board.ofZh(i)
  const theirs = board.ofEn(j)
  if (mine.length === 0 && theirs.length === 0) return true
  if (evidence < PARTNER_EVIDENCE) return false
  if (theirs.length === 0)
    return mine.length < MOST_PARTNERS && mine.some((k) => besides(board.en, k, j))
  return (
    mine.length === 0 &&
    board.zh[i]!.text.length > 1 &&
    theirs.length < MOST_PARTNERS &&
    theirs.some((k) => Math.abs(k - i) === 1)
  )
}

/** Next to each other, or with one small word between. */
function besides(en: readonly EnWord[], a: number, b: number): boolean {
  const apart = Math.abs(a - b)
  return apart === 1 || (apart === 2 && !en[(a + b) / 2]!.content)
}

/**
 * Greed repaired: when a word without a partner wants one that is taken, and the taker has another free choice, both are
 * linked if that is better in sum (空袭 gets strikes when 袭击 may have attacks).
 */
function makeRoom(board: LinkBoard, options: readonly Option[]): void {
  for (const wish of options) {
    if (wish.total < LEAST || board.ofZh(wish.zh).length > 0) continue
    const [taker, ...more] = board.ofEn(wish.en)
    if (taker === undefined || more.length > 0 || board.ofZh(taker).length !== 1) continue
    const held = options.find(({ zh, en }) => zh === taker && en === wish.en)
    const other = options.find(
      ({ zh, en, total }) => zh === taker && total >= LEAST && board.isFreeEn(en),
    )
    if (!held || !other || wish.total + other.total <= held.total + LEAST / 2) continue
    board.unlink(taker, wish.en)
    board.link(taker, other.en, other.total)
    board.link(wish.zh, wish.en, wish.total)
  }
}
