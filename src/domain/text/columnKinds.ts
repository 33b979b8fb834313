import type { Side } from '../model.ts'
import { countLetters, languageOf } from './language.ts'
import type { Columns } from './layoutTypes.ts'

/** What a column of a table holds. `other`: figures, links, labels that come again and again, nothing. */
export type ColumnKind = Side | 'reading' | 'other'

type Rows = readonly (readonly string[])[]

/** A column belongs to a language when this share of its filled cells is in it. */
const COLUMN_SHARE = 0.6
/** No translation is looked for farther to the right. */
const MOST_COLUMNS = 1_000
/** tíng huǒ, ting2 huo3: a column of readings is no translation. */
const PINYIN =
  /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]|^(?:[a-zü:]+[1-5][\s'’-]*)+$|^[\u3105-\u3129\u02ca\u02c7\u02cb\u02d9\s]+$/i
/** Where a sentence comes from, as Tatoeba's lists have it. */
const ORIGIN = /^(?:https?:\/\/|www\.)|\bCC[- ]BY\b|tatoeba\.org|\battribution\b/i
const HEADER_READING =
  /^(?:pinyin|zhuyin|bopomofo|reading|pron(?:unciation)?|拼音|[注註]音|[读讀]音|[发發]音)\b.{0,8}$/iu
const HEADER_EN =
  /^(?:en|en[-_](?:us|gb)|eng|english|translation|meaning|definition|gloss|back|(?:英[文语語]|[翻译譯]{1,2}文?|[释釋][义義]).{0,4})$/i

/** What is weighed of a column. */
interface Weighed {
  readonly kind: ColumnKind
  /** How much it says: of two columns of one language the one that says more is the text. */
  readonly weight: number
}

/** What each column holds, judged by the language of its cells. A header may be in the wrong language. */
export const columnKinds = (rows: Rows): readonly ColumnKind[] =>
  weighColumns(rows).map(({ kind }) => kind)

/** The columns that say most in Chinese, in English and of how it is said; null when one language has no column. */
export function guessColumns(rows: Rows, first?: Side): Columns | null {
  const best = new Map<ColumnKind, { column: number; weight: number }>()
  for (const [column, { kind, weight }] of weighColumns(rows).entries()) {
    const before = best.get(kind)
    if (before === undefined || weight > before.weight) best.set(kind, { column, weight })
  }
  const [zh, en] = [best.get('zh')?.column, best.get('en')?.column]
  if (zh === undefined || en === undefined) return null
  const reading = best.get('reading')?.column
  const said = reading === undefined ? {} : { reading }
  const isAsked = first === undefined || (zh < en ? 'zh' : 'en') === first
  return isAsked ? { zh, en, ...said } : { zh: en, en: zh, ...said }
}

function weighColumns(rows: Rows): readonly Weighed[] {
  const [head = []] = rows
  // Among a few rows a header must not decide.
  const body = rows.length > 2 ? rows.slice(1) : rows
  return cellsByColumn(body).map((cells, column) => weighColumn(cells, head[column]?.trim() ?? ''))
}

function weighColumn(cells: readonly string[], head: string): Weighed {
  const share = (is: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(is).length >= COLUMN_SHARE * cells.length
  const letters = countLetters(cells.join('\n'))
  if (share((cell) => languageOf(cell) === 'zh')) return { kind: 'zh', weight: letters.hanzi }
  if (share((cell) => PINYIN.test(cell.trim())) || (cells.length > 0 && HEADER_READING.test(head)))
    return { kind: 'reading', weight: letters.other }
  if (!share((cell) => languageOf(cell) === 'en') || share((cell) => ORIGIN.test(cell.trim())))
    return { kind: 'other', weight: 0 }
  // Tags and levels come again and again; a translation has words apart, and its name in front.
  const variety = new Set(cells).size / cells.length
  const spaced = cells.some((cell) => /\s/.test(cell.trim())) ? 2 : 1
  const named = HEADER_EN.test(head) ? 4 : 1
  return { kind: 'en', weight: letters.other * variety * spaced * named }
}

/** The cells with a letter, column by column. Rows may be of any length: what is not there costs nothing. */
function cellsByColumn(rows: Rows): readonly (readonly string[])[] {
  const columns: string[][] = []
  for (const row of rows) {
    for (const [column, cell] of row.slice(0, MOST_COLUMNS).entries()) {
      const cells = (columns[column] ??= [])
      if (/\p{L}/u.test(cell)) cells.push(cell)
    }
  }
  return Array.from(columns, (cells) => cells ?? [])
}
