import { DamagedDatabase, type SqliteFile, type SqlValue } from '../sqlite.ts'

/** A note type of Anki, of any of its versions. */
export interface AnkiType {
  readonly id: string
  readonly name: string
  readonly fields: readonly string[]
  /** What the front of each of its cards is made of, by its place. */
  readonly fronts: readonly string[]
}

/** Farther on stands no field and no card of a real note type. */
const MOST_PLACES = 1_000

/** The note types of a collection by their ids; rows of types that are not there are passed over. */
export function ankiTypes(database: SqliteFile): ReadonlyMap<string, AnkiType> {
  if (!database.has('fields')) {
    const [collection] = database.rows('col')
    return typesOfJson(String(collection?.[9]))
  }
  const fields = placed(database, 'fields', (row) => String(row[2]))
  const fronts = placed(database, 'templates', (row) => frontIn(row[5]))
  const names = new Map<string, string>()
  if (database.has('notetypes'))
    for (const [id, name] of database.rows('notetypes')) names.set(String(id), String(name))
  return new Map(
    [...fields].map(([id, own]) => [
      id,
      { id, name: names.get(id) ?? '', fields: own, fronts: fronts.get(id) ?? [] },
    ]),
  )
}

/** What stands in a table by note type and place. */
function placed(
  database: SqliteFile,
  table: string,
  valueOf: (row: readonly SqlValue[]) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  if (!database.has(table)) return found
  for (const row of database.rows(table)) {
    const [type, at] = row
    const own = found.get(String(type)) ?? []
    if (typeof at === 'number' && at >= 0 && at < MOST_PLACES) own[at] = valueOf(row)
    found.set(String(type), own)
  }
  return found
}

/** The front of a card in its protobuf: the first field, a text. */
function frontIn(config: SqlValue | undefined): string {
  if (!(config instanceof Uint8Array) || config[0] !== 0x0a) return ''
  let length = 0
  let at = 1
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = config[at++] ?? 0
    length |= (byte & 127) << shift
    if (byte < 128) break
  }
  return new TextDecoder().decode(config.subarray(at, at + length))
}

function typesOfJson(json: string): ReadonlyMap<string, AnkiType> {
  const types = new Map<string, AnkiType>()
  for (const [id, model] of Object.entries(parsedJson(json))) {
    const fields = inPlace(listIn(model, 'flds'), 'name')
    const fronts = inPlace(listIn(model, 'tmpls'), 'qfmt')
    types.set(id, { id, name: String(valueIn(model, 'name') ?? ''), fields, fronts })
  }
  return types
}

/** A value of each item, by the place the item says it has. */
function inPlace(items: readonly unknown[], name: string): readonly string[] {
  const own: string[] = []
  for (const [at, item] of items.entries()) {
    const ord = Number(valueIn(item, 'ord') ?? at)
    if (ord >= 0 && ord < MOST_PLACES) own[ord] = String(valueIn(item, name) ?? '')
  }
  return own
}

/** @throws DamagedDatabase when it is no JSON */
export function parsedJson(json: string): object {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : {}
  } catch (cause) {
    throw new DamagedDatabase('note types', { cause })
  }
}

export const valueIn = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? Reflect.get(of, name)
    : undefined

function listIn(of: unknown, name: string): readonly unknown[] {
  const list = valueIn(of, name)
  return Array.isArray(list) ? list : []
}
