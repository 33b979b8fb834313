import type { TextRange } from '../model.ts'
import { countHanzi, isHanziAt } from './hanzi.ts'
import { cutLong } from './longSentences.ts'
import { isBlank, lineRanges, trimRange } from './ranges.ts'

/** Ends a sentence wherever it stands. */
const STRONG = '。！？｡!?⁉⁈⁇‼‽﹖﹗'
/** A pause more often than an end. */
const ELLIPSIS = '…⋯'
const CLOSERS = '”’」』）)】〕〗》〉］]｝}﹂﹄＂＇»"\''
const OPENERS = '“‘「『（(【〔〖《〈［[｛{﹁﹃«"\''
/** Closers that cannot be mistaken for openers, so that a space before them does no harm. */
const SURE_CLOSERS = '”’」』）】〕〗》〉］｝﹂﹄'
/** Mid-sentence brackets and titles are passed over whole, up to this many units. */
const BRACKETS: Readonly<Record<string, string>> = {
  '（': '）',
  '(': ')',
  '《': '》',
  '〈': '〉',
  '【': '】',
}
const LONGEST_ASIDE = 120
/** What follows cannot start a sentence. */
const CONTINUES = /^\s*[，,、；;：:]/
/** After a closing quote the sentence takes the quotation as a word of its own: “快走！”的喊声. */
const TAKES_QUOTE = /^(?:[的地]|之[类類声聲]|等[等口字话話标標的]|一[类類词詞语語])/
/** The same words after speech begin what is said about it: 他说：“好。”这句话我信. */
const TAKES_WORDS = /^[这這][句样樣种種类類]/
/** Before an opening quote these announce speech, so the quotation may end the sentence. */
const SPEECH = /[说說问問道喊叫称稱示答曰想骂罵嚷诉訴云][：:，,\s]*$/
/** The mark of a note stays with the sentence before it: 。[1] ！² 。①. */
const NOTE = /[[［〔][\d０-９]{1,3}[\]］〕]|[¹²³⁰⁴-⁹]+|[①-⑳](?![^。！？\n]{0,40}[②-⑳])/uy
const PICTURES = /(?:\p{Extended_Pictographic}|\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}])*/uy
const BROKEN_OFF = /^[—―]{2}[”」』]/
const QUOTES: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '」': '「', '』': '『' }
/** In narration …… after this many hanzi lets a sentence trail off; after fewer, and in speech, it is a pause. */
const LONG_BEFORE_ELLIPSIS = 10
/** As much of a sentence as is looked at; keeps a book on one line linear. */
const LOOK_BACK = 400
const LATIN_SENTENCE = /[a-z]{4}$/

/**
 * Sentences of a Chinese text, in order: trimmed ranges that together cover all that is not blank.
 *
 * A sentence ends after a run of 。！？ with the closers behind it, and at every line break. It does not end where
 * the text reads on (”， or ”的), inside an aside that began mid-sentence （…！…）《…？》, or at …… unless a closer
 * follows or a quotation opens. Quotes need not balance; a half-width quote closes what a quote before it on the line opened.
 * What goes on without a stop for longer than any sentence does is cut (`cutLong`).
 */
export function segmentZh(paragraph: string): readonly TextRange[] {
  return lineRanges(paragraph).flatMap((line) =>
    segmentLine(paragraph, line).flatMap((range) => cutLong(paragraph, range)),
  )
}

function segmentLine(text: string, line: TextRange): TextRange[] {
  const ranges: TextRange[] = []
  const open = { '"': false, "'": false }
  let start = line.start
  let at = line.start
  while (at < line.end) {
    const unit = text[at]!
    if (unit === '"' || unit === "'") open[unit] = !open[unit]
    const aside = endOfAside(text, start, at, line.end)
    if (aside > at) {
      at = aside
      continue
    }
    const mark = endOfMark(text, at, line.end)
    if (mark === at) {
      at++
      continue
    }
    const end = endOfClosers(text, mark, line.end, open)
    if (isBoundary(text, { start, mark: at, closers: mark, end }, line.end)) {
      addSentence(text, ranges, start, end)
      start = end
    }
    at = end
  }
  addSentence(text, ranges, start, line.end)
  return ranges
}

/** Adds a sentence; what has neither letter nor figure goes to the sentence before it. */
function addSentence(text: string, ranges: TextRange[], start: number, end: number): void {
  const range = trimRange(text, start, end)
  if (!range) return
  const last = ranges.at(-1)
  if (last && !/[\p{L}\p{N}\p{So}]/u.test(text.slice(range.start, range.end))) {
    ranges[ranges.length - 1] = { start: last.start, end: range.end }
  } else {
    ranges.push(range)
  }
}

/** End of a bracket that opens at `at` inside a sentence and closes on this line; `at` when there is none. */
function endOfAside(text: string, start: number, at: number, lineEnd: number): number {
  const closer = BRACKETS[text[at]!]
  if (closer === undefined) return at
  const isTitle = closer === '》' || closer === '〉'
  if (!isTitle && trimRange(text, start, at) === null) return at
  const close = text.slice(at, Math.min(lineEnd, at + LONGEST_ASIDE)).indexOf(closer)
  return close > 0 ? at + close + 1 : at
}

