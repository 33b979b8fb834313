import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from '../words/glosses.ts'
import type { LinkBoard } from './linkBoard.ts'
import { isProper } from '../words/words.ts'

/** Strength of a link that only its neighbours speak for. */
const GAP = 0.75
/** log10 frequency above which a word's senses are in the dictionary: what no gloss explains is a free translation. */
const FREQUENT = -4.3
const LONGEST_GAP = 6

/**
 * Between two linked neighbours, or a neighbour and the end of a clause, there are one or two headwords left on the Chinese side
 * and as many words on the English: they translate each other in order, though no gloss says so. An idiom takes all the words
 * that are left.
 */
export function fillGaps(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  for (let i = 0; i < zh.length; i++) {
    if (!isOpen(board, i, dictionary)) continue
    const last = zh[i + 1]?.joined === true && isOpen(board, i + 1, dictionary) ? i + 1 : i
    const rare = [i, last].some((k) => (dictionary.logFrequency(zh[k]!.text) ?? -8) <= FREQUENT)
    const left = linkedNeighbour(board, i, -1)
    const right = linkedNeighbour(board, last, 1)
    if (!rare || left === undefined || right === undefined || (left === null && right === null))
      continue
    const span = openEnglish(board, left, right)
    if (span.some((j) => !board.isFreeEn(j))) continue
    const content = span.filter((j) => en[j]!.content)
    if (content.length === 0 || content.some((j) => isProper(en[j]!))) continue
    if (i === last && zh[i]!.text.length >= 4 && content.length <= 3) {
      const bare = span.slice(span.findIndex((j) => !FILLER.test(en[j]!.lemma)))
      if (bare.length < LONGEST_GAP) for (const j of bare) board.link(i, j, GAP)
    } else if (content.length === last - i + 1) {
      content.forEach((j, k) => board.link(i + k, j, GAP))
    }
  }
}

/** A headword without a partner. */
function isOpen(board: LinkBoard, i: number, dictionary: Dictionary): boolean {
  const word = board.zh[i]!
  return (
    word.content && word.text.length >= 2 && board.ofZh(i).length === 0 && dictionary.has(word.text)
  )
}

/** What an idiom's counterpart does not begin with. */
const FILLER =
  /^(?:be|become|not|it|that|this|have|will|the|a|an|and|but|to|of|he|she|they|we|i|you|in|at|on|for|as)$/

/** The linked word next in this direction; null at the end of the clause, undefined when another open word comes first. */
function linkedNeighbour(board: LinkBoard, i: number, step: 1 | -1): number | null | undefined {
  for (let k = i; ; k += step) {
    const edge = board.zh[step < 0 ? k : k + 1]
    if (edge === undefined || !edge.joined) return null
    if (board.ofZh(k + step).length > 0) return k + step
    if (board.zh[k + step]!.content) return undefined
  }
}

/** The English words between the partners of two neighbours, or from a partner to the end of its clause. */
function openEnglish(
  board: LinkBoard,
  left: number | null,
  right: number | null,
): readonly number[] {
  let from = left === null ? -1 : Math.max(...board.ofZh(left)) + 1
  let to = right === null ? -1 : Math.min(...board.ofZh(right))
  if (left === null) for (from = to; board.isJoinedEn(from - 1) && to - from <= LONGEST_GAP;) from--
  if (right === null) for (to = from; board.isJoinedEn(to - 1) && to - from <= LONGEST_GAP;) to++
  if (from >= to || to - from > LONGEST_GAP) return []
  const span = Array.from({ length: to - from }, (_, k) => from + k)
  return span.every((j) => j === from || board.isJoinedEn(j - 1)) ? span : []
}

const LONGEST_IDIOM = 5
/** Small words inside an expression: back and forth, as promised. */
const INSIDE = /^(?:and|or|as|by|in|of|to|the|a|an|for)$/

/** Marked as a saying, or of four hanzi that no single English word renders. */
function isIdiomatic(text: string, dictionary: Dictionary): boolean {
  const { idiom, lemmas } = glossesOf(text, dictionary)
  return idiom || (text.length >= 4 && dictionary.has(text) && ![...lemmas.values()].includes(1))
}

/** The free content word that stands after this one and at most two small free words; null when there is none. */
function beyondSmallWords(board: LinkBoard, last: number): number | null {
  for (let j = last + 1; j <= last + 3 && board.isJoinedEn(j - 1) && board.isFreeEn(j); j++) {
    const { content, lemma } = board.en[j]!
    if (content) return isProper(board.en[j]!) ? null : j
    if (!INSIDE.test(lemma)) return null
  }
  return null
}
/** Prepositions that belong to the image: between the lines. */
const IMAGE =
  /^(?:between|through|throughout|behind|beyond|beneath|against|without|under|over|like)$/

/**
 * An idiom of which one word is explained has the free words around it, too: 车水马龙, "heavy traffic", is "choked with traffic" here.
 * To the right all free words join; to the left only over a small word, or the subject would.
 */
export function completeIdioms(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  zh.forEach((word, i) => {
    const mine = board.ofZh(i)
    if (mine.length === 0 || board.whole.has(i) || !isIdiomatic(word.text, dictionary)) return
    const first = Math.min(...mine)
    let last = Math.max(...mine)
    const isFree = (k: number) =>
      board.isFreeEn(k) && !isProper(en[k]!) && !FILLER.test(en[k]!.lemma)
    while (
      board.isJoinedEn(last) &&
      isFree(last + 1) &&
      en[last + 1]!.content &&
      last - first + 1 < LONGEST_IDIOM
    ) {
      board.link(i, ++last, GAP)
    }
    const next = beyondSmallWords(board, last)
    if (next !== null && next - first < LONGEST_IDIOM)
      while (last < next) board.link(i, ++last, GAP)
    let start = first
    while (
      board.isJoinedEn(start - 1) &&
      isFree(start - 1) &&
      !en[start - 1]!.content &&
      first - start < 2
    )
      start--
    const content =
      start < first && board.isJoinedEn(start - 1) && isFree(start - 1) && en[start - 1]!.content
    const article =
      start === first && board.isJoinedEn(first - 1) && /^(?:the|a|an)$/.test(en[first - 1]!.lemma)
        ? 1
        : 0
    const image =
      board.isJoinedEn(first - article - 1) && IMAGE.test(en[first - article - 1]!.lemma)
    const from = content ? start - 1 : image ? first - article - 1 : first
    if (last - from + 1 > LONGEST_IDIOM) return
    for (let j = from; j < first; j++) board.link(i, j, GAP)
  })
}
