import type { Dictionary } from '../dictionary/dictionary.ts'
import { glossesOf } from './glosses.ts'
import type { LinkBoard } from './linkBoard.ts'
import { isProper } from './words.ts'

/** Links added when the competition is over, from what stands beside the links that are there. */
export function completeLinks(board: LinkBoard, dictionary: Dictionary): void {
  completeNames(board, dictionary)
  completeGlosses(board, dictionary)
  completePersons(board, dictionary)
  fillGaps(board, dictionary)
  completeIdioms(board, dictionary)
}

/**
 * The rest of a capitalised name goes with the one word of it that is linked: 皮尔斯县 sounds like Pierce and is all of Pierce County.
 */
function completeNames(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  const free = (j: number) => board.isFreeEn(j) && isProper(en[j]!)
  zh.forEach((word, i) => {
    const mine = board.ofZh(i)
    if (mine.length === 0 || !/[县州郡山湖河岛区队军党社局署院馆]$/.test(word.text)) return
    let first = Math.min(...mine)
    let last = Math.max(...mine)
    const next = en[first + 1]
    const proper =
      isProper(en[first]!) || (en[first]!.capital && next?.joined === true && isProper(next))
    if (!proper) return
    while (board.isJoinedEn(first - 1) && free(first - 1)) board.link(i, --first, 0.9)
    // County is 县; Sheriff after it is another word's.
    const kind = glossesOf(word.text.slice(-1), dictionary).lemmas
    const end = en.findIndex((other, j) => j > last && kind.has(other.lemma))
    while (last < end && board.isJoinedEn(last) && free(last + 1)) board.link(i, ++last, 0.9)
  })
}

/** Verbs that only carry the noun after them: take effect, make concessions. */
const LIGHT = /^(?:take|make|have|give|go|come|get|hold)$/
/** What a verb may take with it: call for, call on. */
const PARTICLE = /^(?:on|for|off|out|up|down|with|over|away|upon)$/
/** What 主 before a noun may be in English: 主教练, head coach. */
const MAIN = /^(?:head|chief|main|lead|leading|principal|primary|key)$/

/**
 * Half of a gloss stands in the text, the other half in other words: 新闻发布会, "press conference", is "press briefing"
 * here, 生效, "go into effect", is "take effect", 长队, "line", is "long lines". The free word beside the linked one is taken for
 * the missing half.
 */
function completeGlosses(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  zh.forEach((word, i) => {
    const [j, ...others] = board.ofZh(i)
    if (
      j === undefined ||
      others.length > 0 ||
      word.name ||
      board.whole.has(i) ||
      word.text.length < 2
    )
      return
    const { lemma } = en[j]!
    const long = word.text.length > 2
    const before = board.isJoinedEn(j - 1) ? j - 1 : -1
    const after = board.isJoinedEn(j) ? j + 1 : -1
    const isWord = (k: number) => board.isFreeEn(k) && en[k]!.content
    const halves = glossesOf(word.text, dictionary).phrases.filter((phrase) =>
      phrase.includes(lemma),
    )
    const two = halves.filter((phrase) => phrase.length === 2)
    const begins = two.some(([first]) => first === lemma)
    if (begins && isWord(after) && (long || (two.length === 1 && !en[after]!.text.endsWith('ing'))))
      board.link(i, after, 0.8)
    else if (long && two.some(([, second]) => second === lemma) && isWord(before))
      board.link(i, before, 0.8)
    else if (
      board.isFreeEn(after) &&
      PARTICLE.test(en[after]!.lemma) &&
      two.some(([first, second]) => first === lemma && PARTICLE.test(second ?? ''))
    ) {
      board.link(i, after, 1)
    } else if (
      board.isFreeEn(before) &&
      LIGHT.test(en[before]!.lemma) &&
      halves.some((phrase) => phrase.at(-1) === lemma && LIGHT.test(phrase[0] ?? ''))
    ) {
      board.link(i, before, 1)
    } else if (
      isWord(before) &&
      (describes(word.text[0] ?? '', en[before]!.lemma, dictionary) ||
        (word.text.startsWith('主') && MAIN.test(en[before]!.lemma)))
    ) {
      board.link(i, before, 0.9)
    }
  })
}