/** End of the run of sentence marks that starts at `at`, or of a dash that breaks speech off (——”); `at` when none does. */
function endOfMark(text: string, at: number, lineEnd: number): number {
  if (BROKEN_OFF.test(text.slice(at, at + 3))) return at + 2
  let end = at
  while (end < lineEnd && isMark(text, end)) end++
  return end
}

function isMark(text: string, at: number): boolean {
  const unit = text[at]!
  const before = text[at - 1] ?? ''
  const after = text[at + 1] ?? ''
  if (unit === '!' || unit === '?') return !(/[\w/]/.test(before) && /[\w/=]/.test(after))
  if (STRONG.includes(unit) || ELLIPSIS.includes(unit)) return true
  if (unit !== '.' && unit !== '．') return false
  if (before === '.' || after === '.') return !/\w/.test(after)
  if (/[A-Za-z\d０-９]/.test(after)) return false
  if (isHanziAt(text, at - 1) || (at > 0 && CLOSERS.includes(before))) return true
  return (
    LATIN_SENTENCE.test(text.slice(Math.max(0, at - 4), at)) && (after === '' || isBlank(after))
  )
}

/** End of the closing quotes, brackets and pictures that follow a mark. Turns `open` off for the half-width quotes it takes. */
function endOfClosers(
  text: string,
  from: number,
  lineEnd: number,
  open: { '"': boolean; "'": boolean },
): number {
  let end = from
  for (let at = from; at < lineEnd; at++) {
    const unit = text[at]!
    if (isBlank(unit)) continue
    NOTE.lastIndex = at
    const note = NOTE.exec(text)?.[0].length ?? 0
    if (note > 0) {
      end = at + note
      at = end - 1
      continue
    }
    if (!CLOSERS.includes(unit)) break
    if (at > end && !SURE_CLOSERS.includes(unit)) break
    if (unit === '"' || unit === "'") {
      if (!open[unit] && trimRange(text, at + 1, lineEnd) !== null) break
      open[unit] = false
    }
    end = at + 1
  }
  PICTURES.lastIndex = end
  return end + (PICTURES.exec(text)?.[0].length ?? 0)
}

interface Candidate {
  readonly start: number
  readonly mark: number
  readonly closers: number
  readonly end: number
}

/** Whether the sentence from `start` really ends at `end`, given what follows. */
function isBoundary(text: string, candidate: Candidate, lineEnd: number): boolean {
  const { mark, closers, end } = candidate
  const start = Math.max(candidate.start, mark - LOOK_BACK)
  const rest = text.slice(end, Math.min(lineEnd, end + 8))
  if (trimRange(rest, 0, rest.length) === null) return true
  if (CONTINUES.test(rest)) return false
  const isClosed = end > closers && CLOSERS.includes(text[closers]!)
  if (isClosed && TAKES_QUOTE.test(rest)) return false
  if (isClosed && TAKES_WORDS.test(rest)) return isAnnounced(text, start, closers)
  const marks = text.slice(mark, closers)
  if (isClosed && !/[。.｡]/.test(marks) && isEmbedded(text, start, closers)) return false
  const isPause = ![...marks].some((unit) => STRONG.includes(unit)) && /[…⋯]|\.\./.test(marks)
  if (!isPause || isClosed || OPENERS.includes(rest.trimStart()[0]!)) return true
  return countHanzi(text, start, mark) >= LONG_BEFORE_ELLIPSIS && !isQuoted(text.slice(start, mark))
}

/** What stands before the quotation that is closed at `closer`; null when that began in a sentence before. */
function beforeQuotation(text: string, start: number, closer: number): string | null {
  const quote = QUOTES[text[closer]!]
  const opener = quote === undefined ? -1 : text.slice(start, closer).lastIndexOf(quote)
  return opener < 0 ? null : text.slice(start, start + opener)
}

/** Whether the quotation closed at `closer` began right after a word that does not announce speech: 一声“站住！”把他吓住. */
function isEmbedded(text: string, start: number, closer: number): boolean {
  const before = beforeQuotation(text, start, closer) ?? ''
  return isHanziAt(before, before.length - 1) && !SPEECH.test(before)
}

/** Whether the quotation closed at `closer` is speech after a colon, or has more than one sentence. */
function isAnnounced(text: string, start: number, closer: number): boolean {
  if (QUOTES[text[closer]!] === undefined) return false
  const before = beforeQuotation(text, start, closer)
  return before === null || /[：:]\s*$/.test(before)
}

/** Whether a quotation is still open at the end of `sentence`, or its end is all that was seen of it. */
function isQuoted(sentence: string): boolean {
  return /[“「『‘"][^”」』’"]*$/.test(sentence) || /^[^“「『‘"]*[”」』’"]/.test(sentence)
}
