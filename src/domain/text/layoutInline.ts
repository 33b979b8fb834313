import { type Paragraph } from './unwrapLines.ts'
import type { Side } from '../model.ts'
import { countLetters, isMixed, languageOf } from './language.ts'
import { buildLayout, type Tied } from './layoutBuild.ts'
import type { Layout } from './layoutTypes.ts'
import { trimBlank } from './ranges.ts'

/** A text is a list of pairs when this share of its lines holds pairs and nothing else. */
const PAIR_SHARE = 0.6
/** Latin letters for each hanzi below which the English is a name or a gloss in a Chinese sentence, not its translation. */
const LEAST_LETTERS_PER_HANZI = 1

interface Pair {
  readonly zh: string
  readonly en: string
  readonly first: Side
}

const IN_BRACKETS = /^(.+?)\s*[（(【[［]\s*([^（(【[［]+?)\s*[)）】\]］]\s*[.。;；,，、]?$/
/** What may stand between the two halves, surest first. A hyphen needs air, or a hanzi, on one side. */
const SEPARATORS = [
  /\s*(?:=+>?|＝|→|⇒|->|\t|\|)\s*/g,
  /\s*(?:——?|–|--)\s*/g,
  /\s+[-/~·]\s+|(?<=\p{Script=Han})\s*[-/~]\s*(?=[A-Za-z])|(?<=[A-Za-z])\s*[-/~]\s*(?=\p{Script=Han})/gu,
  /\s*[:：]\s*/g,
  /\s*[,，;；]\s*/g,
] as const
/** 他来了。He came: two sentences, which `cutMixed` takes apart, not the halves of a pair. */
const SENTENCE_THEN_LATIN = /[。！？]["”’」]?\s*[A-Za-z]/
/** 停火 ceasefire: only a space between them. */
const SPACE = /\s+/g
/** From this many lines on a space will do; below it may set off a name: 我用 Telegram. */
const LINES_FOR_SPACE = 3
/** Longer lines are no pairs. */
const LONGEST_LINE = 800
/** A reading between the two: [ting2 huo3], tíng huǒ. */
const READING =
  /^(?:[[(（/]\s*[a-zü:\d\s'’-]*[a-zü:]+[1-5][a-zü:\d\s'’-]*[\])）/]|[[(（/][^\])）/]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][^\])）/]*[\])）/]|(?:[a-zü'’]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü'’]*\s*)+)[\s,;:，；：、—–=-]*/i
/** A comma or semicolon that is not inside brackets. */
const BETWEEN_ITEMS = /\s*[;；,，、]\s*(?![^（(【[［]*[)）】\]］])/
const BULLET = /^[-*•·▪◦]\s+|^\d{1,3}[.)、]\s*/

/** The text read as a list of pairs `停火 (ceasefire)`, and the share of its lines that are; null when there is none. */
export function readInline(
  paragraphs: readonly Paragraph[],
): { layout: Layout; share: number } | null {
  const found = paragraphs.map(({ text }) => pairsOf(text, paragraphs.length))
  const pairs = found.flat()
  if (pairs.length === 0) return null
  const groups = paragraphs.flatMap(({ text, side }, at): Tied[] => {
    const here = found[at]!
    if (here.length > 0) return here.map(({ zh, en }) => ({ zh: [zh], en: [en] }))
    return [side === 'zh' ? { zh: [text], en: [] } : { zh: [], en: [text] }]
  })
  const paired = found.filter((here) => here.length > 0).length
  const zhFirst = pairs.filter(({ first }) => first === 'zh').length
  const first = zhFirst >= pairs.length / 2 ? 'zh' : 'en'
  const layout = buildLayout(groups, { kind: 'inline', first, count: pairs.length })
  const letters = countLetters(pairs.map(({ zh, en }) => `${zh} ${en}`).join(' '))
  const isTranslated = letters.other >= LEAST_LETTERS_PER_HANZI * letters.hanzi
  return { layout, share: isTranslated ? paired / paragraphs.length : 0 }
}

export function isPairList(share: number): boolean {
  return share >= PAIR_SHARE
}

const NONE: readonly Pair[] = []

/** The pairs a line consists of; none when it holds anything else. */
function pairsOf(line: string, lines: number): readonly Pair[] {
  if (line.length > LONGEST_LINE || !isMixed(line)) return NONE
  const text = trimBlank(line.replace(BULLET, ''))
  const items = text.split(BETWEEN_ITEMS).filter((item) => item !== '')
  if (items.length > 1) {
    const pairs = items.map(separatedPair)
    if (pairs.every((pair) => pair !== null)) return pairs
  }
  const sure = separatedPair(text)
  if (sure) return [sure]
  const spaced = splitAt(text, SPACE)
  return spaced && (lines >= LINES_FOR_SPACE || /^\p{Ll}/u.test(spaced.en)) ? [spaced] : NONE
}

/** The pair in an item with brackets or a separator. */
function separatedPair(item: string): Pair | null {
  const bracketed = IN_BRACKETS.exec(item)
  const pair = bracketed && pairOf(bracketed[1]!, bracketed[2]!)
  if (pair) return pair
  for (const separator of SEPARATORS) {
    const split = splitAt(item, separator)
    if (split) return split
  }
  return null
}

/** The pair on both sides of the first separator that has one language on each. */
function splitAt(text: string, separator: RegExp): Pair | null {
  for (const match of text.matchAll(separator)) {
    const pair = pairOf(text.slice(0, match.index), text.slice(match.index + match[0].length))
    if (pair) return pair
  }
  return null
}

/** Two halves as a pair; null unless one is Chinese and the other has no hanzi. A reading in front of the English goes. */
function pairOf(left: string, right: string): Pair | null {
  if (SENTENCE_THEN_LATIN.test(left)) return null
  const languages = [languageOf(left), languageOf(right)]
  if (languages[0] === 'zh' && languages[1] === 'en' && countLetters(right).hanzi === 0) {
    const en = trimBlank(right.replace(READING, ''))
    return /\p{L}/u.test(en) ? { zh: trimBlank(left), en, first: 'zh' } : null
  }
  if (languages[0] === 'en' && languages[1] === 'zh' && countLetters(left).hanzi === 0) {
    return { zh: trimBlank(right), en: trimBlank(left), first: 'en' }
  }
  return null
}
