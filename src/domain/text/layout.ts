import { type Paragraph } from './unwrapLines.ts'
import type { Issue, Parsed } from '../errors.ts'
import { type Deck, otherSide, type Side } from '../model.ts'
import { languageOf } from './language.ts'
import { buildLayout } from './layoutBuild.ts'
import { isPairList, readInline } from './layoutInline.ts'
import {
  areBlocks,
  dominantSide,
  isBilingual,
  readAlternating,
  readBlocks,
  readSingle,
} from './layoutRuns.ts'
import { readColumns, rowsOfText } from './layoutTable.ts'
import type { Layout, LayoutChoice, Source } from './layoutTypes.ts'
import { cutMixed, isNumbered, readParagraphs } from './paragraphs.ts'
import { trimBlank } from './ranges.ts'

/**
 * The two texts that were put in, by the shape they came in: blocks, alternating, columns, two texts, pairs, or one language.
 *
 * Whatever `choice` leaves out is guessed; a chosen kind that cannot be read falls back to the guess. `value` is null when there is no
 * text at all. Issues: `empty`, `notText` (no letter in it), `oneLanguageOnly`, `noChinese`, `noEnglish`.
 */
export function recogniseLayout(source: Source, choice: LayoutChoice = {}): Parsed<Layout | null> {
  const readings = readingsOf(source, choice)
  const guess = readings[0]
  if (!guess) return { value: null, issues: [{ code: isEmpty(source) ? 'empty' : 'notText' }] }
  const chosen = readings.find(({ kind }) => kind === choice.kind) ?? guess
  const kinds = readings.map(({ kind }) => kind).filter((kind) => kind !== chosen.kind)
  const alternatives = kinds.filter((kind, at) => kinds.indexOf(kind) === at)
  const seen = {
    ...chosen.seen,
    ...(leavesOutNumbers(source, choice) ? { numbers: true as const } : {}),
    ...(source.chapters === undefined ? {} : { chapters: source.chapters }),
  }
  return { value: { ...chosen, seen, alternatives }, issues: missingSides(chosen) }
}

/** Whether numbers at the start of lines are no longer in what was read. */
function leavesOutNumbers(source: Source, choice: LayoutChoice): boolean {
  if (choice.numbers === true) return false
  if (source.kind === 'two') return source.texts.some(isNumbered)
  return source.kind === 'text' && rowsOfText(source.text) === null && isNumbered(source.text)
}

/** Every way to read the source, likeliest first. */
function readingsOf(source: Source, choice: LayoutChoice): Layout[] {
  switch (source.kind) {
    case 'text':
      return readingsOfText(source.text, choice)
    case 'rows':
      return readingsOfRows(source, choice)
    case 'two':
      return readingsOfTwo(source.texts, choice)
    case 'deck':
      return [readDeckBeads(source.deck)]
  }
}

function readingsOfText(text: string, choice: LayoutChoice): Layout[] {
  const rows = rowsOfText(text)
  const columns = rows === null ? [] : readColumns(rows, choice)
  const whole = readParagraphs(text, choice.numbers)
  if (whole.length === 0) return []
  const inline = readInline(whole)
  const paragraphs = cutMixed(whole)
  const blocks = readBlocks(paragraphs, choice.first)
  const alternating = readAlternating(paragraphs, choice.first)
  const single = readSingle(paragraphs, choice.first)
  const likely: (Layout | null | undefined)[] = [...columns]
  if (inline && isPairList(inline.share)) likely.push(inline.layout)
  if (!isBilingual(paragraphs)) likely.push(single)
  else if (blocks && areBlocks(blocks.stray)) likely.push(blocks.layout)
  else likely.push(alternating)
  const others = [blocks?.layout, alternating, inline?.layout, single]
  const readings = [...likely, ...others]
  return readings.filter((layout) => layout !== null && layout !== undefined)
}

/** A table is two columns; when it has not both languages side by side, its cells one after the other are a text. */
function readingsOfRows(
  { rows, header, columns: known, sentences }: Extract<Source, { kind: 'rows' }>,
  choice: LayoutChoice,
): Layout[] {
  const isKnown = known !== undefined && choice.first === undefined
  const read = readColumns(rows, {
    ...(header === undefined ? {} : { header }),
    ...(isKnown ? { columns: known } : {}),
    ...choice,
  })
  const columns = sentences ? read.filter(({ kind }) => kind === 'columns') : read
  const cells = rows.flatMap((row) => row.filter((cell) => cell.trim() !== ''))
  const text = readingsOfText(cells.join('\n').replaceAll('\t', ' '), choice)
  return [...columns, ...text]
}

/** Two texts are two sides; which is which is told by their languages, or by their order when those do not tell. */
function readingsOfTwo(texts: readonly [string, string], choice: LayoutChoice): Layout[] {
  const [one, two] = texts.map((text) => readParagraphs(text, choice.numbers)) as [
    readonly Paragraph[],
    readonly Paragraph[],
  ]
  if (one.length + two.length === 0) return []
  const first = choice.first ?? guessFirst(one, two)
  const [zh, en] = (first === 'zh' ? [one, two] : [two, one]).map((paragraphs) =>
    paragraphs.map(({ text }) => text),
  )
  const pair = buildLayout([{ zh: zh!, en: en! }], { kind: 'two', first }, false)
  return [pair, ...readingsOfText(`${texts[0]}\n\n${texts[1]}`, choice)]
}

/** The side of the first of two texts. */
function guessFirst(one: readonly Paragraph[], two: readonly Paragraph[]): Side {
  if (one.length === 0) return otherSide(dominantSide(two).side)
  const left = dominantSide(one)
  const right = dominantSide(two)
  if (two.length === 0 || left.side !== right.side) return left.side
  // Both mostly in one language: the text with more of the other language is the other side.
  const isPurer = left.minority <= right.minority
  return (left.side === 'zh') === isPurer ? 'zh' : 'en'
}

/** The beads of a deck, paragraph by paragraph. */
function readDeckBeads(deck: Deck): Layout {
  const groups = deck.beads.map(({ zh, en }) => ({
    zh: zh === '' ? [] : [zh],
    en: en === '' ? [] : [en],
  }))
  return buildLayout(groups, {
    kind: 'columns',
    first: 'zh',
    columns: { zh: 0, en: 1 },
    count: groups.length,
  })
}

function isEmpty(source: Source): boolean {
  switch (source.kind) {
    case 'text':
      return trimBlank(source.text) === ''
    case 'rows':
      return source.rows.every((row) => row.every((cell) => trimBlank(cell) === ''))
    case 'two':
      return source.texts.every((text) => trimBlank(text) === '')
    case 'deck':
      return true
  }
}

/** A side that is empty or in the language of the other. */
function missingSides({ kind, texts }: Layout): Issue[] {
  if (kind === 'single') return [{ code: 'oneLanguageOnly' }]
  const issues: Issue[] = []
  if (languageOf(texts.zh) !== 'zh') issues.push({ code: 'noChinese' })
  if (languageOf(texts.en) !== 'en') issues.push({ code: 'noEnglish' })
  return issues
}
