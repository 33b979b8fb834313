import { named, part, type Task } from '../tasks.ts'
import type { Draft, Progress } from './draft.ts'
import { alignSegments } from '../align/align.ts'
import type { Bitext } from '../bitext/bitext.ts'
import type { Pivots } from '../dictionary/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { pairedTerms } from './wordList.ts'
import {
  type Bead,
  type Segment,
  type Side,
  SIDES,
  type Sides,
  type Span,
  type Term,
  type TextRange,
} from '../model.ts'
import { linkerWith, type Linker } from '../terms/linker.ts'
import { extractTerms } from '../terms/extractTerms.ts'
import { isHeadline } from '../text/layoutBuild.ts'
import type { Layout } from '../text/layoutTypes.ts'
import { contentHashSteps } from '../text/normalize.ts'
import { trimRange } from '../text/ranges.ts'
import { segmentEn } from '../text/segmentEn.ts'
import { segmentZh } from '../text/segmentZh.ts'

export interface ArticleOptions {
  /** The language being learnt; decides the ranking of terms. Default zh. */
  readonly learning?: Side
  /** Whether to look for terms. Default true. */
  readonly terms?: boolean
  /** Synonyms for the aligner; it does without. */
  readonly pivots?: Pivots | null
  /** Links the words of the beads, for whoever wants them again. */
  readonly link?: Linker
}

const SEGMENTERS = { zh: segmentZh, en: segmentEn } as const

/**
 * The article two texts make: split into segments, aligned, terms extracted. Rows and pairs of the layout stay together.
 *
 * Yields its progress at least every 50 ms, so that whoever runs it can report and cancel.
 */
export function* buildArticle(
  layout: Layout,
  dictionary: Dictionary,
  options: ArticleOptions = {},
): Generator<Progress, Draft> {
  const { texts, ties } = layout
  const segments = yield* named('split', part(0, 0.8, segmentSides(layout)))
  const hash = yield* named('split', part(0.8, 1, contentHashSteps(texts)))
  const beads =
    layout.kind === 'inline'
      ? pairBeads(ties)
      : yield* named('align', alignArticle(layout, segments, dictionary, options.pivots ?? null))
  const bitext = { texts, segments, beads }
  const terms =
    options.terms === false
      ? []
      : yield* named('terms', termsOf(bitext, layout, dictionary, options))
  const title = { zh: titleOf(texts, segments, 'zh'), en: titleOf(texts, segments, 'en') }
  return { ...bitext, terms, title, contentHash: hash }
}

function* segmentSides({ kind, texts }: Layout): Generator<number, Sides<readonly Segment[]>> {
  const total = Math.max(1, texts.zh.length + texts.en.length)
  const segments: Record<Side, Segment[]> = { zh: [], en: [] }
  const sentencesOf = sentenceFinder()
  for (const side of SIDES) {
    const before = side === 'zh' ? 0 : texts.zh.length
    let offset = 0
    for (const [paragraph, text] of texts[side].split('\n').entries()) {
      const ranges = kind === 'inline' ? [trimRange(text, 0, text.length)] : sentencesOf(text, side)
      for (const range of ranges) {
        if (!range) continue
        const { start, end } = range
        segments[side].push({ start: offset + start, end: offset + end, paragraph })
        if (segments[side].length % 100 === 0) {
          yield (before + offset + end) / total
        }
      }
      if (paragraph % 100 === 0) yield Math.min(1, (before + offset + text.length) / total)
      offset += text.length + 1
    }
  }
  return segments
}

/** Paragraphs up to this length may stand there again and again: cells, captions, answers. */
const SHORT = 200

/** What finds the sentences of a paragraph, and remembers those of short ones. */
function sentenceFinder(): (text: string, side: Side) => Iterable<TextRange> {
  const known: Sides<Map<string, readonly TextRange[]>> = { zh: new Map(), en: new Map() }
  return (text, side) => {
    if (text.length > SHORT) return sentences(text, side)
    let found = known[side].get(text)
    if (found === undefined) known[side].set(text, (found = [...sentences(text, side)]))
    return found
  }
}

/** Longer paragraphs are split a part at a time, so that nobody has to wait for a book without line breaks. */
const PART = 20_000

