import { type ColumnKind, columnKinds } from '../../domain/text/columnKinds.ts'
import type { SeenNoteType, Source } from '../../domain/text/layoutTypes.ts'

/** A column as somebody is shown it who chooses what it is. */
export interface SeenColumn {
  readonly kind: ColumnKind
  /** Its first cells, shortened. */
  readonly cells: readonly string[]
}

/** A table that was put in: its columns, and what set its cells apart where it was text. */
export interface SeenTable {
  readonly columns: readonly SeenColumn[]
  readonly delimiter: string | null
  /** The kinds of notes it was made of; none where it was no deck of a flashcard program. */
  readonly noteTypes: readonly SeenNoteType[]
}

const CELLS = 3
const LONGEST_CELL = 60
/** Farther to the right nothing is offered. */
const MOST_COLUMNS = 24
/** Rows that are looked at: a book may be one table. */
const SAMPLE_ROWS = 500

/** What there is to choose of a table; null when it was none, or has one column that nothing could set apart. */
export function tableSeen(source: Source): SeenTable | null {
  if (source.kind !== 'rows' || source.sentences) return null
  const rows = source.rows.slice(0, SAMPLE_ROWS).map((row) => row.slice(0, MOST_COLUMNS))
  const columns = columnKinds(rows).map((kind, column) => ({
    kind,
    cells: rows
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, CELLS)
      .map((cell) => cell.slice(0, LONGEST_CELL)),
  }))
  const { delimiter = null, noteTypes = [] } = source
  return { columns, delimiter, noteTypes }
}