/** Whether an English word is what the hanzi means by itself, as an adjective would (长: long). */
function describes(hanzi: string, lemma: string, dictionary: Dictionary): boolean {
  const { lemmas, verbal } = glossesOf(hanzi, dictionary)
  return verbal < 0.8 && lemmas.get(lemma) === 1
}

/** Who does it: 谈判代表 are negotiators. */
const PERSON = /^(?:代表|人员|人士|专家|官员|工作者|分子)$/

function completePersons(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  for (let i = 0; i + 1 < zh.length; i++) {
    const [j, ...others] = board.ofZh(i)
    const next = zh[i + 1]!
    if (j === undefined || others.length > 0 || board.ofZh(i + 1).length > 0) continue
    if (!next.joined || !PERSON.test(next.text) || glossesOf(zh[i]!.text, dictionary).verbal === 0)
      continue
    if (/(?:er|or|ist)s?$/.test(en[j]!.text)) board.link(i + 1, j, 0.9)
  }
}

/** Strength of a link that only its neighbours speak for. */
const GAP = 0.75
/** log10 frequency above which a word's senses are in the dictionary: what no gloss explains is a free translation. */
const FREQUENT = -4.3
const LONGEST_GAP = 6

/**
 * Between two linked neighbours, or a neighbour and the end of a clause, there is one headword left on the Chinese side and one
 * word on the English: they translate each other, though no gloss says so. An idiom takes all the words that are left.
 */
function fillGaps(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  zh.forEach((word, i) => {
    if (
      !word.content ||
      board.ofZh(i).length > 0 ||
      word.text.length < 2 ||
      !dictionary.has(word.text)
    )
      return
    if ((dictionary.logFrequency(word.text) ?? -8) > FREQUENT) return
    const left = linkedNeighbour(board, i, -1)
    const right = linkedNeighbour(board, i, 1)
    if (left === undefined || right === undefined || (left === null && right === null)) return
    const span = openEnglish(board, left, right)
    if (span.some((j) => !board.isFreeEn(j))) return
    const content = span.filter((j) => en[j]!.content)
    const [only] = content
    if (only === undefined || content.some((j) => isProper(en[j]!))) return
    if (word.text.length >= 4 && content.length <= 3) {
      const bare = span.slice(span.findIndex((j) => !FILLER.test(en[j]!.lemma)))
      if (bare.length < LONGEST_GAP) for (const j of bare) board.link(i, j, GAP)
    } else if (content.length === 1) board.link(i, only, GAP)
  })
}

/** What an idiom's counterpart does not begin with. */
const FILLER =
  /^(?:be|not|it|that|this|have|will|the|a|an|and|but|to|of|he|she|they|we|i|you|in|at|on|for)$/

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

/**
 * An idiom of which one word is explained has the free words around it, too: 车水马龙, "heavy traffic", is "choked with traffic" here.
 * Small words join when a free word stands behind them.
 */
function completeIdioms(board: LinkBoard, dictionary: Dictionary): void {
  const { zh, en } = board
  zh.forEach((word, i) => {
    const mine = board.ofZh(i)
    if (mine.length === 0 || board.whole.has(i) || !glossesOf(word.text, dictionary).idiom) return
    let first = Math.min(...mine)
    let last = Math.max(...mine)
    const grow = (step: 1 | -1) => {
      for (let k = step > 0 ? last : first, small = 0; ;) {
        if (!board.isJoinedEn(step > 0 ? k : k - 1)) return
        k += step
        if (!board.isFreeEn(k) || isProper(en[k]!) || last - first + 1 + small >= LONGEST_IDIOM)
          return
        if (!en[k]!.content) {
          if (++small > 2 || FILLER.test(en[k]!.lemma)) return
          continue
        }
        for (let j = step > 0 ? last + 1 : k; j <= (step > 0 ? k : first - 1); j++)
          board.link(i, j, GAP)
        if (step > 0) last = k
        else first = k
        small = 0
      }
    }
    grow(1)
    grow(-1)
  })
}
