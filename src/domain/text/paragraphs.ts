import type { Side } from '../model.ts'
import { englishStretches } from './englishStretches.ts'
import { countLetters, isMixed, sideOf } from './language.ts'
import { isBlank, trimBlank } from './ranges.ts'
import { type Line, type Paragraph, unwrapLines } from './unwrapLines.ts'

/** Latin letters of a translation for each hanzi of the original: 3.0 in news, 3.7 in novels. */
const LETTERS_PER_HANZI = 3.4
/** Lines in both languages are cut into them when this share of the lines is. */
const MIXED_SHARE = 0.3
const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
/** Halves of a surrogate pair that lost the other half: no encoding can carry them. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const UNSTORABLE = /\0|^\ufeff/g

/** [00:12.5] or 1:02:03 in front of a line. */
const TIMESTAMP = /^[[(（]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])）]?[\s,-]*/
/** A time code beyond doubt: in brackets, with seconds after minutes and hours, or parts of a second. */
const TIME_CODE = /^(?:[[(（]\d|\d{1,2}:\d{2}(?::\d{2}|[.,]\d))/
const TIMESTAMP_SHARE = 0.6
/** 12. or (12) in front of a line; not 1:12, 2.5. */
const LINE_NUMBER = /^[([（]?(\d{1,4})[.．、:：)\]）](?!\d)\s*(?=\S)/
/** 12 and a space: an amount as well (2 eggs), so that only a long count is one. */
const BARE_NUMBER = /^(\d{1,3})\s+(?=\S)/
/** How far a count must go. */
const REACH = { marked: 2, bare: 6 }
const LEAST_NUMBERS = 3
const LINE_NUMBER_SHARE = 0.8
const MOST_FIRST = 999
/** From this share of the lines on, lines without a letter are numbering, not text. */
const NUMBERING_SHARE = 0.2

/** The text without what no store can carry: NUL, a byte order mark, halves of surrogate pairs (which become U+FFFD). */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '').replace(LONE_SURROGATE, '\ufffd')
}

/**
 * Paragraphs of a pasted text, in order. A line is a paragraph; hard-wrapped lines are joined where that is clear. Rulers
 * (`* * *`) are left out, and, unless they are kept, running line numbers, time codes and the numbering of subtitles.
 */
export function readParagraphs(text: string, keepNumbers = false): readonly Paragraph[] {
  return unwrapLines(readLines(text, keepNumbers))
}

/** Whether lines of a text begin with a running number or a time code, which `readParagraphs` leaves out. */
export function isNumbered(text: string): boolean {
  return numberingOf(textLines(storable(text).split(LINE_BREAK).map(trimBlank))) !== null
}

function readLines(text: string, keepNumbers: boolean): Line[] {
  const raw = storable(text).split(LINE_BREAK)
  const visible = withoutNumbering(raw.map(trimBlank), keepNumbers)
  const lines: (Omit<Line, 'side'> & { side: Side | null })[] = []
  let startsBlock = true
  for (const [index, line] of visible.entries()) {
    if (line !== '') {
      const { side, weight } = measured(line)
      const isIndented = isBlank(raw[index]![0]!)
      lines.push({ text: line, side, weight, startsBlock, isIndented })
    }
    startsBlock = line === ''
  }
  // A line of figures alone reads on in the language before it.
  let last = lines.find(({ side }) => side !== null)?.side ?? null
  if (last === null) return []
  for (const line of lines) line.side = last = line.side ?? last
  return lines.filter(hasSide)
}

const hasSide = <T extends { readonly side: Side | null }>(line: T): line is T & { side: Side } =>
  line.side !== null

function measured(text: string): { text: string; side: Side | null; weight: number } {
  const letters = countLetters(text)
  const weight = letters.hanzi * LETTERS_PER_HANZI + letters.other + 1
  return { text, side: sideOf(letters), weight }
}

/**
 * The paragraphs with those cut that hold sentences of both languages (他来了。He came.), when many do; else as they are.
 */
export function cutMixed(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const parts = new Map<Paragraph, readonly Paragraph[]>()
  const headings = new Map<Paragraph, readonly Paragraph[]>()
  const isBoth = new Set(paragraphs.map(({ side }) => side)).size > 1
  for (const paragraph of paragraphs) {
    if (!isMixed(paragraph.text)) continue
    const cut = cutOne(paragraph)
    if (cut.length > 1) parts.set(paragraph, cut)
    const heading = isBoth ? cutHeading(paragraph.text) : []
    if (heading.length > 1) headings.set(paragraph, heading)
  }
  const cuts = parts.size < MIXED_SHARE * paragraphs.length ? headings : parts
  if (cuts.size === 0) return paragraphs
  return paragraphs.flatMap(
    (paragraph) => cuts.get(paragraph) ?? headings.get(paragraph) ?? [paragraph],
  )
}

