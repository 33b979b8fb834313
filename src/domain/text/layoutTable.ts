import type { Side } from '../model.ts'
import { guessColumns } from './columnKinds.ts'
import { countHanzi } from './hanzi.ts'
import { languageOf } from './language.ts'
import { buildLayout, type Tied } from './layoutBuild.ts'
import type { Layout, LayoutChoice } from './layoutTypes.ts'
import { storable } from './paragraphs.ts'
import { trimBlank } from './ranges.ts'

/** A text is a table when this share of its lines has as many cells as most have. */
const ROW_SHARE = 0.8
const HEADER_ZH =
  /^(?:zh|cn|zh[-_](?:cn|tw|hans|hant)|chinese|simplified|traditional|hanzi|(?:中文|[汉漢][语語字]|[简簡繁][体體]|[词詞][语語汇彙]|[单單][词詞]|[词詞字句]|句子|[生新][词詞字]|原文).{0,4})$/i
const HEADER_EN =
  /^(?:en|en[-_](?:us|gb)|english|translation|meaning|definition|(?:英[文语語]|[翻译譯]{1,2}文?|[释釋][义義]).{0,4})$/i

/** The rows of a text whose lines are cells set apart by tabs or bars; null when it is no such text. */
export function rowsOfText(text: string): string[][] | null {
  if (!/[\t|]/.test(text)) return null
  const lines = text.split(/\r\n|[\n\r]/).map(withoutSpacesAtEnd)
  const filled = lines.filter((line) => trimBlank(line) !== '')
  return splitRows(filled, (line) => line.split('\t')) ?? splitRows(filled, splitBars)
}

/** A pattern would try every space of a run anew. */
function withoutSpacesAtEnd(line: string): string {
  let end = line.length
  while (line[end - 1] === ' ' || line[end - 1] === '\u3000') end--
  return line.slice(0, end)
}

function splitRows(lines: readonly string[], split: (line: string) => string[]): string[][] | null {
  const rows = lines.map(split)
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const [width, count] = [...counts].sort((one, two) => two[1] - one[1])[0] ?? [0, 0]
  if (width < 2 || count < ROW_SHARE * rows.length) return null
  return rows.filter((row) => !row.every((cell) => /^[\s:=-]*$/.test(cell)))
}

/** | a | b | as Markdown writes a row. */
function splitBars(line: string): string[] {
  const inside = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  return inside === undefined ? [line] : inside.split('|')
}

/**
 * The rows read as two columns, row tied to row, and before that as a list of words when they are one; empty when no two columns
 * hold the two languages.
 */
export function readColumns(
  rows: readonly (readonly string[])[],
  choice: LayoutChoice,
): readonly Layout[] {
  const columns = choice.columns ?? guessColumns(rows, choice.first)
  if (!columns || columns.zh === columns.en) return []
  const { reading } = columns
  const header = choice.header ?? isHeader(rows, columns)
  const filled = (header ? rows.slice(1) : rows)
    .map((row) => ({
      zh: linesOf(row[columns.zh]),
      en: linesOf(row[columns.en]),
      reading: reading === undefined ? '' : linesOf(row[reading]).join(' '),
    }))
    .filter(({ zh, en }) => zh.length + en.length > 0)
  if (filled.length === 0) return []
  const first: Side = columns.zh < columns.en ? 'zh' : 'en'
  const details = { first, columns, header, count: filled.length }
  const table = buildLayout(filled, { kind: 'columns', ...details })
  if (!isWordList(filled)) return [table]
  const readings = filled.map((row) => row.reading)
  const list = buildLayout(filled, { kind: 'inline', ...details })
  return [readings.some((one) => one !== '') ? { ...list, readings } : list, table]
}

/** A table is a list of words when this share of its rows is. */
const LIST_SHARE = 0.8
/** A word with its translation is not longer. */
const LONGEST_WORD = { hanzi: 12, letters: 200 } as const

/** Whether the rows are words and not sentences: short, and nothing in Chinese ends one. */
function isWordList(rows: readonly Tied[]): boolean {
  const isWord = ({ zh: [zh = '', ...more], en }: Tied): boolean =>
    more.length === 0 &&
    countHanzi(zh) <= LONGEST_WORD.hanzi &&
    !/[。！？!?.…，,；;]/.test(zh) &&
    en.join(' ').length <= LONGEST_WORD.letters &&
    !/^\p{Lu}.*[.!?]["”’)]?$/u.test(en.join(' '))
  return rows.filter(isWord).length >= LIST_SHARE * rows.length
}

/** The paragraphs of a cell. */
function linesOf(cell = ''): string[] {
  return storable(cell)
    .split(/[\n\r\v\f\u0085\u2028\u2029]/)
    .map(trimBlank)
    .filter((line) => line !== '')
}

/** Whether the first row names its columns: with words for the languages, or in a language the next row has elsewhere. */
export function isHeader(
  rows: readonly (readonly string[])[],
  columns: { zh: number; en: number },
): boolean {
  const [head, next] = rows
  if (!head || !next) return false
  const zh = head[columns.zh]?.trim() ?? ''
  const en = head[columns.en]?.trim() ?? ''
  if (zh === '' || en === '') return false
  if (HEADER_ZH.test(zh) && HEADER_EN.test(en)) return true
  if (languageOf(zh) !== 'zh') return languageOf(next[columns.zh] ?? '') === 'zh'
  return languageOf(en) === 'zh' && languageOf(next[columns.en] ?? '') === 'en'
}
