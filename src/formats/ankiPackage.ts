import type { Issue } from '../domain/errors.ts'
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

interface NoteType {
  readonly fields: readonly string[]
  readonly notes: Row[]
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
      const rows = rowsOf(noteTypes(new SqliteFile(database)))
      if (rows === null) return refused('empty')
      return { value: bitextOf({ kind: 'rows', rows, header: true }), issues: [] }
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

/** The note types of a collection with their notes, by their ids. */
function noteTypes(database: SqliteFile): readonly NoteType[] {
  const [collection] = database.rows('col')
  const version = Number(collection?.[4])
  if (version > 18) throw new NewerAnki()
  if (!isKnownSchema(version)) throw new DamagedDatabase(`schema ${version}`)
  const types = new Map<string, NoteType>()
  const fields = database.has('fields')
    ? fieldsOfTable(database)
    : fieldsOfJson(String(collection?.[9]))
  for (const [id, names] of fields) types.set(id, { fields: names, notes: [] })
  for (const [, , type, , , , content] of database.rows('notes')) {
    const cells = String(content ?? '').split(FIELD_SEPARATOR)
    const id = String(type)
    let found = types.get(id)
    if (found === undefined) types.set(id, (found = { fields: [], notes: [] }))
    found.notes.push(cells.map(cellText))
  }
  return [...types.values()].filter(({ notes }) => notes.length > 0)
}

function fieldsOfTable(database: SqliteFile): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const [type, at, name] of database.rows('fields')) {
    const own = fields.get(String(type)) ?? []
    if (typeof at === 'number' && at >= 0 && at < 1_000) own[at] = String(name)
    fields.set(String(type), own)
  }
  return fields
}

function fieldsOfJson(json: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  const parsed = parsedJson(json)
  for (const [id, model] of Object.entries(parsed)) {
    const own: string[] = []
    for (const [at, field] of listIn(model, 'flds').entries()) {
      const ord = Number(fieldOf(field, 'ord') ?? at)
      if (ord >= 0 && ord < 1_000) own[ord] = String(fieldOf(field, 'name') ?? '')
    }
    fields.set(id, own)
  }
  return fields
}

function parsedJson(json: string): object {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : {}
  } catch (cause) {
    throw new DamagedDatabase('note types', { cause })
  }
}

const fieldOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null
    ? Object.entries(of).find(([key]) => key === name)?.[1]
    : undefined

function listIn(of: unknown, name: string): readonly unknown[] {
  const list = fieldOf(of, name)
  return Array.isArray(list) ? list : []
}

/**
 * One table of all notes, its first row the names of the fields of the note type most of them have. Notes of other types stand in it by
 * what their fields are: Chinese under Chinese, English under English. Null when there are none.
 */
function rowsOf(types: readonly NoteType[]): readonly Row[] | null {
  const { main, rows } = unitedRows(types.map(({ notes }) => notes))
  const fields = types[main]?.fields
  if (fields === undefined) return null
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0)
  const head = Array.from({ length: width }, (_, at) => fields[at] ?? '')
  return withoutBlankColumns(filledRows([head, ...rows]), 1)
}
