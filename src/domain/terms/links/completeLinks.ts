import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from '../words/glosses.ts'
import { completeIdioms, fillGaps } from './fillGaps.ts'
import type { LinkBoard } from './linkBoard.ts'
import { isProper } from '../words/words.ts'

/** Links added when the competition is over, from what stands beside the links that are there. */
export function completeLinks(board: LinkBoard, dictionary: Dictionary): void {
  completeNames(board, dictionary)
  completeGlosses(board, dictionary)
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
    const [beside] = board.ofZh(i + 1)
    if (
      mine.length === 0 &&
      /^[东南西北中]$/.test(word.text) &&
      zh[i + 1]?.joined &&
      beside !== undefined
    ) {
      // 南 of 南伊利诺伊大学 is the Southern that is left.
      if (board.isJoinedEn(beside - 1) && free(beside - 1)) board.link(i, beside - 1, 0.9)
      return
    }
    if (mine.length === 0 || !/[县州郡山湖河岛区队军党社局署院馆长]$/.test(word.text)) return
    let first = Math.min(...mine)
    let last = Math.max(...mine)
    const next = en[first + 1]
    const proper =
      isProper(en[first]!) || (en[first]!.capital && next?.joined === true && isProper(next))
    if (!proper) return
    while (board.isJoinedEn(first - 1) && free(first - 1)) board.link(i, --first, 0.9)
    // County is 县; Sheriff after it is another word's.
    const kind = glossesOf(word.text.slice(-1), dictionary).lemmas
    // Of an office no list has, the next word says what it is: Police Commissioner, Environment Agency.
    const end =
      /[长署局院]$/.test(word.text) && !dictionary.has(word.text)
        ? last + 1
        : en.findIndex((other, j) => j > last && kind.has(other.lemma))
    while (last < end && board.isJoinedEn(last) && free(last + 1)) board.link(i, ++last, 0.9)
  })
}

/** Verbs that only carry the noun after them: take effect, make concessions. */
const LIGHT = /^(?:take|make|have|give|go|come|get|hold)$/
/** What a verb may take with it: call for, call on. */
const PARTICLE = /^(?:on|for|off|out|up|down|with|over|away|upon)$/
/** What makes another verb of a verb: sweep up, sign off. */
const ADVERB = /^(?:up|off|out|down|away|back|apart)$/
/** The same, unless a noun follows: sworn in on Tuesday, but met in Geneva. */
const LOOSE_ADVERB = /^(?:in|over|on)$/
const leadsOn = (board: LinkBoard, j: number) =>
  board.isJoinedEn(j) &&
  !/^(?:in|on|at|by|to|and|as|for|with|before|after)$/.test(board.en[j + 1]!.lemma)
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
    const glosses = glossesOf(word.text, dictionary)
    const verb = glosses.verbal > 0.5
    const long = word.text.length > 2
    const before = board.isJoinedEn(j - 1) ? j - 1 : -1
    const after = board.isJoinedEn(j) ? j + 1 : -1
    const isWord = (k: number) => board.isFreeEn(k) && en[k]!.content
    const halves = glosses.phrases.filter((phrase) => phrase.includes(lemma))
    const two = halves.filter((phrase) => phrase.length === 2)
    const begins = two.some(([first]) => first === lemma)
    if (begins && isWord(after) && (long || (two.length === 1 && !en[after]!.text.endsWith('ing'))))
      board.link(i, after, 0.8)
    else if (
      two.some(([, second]) => second === lemma) &&
      isWord(before) &&
      (long || (glosses.lemmas.get(lemma) !== 1 && !en[before]!.text.endsWith('ed')))
    )
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
      verb &&
      board.isFreeEn(after) &&
      (ADVERB.test(en[after]!.lemma) ||
        (LOOSE_ADVERB.test(en[after]!.lemma) && !leadsOn(board, after)))
    ) {
      board.link(i, after, 0.9)
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
