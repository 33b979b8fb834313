import type { Pivots } from '../align/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Bead, Segment, TextRange } from '../model.ts'
import { beadRange } from './beadWords.ts'
import { missingNumbers } from './doubtNumbers.ts'
import { linkBitext, type Bitext } from './linkBitext.ts'
import { variedNames, variedTerms } from './doubtVariants.ts'

/**
 * Why a translation is suspicious: one side of a bead is missing · a number stands on one side only · one name in two spellings ·
 * one English term in two Chinese words · Chinese built like the English sentence · Latin words left untranslated ·
 * quotation marks open on one side only · far longer or shorter than its partner, as this text goes.
 */
export type DoubtCode =
  | 'sideMissing'
  | 'numbersDiffer'
  | 'nameSpellings'
  | 'termVaries'
  | 'calque'
  | 'untranslated'
  | 'quotesUnbalanced'
  | 'lengthOutlier'

/** A place where the translation, or the alignment, looks wrong. */
export interface Doubt {
  readonly code: DoubtCode
  /** Index of the bead. */
  readonly bead: number
  /** Ranges of the side texts; null when the doubt is not about that side. */
  readonly zh: TextRange | null
  readonly en: TextRange | null
  /** What was found, to be shown: the two spellings, the number, the words. */
  readonly found: readonly string[]
}

/** Suspicious places in text order. Yields its progress, 0 … 1. */
export function* findDoubts(
  bitext: Bitext,
  dictionary: Dictionary,
  options: { readonly pivots?: Pivots | null } = {},
): Generator<number, readonly Doubt[]> {
  const linking = linkBitext(bitext, dictionary, options.pivots ?? null)
  let next = linking.next()
  for (; !next.done; next = linking.next()) yield 0.9 * next.value
  const linked = next.value
  const doubts: Doubt[] = [
    ...variedNames(linked),
    ...variedTerms(linked, dictionary),
    ...lengthOutliers(bitext),
  ]
  const { texts, segments } = bitext
  for (const [index, bead] of bitext.beads.entries()) {
    const zh = beadRange(segments.zh, bead.zh)
    const en = beadRange(segments.en, bead.en)
    if (zh === null || en === null) {
      if (zh !== en) doubts.push({ code: 'sideMissing', bead: index, zh, en, found: [] })
      continue
    }
    const zhText = texts.zh.slice(zh.start, zh.end)
    const enText = texts.en.slice(en.start, en.end)
    for (const number of missingNumbers(zhText, enText))
      doubts.push({ code: 'numbersDiffer', bead: index, zh, en, found: [number] })
    doubts.push(
      ...calques(zhText, zh.start, index),
      ...untranslated(zhText, zh.start, enText, index),
    )
    if (openQuotes(zhText, 'zh') && !openQuotes(enText, 'en')) {
      doubts.push({ code: 'quotesUnbalanced', bead: index, zh, en: null, found: [] })
    }
    yield 0.9 + (0.1 * (index + 1)) / bitext.beads.length
  }
  return doubts.sort((a, b) => a.bead - b.bead)
}

/** English sentence patterns word for word: a relative clause between dashes that begins with who. */
const CALQUE = /[-–—]{1,2}\s*(谁|哪个|哪些|什么)[^-–—。，、；！？]{1,30}[-–—]{1,2}/gu

function calques(text: string, offset: number, bead: number): Doubt[] {
  return [...text.matchAll(CALQUE)].map((match) => ({
    code: 'calque',
    bead,
    zh: { start: offset + match.index, end: offset + match.index + match[0].length },
    en: null,
    found: [match[0]],
  }))
}

/** Three Latin words in a row, or more, that the English side has as well: a name is rarely so long without brackets. */
const LATIN = /(?<![（(][^）)]*)[A-Za-z][A-Za-z'’-]+(?:\s+[A-Za-z'’-]+){2,}/gu

function untranslated(zh: string, offset: number, en: string, bead: number): Doubt[] {
  return [...zh.matchAll(LATIN)]
    .filter(([words]) => /(?:^|\s)[a-z]/.test(words) && en.includes(words))
    .map((match) => ({
      code: 'untranslated',
      bead,
      zh: { start: offset + match.index, end: offset + match.index + match[0].length },
      en: null,
      found: [match[0]],
    }))
}

/** Whether more quotation marks open than close, or the other way round. */
function openQuotes(text: string, side: 'zh' | 'en'): boolean {
  const count = (marks: RegExp) => [...text.matchAll(marks)].length
  if (side === 'zh') return count(/[“「『]/g) !== count(/[”」』]/g) || count(/"/g) % 2 === 1
  return count(/“/g) !== count(/”/g) || count(/"/g) % 2 === 1
}

/** Sentences shorter than this are long or short by chance: hanzi, letters. */
const LEAST_LENGTH = { zh: 12, en: 40 }
/** Median absolute deviations from the median, and the least factor, that make an outlier. */
const DEVIATIONS = 5
const LEAST_FACTOR = 2

/**
 * One-to-one beads whose log length ratio is far from the text's median. Median and median absolute deviation, because the
 * outliers looked for would move mean and variance.
 */
function lengthOutliers({ segments, beads }: Bitext): Doubt[] {
  const measured = beads.flatMap((bead, index) => {
    const ratio = logRatio(segments, bead)
    return ratio === null ? [] : [{ index, ratio }]
  })
  if (measured.length < 8) return []
  const middle = median(measured.map(({ ratio }) => ratio))
  const spread = median(measured.map(({ ratio }) => Math.abs(ratio - middle)))
  const limit = Math.max(DEVIATIONS * spread, Math.log(LEAST_FACTOR))
  return measured
    .filter(({ ratio }) => Math.abs(ratio - middle) > limit)
    .map(({ index }) => ({
      code: 'lengthOutlier',
      bead: index,
      zh: beadRange(segments.zh, beads[index]!.zh),
      en: beadRange(segments.en, beads[index]!.en),
      found: [],
    }))
}

function logRatio(segments: Bitext['segments'], bead: Bead): number | null {
  const zh = lengthOf(segments.zh, bead.zh)
  const en = lengthOf(segments.en, bead.en)
  return zh < LEAST_LENGTH.zh || en < LEAST_LENGTH.en ? null : Math.log(en / zh)
}

function lengthOf(
  segments: readonly Segment[],
  span: { readonly from: number; readonly to: number },
): number {
  const range = beadRange(segments, span)
  return range === null ? 0 : range.end - range.start
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
