import { type Doubt } from './doubt.ts'
import { rangeOf, type Bitext } from '../bitext/bitext.ts'

/**
 * English sentence patterns word for word, each with what the English side must have for it: a relative clause between dashes
 * or after a comma that begins with who or which as a question would.
 */
const CALQUES: readonly (readonly [zh: RegExp, en: RegExp])[] = [
  [/[-–—]{1,2}\s*(?:谁|哪个|哪些|什么)[^-–—。，、；！？]{1,30}[-–—]{1,2}/gu, /./],
  [/[，,]\s*谁(?:是|曾|在|也|没有|将|被|说|的)[^。，；！？?]{1,30}/gu, /[,–—-]\s*wh(?:o|om|ose)\b/],
  [/[，,]\s*(?:哪个|哪些)(?:是|曾|在|也|没有|将|被)[^。，；！？?]{1,30}/gu, /[,–—-]\s*which\b/],
]

/** Clauses built as English builds them (“-谁没有参加-”, “who did not attend”), where the English has such a clause. */
export function calques(zh: string, offset: number, en: string, bead: number): readonly Doubt[] {
  return CALQUES.flatMap(([pattern, english]) =>
    (english.test(en) ? [...zh.matchAll(pattern)] : []).map((match): Doubt => ({
      code: 'calque',
      bead,
      zh: { start: offset + match.index, end: offset + match.index + match[0].length },
      en: null,
      found: [match[0].replace(/^[，,]\s*/, '')],
    })),
  )
}

/** Latin words in a row, and the brackets that a name in Latin letters stands in. */
const LATIN_OR_BRACKET = /[A-Za-z'’-]+(?:\s+[A-Za-z'’-]+)*|[（(）)]/g
/** Fewer may be a name without brackets. */
const LEAST_WORDS = 3

/** Latin words outside brackets, three or more in a row, that the translation took over, unless all of them are names. */
export function untranslated(zh: string, offset: number, en: string, bead: number): Doubt[] {
  const doubts: Doubt[] = []
  let isInBrackets = false
  for (const { index, 0: row } of zh.matchAll(LATIN_OR_BRACKET)) {
    if (/^[（()）]/.test(row)) isInBrackets = /^[（(]/.test(row)
    if (isInBrackets) continue
    const from = startOfWords(row)
    const words = row.slice(from)
    if (from < 0 || !/(?:^|\s)[a-z]/.test(words) || !en.includes(words)) continue
    const start = offset + index + from
    const place = { start, end: start + words.length }
    doubts.push({ code: 'untranslated', bead, zh: place, en: null, found: [words] })
  }
  return doubts
}

/** Where, in words in a row, enough of them begin with a letter and another sign; −1 when there are too few. */
function startOfWords(row: string): number {
  const words = [...row.matchAll(/\S+/g)]
  for (const { index, 0: word } of words.slice(0, Math.max(0, words.length - LEAST_WORDS + 1))) {
    const letter = word.search(/[A-Za-z]./)
    if (letter >= 0) return index + letter
  }
  return -1
}

/** A word in small letters right beside hanzi; abbreviations and units are none. */
const LATIN_WORD = /(?<![A-Za-z\d.@/_-])[a-z]{3,}(?:-[a-z]+)*(?![A-Za-z\d.@/_-])/g
const UNIT = /^(?:km|cm|mm|kg|mg|ml|app|vs|www|http|com|iphone|ipad|mph|kwh|ph)$/
/** Hanzi outside of brackets and quotation marks. */
const HANZI_LEFT =
  /(?<![（(“"‘'《「\p{Script=Han}])[\p{Script=Han}]+(?![）)”"’'》」\p{Script=Han}])/u

/** One everyday word of the other language in the middle of a sentence: 书面application, the 滤网; not in brackets or quotes. */
export function strayWords(
  zh: string,
  offset: number,
  en: string,
  enOffset: number,
  bead: number,
  isEnglish: (word: string) => boolean,
): Doubt[] {
  const outside = zh.replace(/[（(][^）)]*[）)]/gu, (part) => ' '.repeat(part.length))
  for (const { index, 0: word } of outside.matchAll(LATIN_WORD)) {
    if (UNIT.test(word) || !/\p{Script=Han}/u.test(zh) || !isEnglish(word)) continue
    const start = offset + index
    const place = { start, end: start + word.length }
    return [{ code: 'untranslated', bead, zh: place, en: null, found: [word] }]
  }
  const hanzi = HANZI_LEFT.exec(en)
  if (hanzi === null || !/[A-Za-z]{2}/.test(en)) return []
  const start = enOffset + hanzi.index
  const place = { start, end: start + hanzi[0].length }
  return [{ code: 'untranslated', bead, zh: null, en: place, found: [hanzi[0]] }]
}

/** A quotation may go on for so many beads. */
const LONGEST_QUOTE = 8

/**
 * Beads whose Chinese side opens a quotation mark that is never closed, or closes one that was never opened, while the English
 * side has both. A quotation that goes on over several beads is whole.
 */
export function openQuotes({ texts, segments, beads }: Bitext): readonly Doubt[] {
  const surplus = beads.map((bead) => {
    const range = rangeOf(segments.zh, bead.zh)
    return range === null ? 0 : quoteSurplus(texts.zh.slice(range.start, range.end))
  })
  const closedBy = new Map<number, number>()
  let open: number | null = null
  surplus.forEach((count, index) => {
    if (count > 0) open = index
    else if (count < 0) {
      if (open !== null && index - open <= LONGEST_QUOTE) closedBy.set(open, index).set(index, open)
      open = null
    }
  })
  return beads.flatMap((bead, index) => {
    const zh = rangeOf(segments.zh, bead.zh)
    const en = rangeOf(segments.en, bead.en)
    if (surplus[index] === 0 || closedBy.has(index) || zh === null || en === null) return []
    // English leaves the quotation of a paragraph open when the next one goes on with it.
    if (quoteSurplus(texts.en.slice(en.start, en.end)) !== 0) return []
    return [{ code: 'quotesUnbalanced', bead: index, zh, en: null, found: [] }]
  })
}

/** Quotation marks that open beyond those that close; a straight one without a partner counts as one that opens. */
function quoteSurplus(text: string): number {
  const count = (marks: RegExp) => [...text.matchAll(marks)].length
  return count(/[“「『]/g) - count(/[”」』]/g) + (count(/"/g) % 2)
}
