import type { Issue } from '../domain/errors.ts'
import { columnKinds } from '../domain/text/columnKinds.ts'
import { historyIn, type ReadNote } from './anki/history.ts'
import { ankiTypes, type AnkiType } from './anki/noteTypes.ts'
import { cellText } from './cellText.ts'
import { filledRows, withoutBlankColumns } from './filledRows.ts'
import { bitextOf, type Format } from './format.ts'
import { DamagedDatabase, SqliteFile } from './sqlite.ts'
import { unitedRows } from './unitedRows.ts'
import { unzip, zipNames } from './zip.ts'

/** The newest first: where there are several, the older ones only say that Anki has to be updated. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const
/** Tables of collections that we know how to read. */
const isKnownSchema = (version: number) => version === 11 || (version >= 14 && version <= 18)
const FIELD_SEPARATOR = '\x1f'
type Row = readonly string[]

interface NoteType extends AnkiType {
  readonly notes: readonly Note[]
}

interface Note {
  readonly id: number
  readonly guid: string
  readonly cells: Row
}

/** Decks and collections as Anki exports them, in all their containers. */
export const ankiPackage: Format = {
  id: 'ankiPackage',
  extensions: ['apkg', 'colpkg'],
  mediaTypes: ['application/apkg', 'application/vnd.anki'],
  sniff: ({ bytes }) =>
    zipNames(bytes)?.some((name) => COLLECTIONS.some((one) => one === name)) ?? false,
  read: async ({ name, bytes }) => {
    const refused = (code: Issue['code']) => ({ value: null, issues: [{ code, found: name }] })
    const { parts, issue } = unzip(bytes, (part) => COLLECTIONS.some((one) => one === part))
    if (issue !== null) return refused(issue)
    const newest = COLLECTIONS.find((one) => parts.has(one))
    const packed = newest && parts.get(newest)
    if (packed === undefined) return refused('brokenZip')
    try {
      const database = newest === 'collection.anki21b' ? await unpacked(packed) : packed
      if (database === null) return refused('zipTooLarge')
      const table = await tableOf(new SqliteFile(database))
      if (table === null) return refused('empty')
      return { value: bitextOf({ kind: 'rows', header: true, ...table }), issues: [] }
    } catch (error) {
      if (error instanceof NewerAnki) return refused('ankiTooNew')
      if (error instanceof DamagedDatabase || error instanceof BrokenPack)
        return refused('ankiDamaged')
      throw error
    }
  },
}

class NewerAnki extends Error {}
class BrokenPack extends Error {}

/** A collection that zstd packed; null when it is larger than can be held. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { TooMuch, unpackZstd } = await import('./zstd.ts')
  try {
    return unpackZstd(bytes)
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw new BrokenPack('zstd', { cause: error })
  }
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
 * One table of all notes, its first row the names of the fields of the note type most of them have, and what Anki knows of their cards.
 * Notes of other types stand in it by what their fields are: Chinese under Chinese, English under English. Null when there are none.
 */
async function tableOf(database: SqliteFile) {
  const types = noteTypes(database)
  const { main, rows, origins } = unitedRows(
    types.map(({ notes }) => notes.map(({ cells }) => cells)),
  )
  const fields = types[main]?.fields
  if (fields === undefined) return null
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const head = Array.from({ length: width }, (_, at) => fields[at] ?? '')
  const history = historyIn(database, await readNotes(types, origins))
  return {
    rows: withoutBlankColumns(filledRows([head, ...rows]), 1),
    ...(history === null ? {} : { history }),
  }
}

/** Notes by their ids, with the row each became: the first one is the head. */
async function readNotes(
  types: readonly NoteType[],
  origins: readonly Row[],
): Promise<ReadonlyMap<number, ReadNote>> {
  const { ourTypes } = await import('./anki/ourTypes.ts')
  const rowOf = new Map(origins.map((cells, at) => [cells, at + 1]))
  const found = new Map<number, ReadNote>()
  for (const type of types) {
    const kinds = columnKinds(type.notes.map(({ cells }) => cells))
    const ours = ourTypes.get(type.id)
    const read = ours === undefined ? type : { ...type, ours }
    for (const { id, guid, cells } of type.notes) {
      const row = rowOf.get(cells)
      if (row !== undefined) found.set(id, { row, guid, kinds, cells, type: read })
    }
  }
  return found
}
