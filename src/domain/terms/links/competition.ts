import type { BeadWords } from '../beadWords.ts'
import { LinkBoard } from './linkBoard.ts'
import { CERTAIN, type ScoredPair } from './scoredPairs.ts'
import type { Whole } from './wholeGlosses.ts'
import type { EnWord } from '../words/words.ts'

/** A link below this total is not made. */
const LEAST = 0.62
/** Words that one word of the other side may have as partners, and the evidence that all but the first must have. */
const MOST_PARTNERS = 3
const PARTNER_EVIDENCE = 0.6
const ROUNDS = 3
/** What a link is worth to a pair beside it, by how far apart they are on both sides. */
const NEIGHBOURS: readonly (readonly [di: number, dj: number, bonus: number])[] = [
  [1, 1, 0.2], [-1, -1, 0.2], [1, 2, 0.12], [-1, -2, 0.12], [2, 1, 0.12], [-2, -1, 0.12], [2, 2, 0.12], [-2, -2, 0.12],
] // prettier-ignore

interface Option extends ScoredPair {
  total: number
}

/**
 * Competitive linking (Melamed 2000): the strongest pair of words first, every word once.
 *
 *   total = base + a bonus when neighbours are linked to neighbours
 *
 * Names and whole glosses are linked before the competition. A word may take a second partner beside its first (拨款 = allocate
 * funds). Three rounds, so that the bonus can speak; then greed is repaired.
 */
export function compete(
  words: BeadWords,
  wholes: readonly Whole[],
  pairs: readonly ScoredPair[],
): LinkBoard {
  const options = pairs.map((pair): Option => ({ ...pair, total: pair.base }))
  let board = playRound(words, wholes, options)
  for (let round = 1; round < ROUNDS; round++) {
    for (const option of options) {
      let bonus = 0
      for (const [di, dj, value] of NEIGHBOURS) {
        if (value > bonus && board.ofZh(option.zh + di).includes(option.en + dj)) bonus = value
      }
      option.total = option.base + bonus
    }
    board = playRound(words, wholes, options)
  }
  makeRoom(board, options)
  return board
}

function playRound(words: BeadWords, wholes: readonly Whole[], options: Option[]): LinkBoard {
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

/** Next to each other, or with one small word between that does not set one beside the other (strikes and attacks). */
function besides(en: readonly EnWord[], a: number, b: number): boolean {
  const apart = Math.abs(a - b)
  if (apart !== 2) return apart === 1
  const { content, lemma } = en[(a + b) / 2]!
  return !content && !/^(?:and|or|nor|but|than)$/.test(lemma)
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
