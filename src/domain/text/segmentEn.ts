import type { TextRange } from '../model.ts'
import { ADDRESS, BEFORE_FIGURE, BIBLE, ENDING, NUMBERED, STARTERS } from './abbreviationsEn.ts'
import { cutLong } from './longSentences.ts'
import { lineRanges, trimRange } from './ranges.ts'

/**
 * A run of sentence marks (also spaced: `. . .`), the closers and footnote numbers behind it, and then white space, the end of the line, or
 * a capital that somebody forgot the space before (`over.Then`). Chinese marks need no space. The runs have an end, because
 * where nothing follows they are read again from each of their marks.
 */
const CANDIDATE =
  /(?<marks>(?:[.!?…⁉⁈⁇‼‽]|(?<=\.) (?=\. ?\.)|(?<=\. \.) (?=\.)){1,60}|[。！？﹖﹗]{1,60}|(?:—|–|--)(?=["”’']))(?<closers>(?:["'”’»)\]}」』）]|\[\d{1,3}\]|[¹²³⁰⁴-⁹]){0,60})(?<emoji>(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}]){0,60})(?<gap>\s+|$|(?=["“«]\p{Lu})|(?<=\p{L}\p{Ll}[.!?]["”’)]*)(?=\p{Lu}\p{Ll})|(?<=[。！？﹖﹗」』）])|(?<=\p{Extended_Pictographic}\ufe0f?))/gu

/** As much of a sentence as is looked at; keeps a book on one line linear. */
const LOOK_BACK = 60
const QUOTE = /["'“”‘’«»]/
/** What may stand before the first letter of a sentence. */
const OPENERS = /^["'“‘«([{「『（—–\-*•#\s]*/u
const SPEAKER = String.raw`(?!(?:He|She|It|They|We|I|You)\b)(?:\p{Lu}[\p{L}'’.-]*\s+){1,3}`
const SAYS = String.raw`(?:said|says?|asked|asks?|cried|shouted|exclaimed|whispered|yelled|demanded)\b`
/** After “I”, who is always a capital, these begin what was said or done instead. */
const ELSE = String.raw`(?![:,]\s*["“‘']|\s+(?:no|nothing|yes|that|if|whether|for|I|you|he|she|it|we|they)\b)`
const REPLIES = String.raw`(?:replied|answered|called|thought|muttered|murmured|inquired|enquired|announced|explained|added|continued|repeated|protested|snapped|screamed|roared|insisted|declared|observed|remarked|interrupted|objected|wondered|wrote|told\s+(?:me|him|her|us|them|it|the\s+\p{Ll}+))`
const ENDS = String.raw`(?:[.;]|,(?!\s*["“‘'])|\s+(?:\p{Ll}+ly|to|at|in|with|from|out|back|as|again)\b)`
/**
 * “Stop!” John said: words after an exclamation or a question in quotes may still say who spoke. Some verbs do whatever follows, others
 * only when the sentence ends with them or goes on with how: “Stop!” John called the waiter.
 */
const SPEECH_TAG = new RegExp(
  `^(?:${SPEAKER}${SAYS}|I\\s+${SAYS}${ELSE}|(?:${SPEAKER}|I\\s+)${REPLIES}${ENDS})`,
  'u',
)

/**
 * Sentences of an English text, in order: trimmed ranges that together cover all that is not blank.
 *
 * A sentence ends after `.` `!` `?` `…` and the closers behind them when what follows can start a sentence, and at every
 * line break. It does not end after a title (Gov. Vorobyov), an initial, a list number, or an abbreviation unless a word
 * follows that starts sentences (the U.S. The talks).
 */
export function segmentEn(paragraph: string): readonly TextRange[] {
  return lineRanges(paragraph).flatMap((line) =>
    segmentLine(paragraph.slice(line.start, line.end), line.start).flatMap((range) =>
      cutLong(paragraph, range),
    ),
  )
}

function segmentLine(line: string, offset: number): TextRange[] {
  const ranges: TextRange[] = []
  let start = 0
  const add = (end: number) => {
    const range = trimRange(line, start, end)
    start = end
    if (!range) return
    const last = ranges.at(-1)
    const hasWord = /[\p{L}\p{N}\p{So}]/u.test(line.slice(range.start, range.end))
    if (last && !hasWord) ranges[ranges.length - 1] = { start: last.start, end: offset + range.end }
    else ranges.push({ start: offset + range.start, end: offset + range.end })
  }
  for (const match of line.matchAll(CANDIDATE)) {
    const { marks = '', closers = '', emoji = '', gap = '' } = match.groups ?? {}
    const end = match.index + marks.length + closers.length + emoji.length
    const sentence = line.slice(Math.max(start, match.index - LOOK_BACK), match.index)
    const rest = line.slice(end + gap.length, end + gap.length + 120)
    if (isBoundary(sentence, marks, closers, rest)) add(end)
  }
  add(line.length)
  return ranges
}

/** Whether a sentence ends between `sentence` + `marks` + `closers` and `rest`. */
function isBoundary(sentence: string, marks: string, closers: string, rest: string): boolean {
  if (rest === '') return true
  if (!canStart(rest)) return false
  if (QUOTE.test(closers) && QUOTE.test(rest[0]!)) return true
  if (marks === '.') return !isAbbreviation(sentence, closers, rest)
  if (QUOTE.test(closers)) return !SPEECH_TAG.test(rest)
  return !/(?:…|\. ?\.|[—–-])$/.test(marks) || !isStutter(sentence, rest)
}

/** I… I've got it: the word before the pause is begun again after it. */
function isStutter(sentence: string, rest: string): boolean {
  const word = /[\p{L}]+$/u.exec(sentence.trimEnd())?.[0]
  const next = /^\p{L}+/u.exec(rest)?.[0]
  return word !== undefined && word.toLowerCase() === next?.toLowerCase()
}

/** Whether a sentence can start like this: a capital, a figure, a caseless letter or a picture, openers before it. */
function canStart(rest: string): boolean {
  const opener = OPENERS.exec(rest)?.[0] ?? ''
  const first = rest.slice(opener.length)
  if (/^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{So}$£€¥]/u.test(first)) return true
  // eBay, iPhone; a list mark: b. Pears
  return /^(?:\p{Ll}\p{Lu}|(?:[a-z]|[ivx]{1,4})[.)]\s+\p{Lu})/u.test(first)
}

/** Whether the stop after `sentence` belongs to its last word: a title, an initial, an abbreviation, a list number. */
function isAbbreviation(sentence: string, closers: string, rest: string): boolean {
  if (isListMark(sentence)) return true
  const word = /[\p{L}.&]+$/u.exec(sentence)?.[0] ?? ''
  if (word === '') return false
  if (NUMBERED.has(word) && closers === '' && /^\(?[\d#IVXLC]+\b/.test(rest)) return true
  if (BEFORE_FIGURE.has(word) && closers === '' && /^\d/.test(rest)) return true
  if (BIBLE.has(word) && /^\d+:\d/.test(rest)) return true
  const isInitial = /^\p{Lu}$/u.test(word) && word !== 'I'
  if (ADDRESS.has(word) && closers === '' && !isInitial) return true
  const isDotted = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)
  if (!isInitial && !isDotted && !ENDING.has(word)) return false
  return !STARTERS.test(rest)
}

/** Whether all there is of the sentence so far is a list mark: `1.` `a.` `iv.` `(2).` */
function isListMark(sentence: string): boolean {
  return /^["'“‘(*•\s-]*(?:\d{1,3}|\p{L}|[ivx]{1,4}|[IVX]{1,4})\)?$/u.test(sentence)
}