function* sentences(text: string, side: Side): Generator<TextRange> {
  let size = PART
  for (let at = 0; at < text.length;) {
    const isLast = at + size >= text.length
    const ranges = SEGMENTERS[side](text.slice(at, at + size))
    // The last sentence of a part may go on in the next.
    const whole = isLast ? ranges : ranges.slice(0, -1)
    for (const { start, end } of whole) yield { start: at + start, end: at + end }
    if (isLast) return
    if (whole.length === 0) size *= 2
    else {
      at += ranges.at(-1)!.start
      size = PART
    }
  }
}

/** A bead for each pair: an inline layout has one segment a paragraph, and ties all of them. */
function pairBeads(ties: Layout['ties']): readonly Bead[] {
  return ties.map(({ zh, en }) => ({ zh, en, confidence: 1 }))
}

function* alignArticle(
  { kind, texts, ties }: Layout,
  segments: Sides<readonly Segment[]>,
  dictionary: Dictionary,
  pivots: Pivots | null,
): Generator<number, readonly Bead[]> {
  if (segments.zh.length === 0 || segments.en.length === 0) return aloneBeads(segments)
  const slices = (side: Side) =>
    segments[side].map(({ start, end }) => texts[side].slice(start, end))
  const paragraphs = {
    zh: segments.zh.map(({ paragraph }) => paragraph),
    en: segments.en.map(({ paragraph }) => paragraph),
  }
  const input = { zh: slices('zh'), en: slices('en'), paragraphs, ties }
  const beads = yield* alignSegments(input, { dictionary, pivots })
  return kind === 'columns' ? withRows(beads, ties, paragraphs) : beads
}

function* termsOf(
  bitext: Bitext,
  { kind, readings }: Layout,
  dictionary: Dictionary,
  { learning = 'zh', pivots = null, link = linkerWith(dictionary, pivots) }: ArticleOptions,
): Task<readonly Term[]> {
  if (kind === 'inline') return yield* pairedTerms(bitext, dictionary, learning, readings)
  const linked = yield* part(0, 0.85, link(bitext))
  return yield* part(0.85, 1, extractTerms(linked, bitext, dictionary, { learning }))
}

/** Every segment alone: one side is missing. */
function aloneBeads({ zh, en }: Sides<readonly Segment[]>): readonly Bead[] {
  const none: Span = { from: 0, to: 0 }
  return [
    ...zh.map((_, at) => ({ zh: { from: at, to: at + 1 }, en: none, confidence: 1 })),
    ...en.map((_, at) => ({ zh: none, en: { from: at, to: at + 1 }, confidence: 1 })),
  ]
}

/** The beads with those of rows of one segment a side replaced by the row: whoever made the table knew. */
function withRows(
  beads: readonly Bead[],
  ties: Layout['ties'],
  paragraphs: Sides<readonly number[]>,
): readonly Bead[] {
  const rowAt = new Map<string, Bead>()
  const cursor = { zh: 0, en: 0 }
  const take = (side: Side, to: number): Span => {
    const from = cursor[side]
    while ((paragraphs[side][cursor[side]] ?? Infinity) < to) cursor[side]++
    return { from, to: cursor[side] }
  }
  for (const tie of ties) {
    const row = { zh: take('zh', tie.zh.to), en: take('en', tie.en.to), confidence: 1 }
    if (row.zh.to - row.zh.from === 1 && row.en.to - row.en.from === 1) {
      rowAt.set(`${row.zh.from} ${row.en.from}`, row)
    }
  }
  const done = { zh: 0, en: 0 }
  return beads.flatMap((bead) => {
    const row = rowAt.get(`${bead.zh.from} ${bead.en.from}`)
    if (row && row.zh.to > done.zh) {
      done.zh = row.zh.to
      done.en = row.en.to
      return [row]
    }
    const isInside = bead.zh.to <= done.zh && bead.en.to <= done.en
    return isInside ? [] : [bead]
  })
}

const TITLE_LENGTH = { zh: 30, en: 70 } as const

/** The headline of a side; without one, its first sentence, shortened. */
export function titleOf(
  texts: Sides<string>,
  segments: Sides<readonly Segment[]>,
  side: Side,
): string {
  const paragraphs = texts[side].split('\n')
  if (isHeadline(paragraphs, side)) return paragraphs[0]!
  const first = segments[side][0]
  if (!first) return ''
  const sentence = texts[side].slice(first.start, first.end)
  if (sentence.length <= TITLE_LENGTH[side]) return sentence
  const cut = sentence.slice(0, TITLE_LENGTH[side])
  const word = side === 'en' ? cut.lastIndexOf(' ') : -1
  return `${word > 0 ? cut.slice(0, word) : cut.replace(/[\ud800-\udbff]$/, '')}…`
}
