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
const TIMESTAMP_SHARE = 0.6
/** 12 or 12. or (12) in front of a line. */
const LINE_NUMBER = /^[([（]?(\d{1,4})(?:[.．、:：)\]）]\s*|\s+)(?=\S)/
const LINE_NUMBER_SHARE = 0.8
/** From this share of the lines on, lines without a letter are numbering, not text. */
const NUMBERING_SHARE = 0.2

/** The text without what no store can carry: NUL, a byte order mark, halves of surrogate pairs (which become U+FFFD). */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '').replace(LONE_SURROGATE, '\ufffd')
}

/**
 * Paragraphs of a pasted text, in order. A line is a paragraph; hard-wrapped lines are joined where that is clear. Rulers
 * (`* * *`), line numbers, timestamps and the numbering of subtitles are left out.
 */
export function readParagraphs(text: string): readonly Paragraph[] {
  return unwrapLines(readLines(text))
}

function readLines(text: string): Line[] {
  const raw = storable(text).split(LINE_BREAK)
  const visible = withoutNumbering(raw.map(trimBlank))
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

const hasSide = (line: Omit<Line, 'side'> & { side: Side | null }): line is Line =>
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
  for (const paragraph of paragraphs) {
    const cut = isMixed(paragraph.text) ? cutOne(paragraph) : []
    if (cut.length > 1) parts.set(paragraph, cut)
  }
  if (parts.size < MIXED_SHARE * paragraphs.length) return paragraphs
  return paragraphs.flatMap((paragraph) => parts.get(paragraph) ?? [paragraph])
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
function withoutNumbering(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line !== '')
  const figuresOnly = filled.filter((line) => !/\p{L}/u.test(line))
  const isNumbered = figuresOnly.length >= NUMBERING_SHARE * filled.length
  const isText = (line: string) =>
    /\p{L}/u.test(line) || (!isNumbered && /\p{N}|\p{So}/u.test(line))
  const kept = lines.map((line) => (isText(line) ? line : ''))
  const texts = kept.filter((line) => line !== '')
  if (texts.length < 2) return kept
  const stamped = texts.filter((line) => TIMESTAMP.test(line))
  if (stamped.length >= TIMESTAMP_SHARE * texts.length) {
    return kept.map((line) => trimBlank(line.replace(TIMESTAMP, '')))
  }
  return isCounting(texts) ? kept.map((line) => trimBlank(line.replace(LINE_NUMBER, ''))) : kept
}

/** Whether nearly every line starts with a number, each the last one, the next one, or 1 again. */
function isCounting(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) => {
    const number = LINE_NUMBER.exec(line)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
  if (numbers.length < 3 || numbers.length < LINE_NUMBER_SHARE * lines.length) return false
  return numbers.every((number, at) => {
    const before = numbers[at - 1]
    return before === undefined || number === 1 || number === before || number === before + 1
  })
}
