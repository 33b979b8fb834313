import type { Side } from '../model.ts'
import { countLetters, languageOf } from './language.ts'
import { buildLayout, type Tied } from './layoutBuild.ts'
import type { Layout, LayoutChoice } from './layoutTypes.ts'
import { storable } from './paragraphs.ts'
import { trimBlank } from './ranges.ts'

/** A column belongs to a language when this share of its filled cells is in it. */
const COLUMN_SHARE = 0.6
/** A text is a table when this share of its lines has as many cells as most have. */
const ROW_SHARE = 0.8
/** tíng huǒ, ting2 huo3: a column of readings is no translation. */
const PINYIN = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]|^(?:[a-zü:]+[1-5][\s'-]*)+$/i
const HEADER_ZH =
  /^(?:zh|cn|zh[-_](?:cn|tw|hans|hant)|chinese|simplified|traditional|hanzi|(?:中文|[汉漢][语語字]|[简簡繁][体體]|[词詞][语語汇彙]|[单單][词詞]|原文).{0,4})$/i
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

/** The rows read as two columns, row tied to row; null when no two columns hold the two languages. */
export function readColumns(
  rows: readonly (readonly string[])[],
  choice: LayoutChoice,
): Layout | null {
  const columns = choice.columns ?? guessColumns(rows, choice.first)
  if (!columns || columns.zh === columns.en) return null
  const cellsOf = (row: readonly string[]): Tied => ({
    zh: linesOf(row[columns.zh]),
    en: linesOf(row[columns.en]),
  })
  const header = choice.header ?? isHeader(rows, columns)
  const groups = (header ? rows.slice(1) : rows).map(cellsOf)
  const filled = groups.filter(({ zh, en }) => zh.length + en.length > 0)
  if (filled.length === 0) return null
  const first: Side = columns.zh < columns.en ? 'zh' : 'en'
  return buildLayout(filled, { kind: 'columns', first, columns, header, count: filled.length })
}

/** The paragraphs of a cell. */
function linesOf(cell = ''): string[] {
  return storable(cell)
    .split(/[\n\r\v\f\u0085\u2028\u2029]/)
    .map(trimBlank)
    .filter((line) => line !== '')
}

/** The columns with most Chinese and most English in them; null when one language has no column. */
function guessColumns(rows: readonly (readonly string[])[], first?: Side) {
  // A header may be in the wrong language; among a few rows it must not decide.
  const body = rows.length > 2 ? rows.slice(1) : rows
  let zh: { column: number; letters: number } | null = null
  let en: { column: number; letters: number } | null = null
  for (const [column, cells] of lettersByColumn(body).entries()) {
    const of = (side: Side) => cells.filter((cell) => languageOf(cell) === side).length
    if (cells.length === 0) continue
    const letters = countLetters(cells.join('\n'))
    if (of('zh') >= COLUMN_SHARE * cells.length) {
      if (!zh || letters.hanzi > zh.letters) zh = { column, letters: letters.hanzi }
    } else if (of('en') >= COLUMN_SHARE * cells.length && !isReading(cells)) {
      const score = letters.other * (cells.some((cell) => /\s/.test(cell.trim())) ? 2 : 1)
      if (!en || score > en.letters) en = { column, letters: score }
    }
  }
  if (!zh || !en) return null
  const columns = { zh: zh.column, en: en.column }
  const isAsked = first === undefined || (columns.zh < columns.en ? 'zh' : 'en') === first
  return isAsked ? columns : { zh: columns.en, en: columns.zh }
}

/** No translation is looked for farther to the right. */
const MOST_COLUMNS = 1_000

/** The cells with a letter, column by column. Rows may be of any length: what is not there costs nothing. */
function lettersByColumn(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const columns: string[][] = []
  for (const row of rows) {
    for (const [column, cell] of row.slice(0, MOST_COLUMNS).entries()) {
      const cells = (columns[column] ??= [])
      if (/\p{L}/u.test(cell)) cells.push(cell)
    }
  }
  return columns
}

function isReading(cells: readonly string[]): boolean {
  return cells.filter((cell) => PINYIN.test(cell.trim())).length > cells.length / 2
}

/** Whether the first row names its columns: with words for the languages, or in a language the next row has elsewhere. */
function isHeader(
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
