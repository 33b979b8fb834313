import { type ColumnKind, columnKinds, guessColumns } from '../../domain/text/columnKinds.ts'
import type { Columns, NoteTypeColumns, SeenNoteType } from '../../domain/text/layoutTypes.ts'
import { cellText } from '../cellText.ts'
import { filledRows, withoutBlankColumns } from '../filledRows.ts'
import { DamagedDatabase, type SqliteFile } from '../sqlite.ts'
import { unitedRows } from '../unitedRows.ts'
import { historyIn, type ReadNote } from './history.ts'
import { ankiTypes, type AnkiType } from './noteTypes.ts'

/** Tables of collections that we know how to read. */
const isKnownSchema = (version: number) => version === 11 || (version >= 14 && version <= 18)
export class NewerAnki extends Error {}

const FIELD_SEPARATOR = '\x1f'
/** Cells of each field that are shown to whoever says what it is. */
const SAMPLES = 3
const LONGEST_SAMPLE = 40
type Row = readonly string[]

interface NoteType extends AnkiType {
  readonly notes: readonly Note[]
}

interface Note {
  readonly id: number
  readonly guid: string
  readonly cells: Row
}

/** The note types of a collection that have notes, with these. */
function noteTypes(database: SqliteFile): readonly NoteType[] {
  const [collection] = database.rows('col')
  const version = Number(collection?.[4])
  if (version > 18) throw new NewerAnki()
  if (!isKnownSchema(version)) throw new DamagedDatabase(`schema ${version}`)
  const types = ankiTypes(database)
  const notes = new Map<string, Note[]>()
  for (const [id, guid, type, , , , content] of database.rows('notes')) {
    const cells = String(content ?? '').split(FIELD_SEPARATOR)
    const own = notes.get(String(type)) ?? []
    own.push({ id: Number(id), guid: String(guid), cells: cells.map(cellText) })
    notes.set(String(type), own)
  }
  const ofNoType = { name: '', fields: [], fronts: [] }
  return [...notes].map(([id, own]) => ({ id, ...ofNoType, ...types.get(id), notes: own }))
}

/**
 * One table of all notes, its first row the names of its columns, and what Anki knows of their cards. As long as nobody says what the
 * fields are, the columns are those of the note type most notes have, and notes of other types stand in it by what their fields hold.
 * Null when there are none.
 *
 * @param chosen what the fields of each note type are, by its id; null leaves its notes out
 */
export async function tableOf(database: SqliteFile, chosen?: NoteTypeColumns) {
  const types = noteTypes(database)
  const table = chosen === undefined ? guessedTable(types) : chosenTable(types, chosen)
  if (table === null) return null
  const { origins, ...shown } = table
  const history = historyIn(database, await readNotes(types, origins, chosen))
  const seen = types.map((type) => seenType(type, chosen?.[type.id]))
  return { ...shown, noteTypes: seen, ...(history === null ? {} : { history }) }
}

function guessedTable(types: readonly NoteType[]) {
  const tables = types.map(({ notes }) => notes.map(({ cells }) => cells))
  const { main, rows, origins } = unitedRows(tables)
  const fields = types[main]?.fields
  if (fields === undefined) return null
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const head = Array.from({ length: width }, (_, at) => fields[at] ?? '')
  return { rows: withoutBlankColumns(filledRows([head, ...rows]), 1), origins }
}

const HEAD = ['中文', 'English', 'Pinyin']
const COLUMNS: Columns = { zh: 0, en: 1, reading: 2 }

function chosenTable(types: readonly NoteType[], chosen: NoteTypeColumns) {
  const origins: Row[] = []
  const rows: Row[] = [HEAD]
  for (const { id, notes } of types) {
    const columns = chosen[id]
    if (!columns) continue
    for (const { cells } of notes) {
      const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? ''))
      origins.push(cells)
      rows.push([cell(columns.zh), cell(columns.en), cell(columns.reading)])
    }
  }
  return origins.length === 0 ? null : { rows, columns: COLUMNS, origins }
}

function seenType(
  { id, name, fields, notes }: NoteType,
  chosen: Columns | null | undefined,
): SeenNoteType {
  const cells = notes.map((note) => note.cells)
  const width = Math.max(fields.length, cells[0]?.length ?? 0)
  return {
    id,
    name,
    notes: notes.length,
    fields: Array.from({ length: width }, (_, at) => ({
      name: fields[at] ?? '',
      samples: cells
        .flatMap((row) => row[at] || [])
        .slice(0, SAMPLES)
        .map((cell) => cell.slice(0, LONGEST_SAMPLE)),
    })),
    columns: chosen === undefined ? guessColumns(cells) : chosen,
  }
}

/** Notes by their ids, with the row each became: the first one is the head. */
async function readNotes(
  types: readonly NoteType[],
  origins: readonly Row[],
  chosen: NoteTypeColumns | undefined,
): Promise<ReadonlyMap<number, ReadNote>> {
  const { ourTypes } = await import('./ourTypes.ts')
  const rowOf = new Map(origins.map((cells, at) => [cells, at + 1]))
  const found = new Map<number, ReadNote>()
  for (const type of types) {
    const cells = type.notes.map((note) => note.cells)
    const kinds = chosen === undefined ? columnKinds(cells) : chosenKinds(chosen[type.id] ?? null)
    const ours = ourTypes.get(type.id)
    const read = ours === undefined ? type : { ...type, ours }
    for (const note of type.notes) {
      const row = rowOf.get(note.cells)
      if (row !== undefined) found.set(note.id, { ...note, row, kinds, type: read })
    }
  }
  return found
}

function chosenKinds(columns: Columns | null): readonly ColumnKind[] {
  const kinds: ColumnKind[] = []
  if (columns === null) return kinds
  for (const kind of ['zh', 'en', 'reading'] as const)
    if (columns[kind] !== undefined) kinds[columns[kind]] = kind
  return kinds
}
