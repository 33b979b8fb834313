import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from '../words/glosses.ts'
import type { LinkBoard } from './linkBoard.ts'
import { isProper, type EnWord } from '../words/words.ts'

/** Strength of a link between an idiom and a stretch that nothing else explains. */
const UNEXPLAINED = 0.8
const LONGEST = 7
/** Places between the stretch and where the idiom's neighbours expect it. */
const REACH = 6
/** What an idiom's counterpart neither begins nor ends with. */
const FILLER =
  /^(?:usually|after|before|since|until|during|be|become|have|do|will|would|can|could|may|must|not|it|that|this|there|the|a|an|and|but|or|so|to|of|for|as|if|when|while|who|which|because|he|she|they|we|i|you|his|her|its|their|our|my|your|say|then|now|also|just|even|still|too|very)$/
const CLAUSE = /^(?:but|that|which|who|when|while|because|if|so|where|he|she|they|we|i)$/
/** What it may end with. */
const PARTICLE = /^(?:up|out|off|away|down|back|over)$/

/** log10 frequency of a headword hardly met outside its idiom. */
const RARE = -4.6

interface Stretch {
  readonly from: number
  readonly to: number
  readonly content: number
}

/**
 * An idiom is seldom translated by its gloss: 呆若木鸡, "dumbstruck", is "rooted to the spot". One without a partner takes the
 * stretch of English that no other word of the bead explains, nearest to where its neighbours' partners expect it.
 */
export function linkIdioms(board: LinkBoard, dictionary: Dictionary): void {
  const stretches = freeStretches(board).filter(
    ({ from, to, content }) => content > 1 || !isPlain(board.en.slice(from, to + 1), dictionary),
  )
  const wishes = board.zh.flatMap((word, i) => {
    if (board.ofZh(i).length > 0 || !word.content || word.name) return []
    if (!isIdiomatic(word.text, dictionary)) return []
    const expected = board.expectedPlaces(i)
    return stretches.flatMap((stretch) => {
      const away = Math.min(...expected.map((place) => distance(place, stretch)), REACH)
      const worth = 0.3 * Math.min(2, stretch.content) + 1 - away / REACH
      return away < REACH ? [{ i, stretch, worth }] : []
    })
  })
  wishes.sort((a, b) => b.worth - a.worth || a.i - b.i || a.stretch.from - b.stretch.from)
  for (const { i, stretch } of wishes) {
    if (board.ofZh(i).length > 0 || !board.isFreeEn(stretch.from)) continue
    for (let j = stretch.from; j <= stretch.to; j++) board.link(i, j, UNEXPLAINED)
  }
}

/** A stretch whose only content word is one of the first levels: begins, matters. */
function isPlain(words: readonly EnWord[], dictionary: Dictionary): boolean {
  const word = words.find((one) => one.content)
  return word !== undefined && /^(?:A|B1)/.test(dictionary.levelEn(word.lemma).cefr ?? '')
}

function distance(place: number, { from, to }: Stretch): number {
  return place < from ? from - place : Math.max(0, place - to)
}

/** Marked as a saying, or a rare headword of four hanzi or more. */
function isIdiomatic(text: string, dictionary: Dictionary): boolean {
  const { idiom, proper } = glossesOf(text, dictionary)
  if (idiom) return true
  const rare = (dictionary.logFrequency(text) ?? 0) <= RARE
  return text.length >= 4 && rare && !proper && !GRAMMAR.test(text)
}

/** What makes an adverb or a conjunction of a headword of four hanzi: 在此之前. */
const GRAMMAR = /什么|怎么|时候|之[前后间中外]/

/** Runs of English words none of which has a partner, without the small words at their ends. */
function freeStretches(board: LinkBoard): readonly Stretch[] {
  const { en } = board
  const stretches: Stretch[] = []
  for (let j = 0; j < en.length; j++) {
    if (!board.isFreeEn(j) || CLAUSE.test(en[j]!.lemma)) continue
    let end = j
    while (board.isJoinedEn(end) && board.isFreeEn(end + 1) && !CLAUSE.test(en[end + 1]!.lemma))
      end++
    let from = j
    let to = end
    while (from <= to && (FILLER.test(en[from]!.lemma) || en[from]!.clitic)) from++
    while (to >= from && !en[to]!.content && !PARTICLE.test(en[to]!.lemma)) to--
    const words = en.slice(from, to + 1)
    const content = words.filter((word) => word.content).length
    if (content > 0 && words.length <= LONGEST && !words.some(isProper))
      stretches.push({ from, to, content })
    j = end
  }
  return stretches
}