/** A heading in both languages on one line: 城市里的蜜蜂 Bees in the City, 二、困难 2. Difficulties, the English first, too. */
const HEADING = [
  /^([^A-Za-z。，；]*\p{Script=Han}[^A-Za-z。，；]*?)\s*[|/·—–-]*\s+((?:\d{1,3}[.)]?\s+|[IVX]+\.\s+|[“"(]?)\p{Lu}[^\p{Script=Han}.!?]*[!?]?)$/u,
  /^((?:\d{1,3}[.)]?\s+|[IVX]+\.\s+|[“"(]?)\p{Lu}[^\p{Script=Han}.!?]*[!?]?)\s*[|/·—–-]*\s+((?:\d{1,3}[.、]\s*)?[^A-Za-z。，；]*\p{Script=Han}[^A-Za-z。，；]*)$/u,
]
const LONGEST_HEADING = 120
/** A name after its label (作者 John Smith) has fewer, or a translation has more. */
const HEADING_LETTERS = { least: 1.5, most: 12 }

function cutHeading(text: string): readonly Paragraph[] {
  if (text.length > LONGEST_HEADING) return []
  const found = HEADING.map((pattern) => pattern.exec(text)).find((match) => match !== null)
  if (!found) return []
  const parts = [found[1]!, found[2]!].map((part) => measured(trimBlank(part)))
  const { hanzi, other } = countLetters(text)
  const share = other / Math.max(1, hanzi)
  const isTranslated = share >= HEADING_LETTERS.least && share <= HEADING_LETTERS.most
  return isTranslated ? parts.filter(hasSide) : []
}

function cutOne(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph
  const cuts = englishStretches(text).flatMap(({ start, end }) =>
    /\p{L}\p{L}/u.test(text.slice(start, end)) ? [start, end] : [],
  )
  const edges = [0, ...cuts, text.length]
  const parts = edges.slice(1).map((edge, at) => measured(trimBlank(text.slice(edges[at], edge))))
  const worded = parts.filter(({ side }) => side !== null)
  if (worded.length < 2) return [paragraph]
  return worded.map((part) => ({ ...part, side: part.side ?? paragraph.side }))
}

/** The lines with their numbering taken off; lines that hold nothing else become blank. */
function withoutNumbering(lines: readonly string[], keepNumbers: boolean): readonly string[] {
  const kept = textLines(lines)
  const numbering = keepNumbers ? null : numberingOf(kept)
  return numbering === null ? kept : kept.map((line) => trimBlank(line.replace(numbering, '')))
}

/** The lines that are text; numbers of subtitles and rulers become blank. */
function textLines(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line !== '')
  const figuresOnly = filled.filter((line) => !/\p{L}/u.test(line))
  const hasCaptions = figuresOnly.length >= NUMBERING_SHARE * filled.length
  const isText = (line: string) =>
    /\p{L}/u.test(line) || (!hasCaptions && /\p{N}|\p{So}/u.test(line))
  return lines.map((line) => (isText(line) ? line : ''))
}

/** What the lines of a text are numbered with; null when what they begin with means something. */
function numberingOf(lines: readonly string[]): RegExp | null {
  const texts = lines.filter((line) => line !== '')
  if (texts.length < 2) return null
  if (areTimeCodes(texts)) return TIMESTAMP
  if (isCounting(texts, LINE_NUMBER, REACH.marked)) return LINE_NUMBER
  return isCounting(texts, BARE_NUMBER, REACH.bare) ? BARE_NUMBER : null
}

/** Whether most lines begin with a time code. Times of a day (7:30) are none: what is played begins in its first minute. */
function areTimeCodes(lines: readonly string[]): boolean {
  const stamped = lines.filter((line) => TIMESTAMP.test(line))
  if (stamped.length < TIMESTAMP_SHARE * lines.length) return false
  const certain = stamped.filter((line) => TIME_CODE.test(line))
  return certain.length >= stamped.length / 2 || /^0{1,2}:/.test(stamped[0]!)
}

/** Whether nearly every line starts with a number, each the last one, the next one, or 1 again, from 1 on. */
function isCounting(lines: readonly string[], pattern: RegExp, reach: number): boolean {
  const numbers = lines.flatMap((line) => {
    const number = pattern.exec(line)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  if (numbers.length < LEAST_NUMBERS || numbers.length < LINE_NUMBER_SHARE * lines.length)
    return false
  // A count that begins later than a page does is one of years: 1998. 1999.
  const greatest = numbers.reduce((most, number) => Math.max(most, number), 0)
  if (numbers[0]! > MOST_FIRST || greatest - numbers[0]! + 1 < reach) return false
  return numbers.every((number, at) => {
    const before = numbers[at - 1]
    return before === undefined || number === 1 || number === before || number === before + 1
  })
}
