/** What stands in a cell of a table. */
export type SqlValue = null | number | string | Uint8Array

/** What is wrong with a database: it is damaged, or no SQLite at all. */
export class DamagedDatabase extends Error {}

const MAGIC = 'SQLite format 3\0'
const HEADER = 100
const ENCODINGS = ['utf-8', 'utf-8', 'utf-16le', 'utf-16be'] as const
const LEAF_TABLE = 0x0d
const INNER_TABLE = 0x05
const LEAF_INDEX = 0x0a
const INNER_INDEX = 0x02

/**
 * Reads the tables of a SQLite database from its bytes (https://www.sqlite.org/fileformat2.html), without rollback journals, indices and
 * queries. Whatever its pages say, each is read once at most, so that no file keeps it busy for ever.
 */
export class SqliteFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #pageSize: number
  readonly #usable: number
  readonly #decoder: TextDecoder
  /** Of each table, its first page and whether its rows have a number of their own. */
  readonly #tables = new Map<string, { readonly root: number; readonly keyColumn: number }>()

  /** @throws DamagedDatabase when it cannot be read */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const head = String.fromCharCode(...bytes.subarray(0, MAGIC.length))
    if (head !== MAGIC || bytes.length < HEADER) throw new DamagedDatabase('no database')
    const size = this.#view.getUint16(16)
    this.#pageSize = size === 1 ? 65_536 : size
    this.#usable = this.#pageSize - this.#view.getUint8(20)
    if (this.#usable < 480 || (this.#pageSize & (this.#pageSize - 1)) !== 0)
      throw new DamagedDatabase('page size')
    this.#decoder = new TextDecoder(ENCODINGS[this.#view.getUint32(56)] ?? 'utf-8')
    for (const [type, name, , root, sql] of this.#rowsFrom(1, -1)) {
      if (type !== 'table' || typeof name !== 'string' || typeof root !== 'number') continue
      this.#tables.set(name, { root, keyColumn: keyColumnOf(String(sql)) })
    }
  }

  has(table: string): boolean {
    return this.#tables.has(table)
  }

  /** @throws DamagedDatabase when there is no such table, or it is damaged */
  rows(table: string): Generator<readonly SqlValue[]> {
    const found = this.#tables.get(table)
    if (found === undefined) throw new DamagedDatabase(`no ${table}`)
    return this.#rowsFrom(found.root, found.keyColumn)
  }

  *#rowsFrom(root: number, keyColumn: number): Generator<readonly SqlValue[]> {
    const seen = new Set<number>()
    const open = [root]
    for (let page = open.pop(); page !== undefined; page = open.pop()) {
      if (seen.has(page)) throw new DamagedDatabase(`page ${page} twice`)
      seen.add(page)
      const start = (page - 1) * this.#pageSize
      if (page < 1 || start + this.#pageSize > this.#bytes.length)
        throw new DamagedDatabase(`page ${page} is missing`)
      const head = page === 1 ? HEADER : start
      const type = this.#view.getUint8(head)
      const isInner = type === INNER_TABLE || type === INNER_INDEX
      if (!isInner && type !== LEAF_TABLE && type !== LEAF_INDEX)
        throw new DamagedDatabase(`page ${page} is of no table`)
      const count = this.#view.getUint16(head + 3)
      const cells = head + (isInner ? 12 : 8)
      if (cells + 2 * count > start + this.#pageSize) throw new DamagedDatabase(`page ${page}`)
      const children: number[] = []
      for (let at = 0; at < count; at++) {
        const cell = start + this.#view.getUint16(cells + 2 * at)
        if (cell + 4 > start + this.#pageSize) throw new DamagedDatabase(`page ${page}`)
        if (isInner) children.push(this.#view.getUint32(cell))
        if (type !== INNER_TABLE) yield this.#rowAt(isInner ? cell + 4 : cell, type, keyColumn)
      }
      if (isInner) children.push(this.#view.getUint32(head + 8))
      // The first child is the next to be read.
      for (const child of children.toReversed()) open.push(child)
    }
  }

  #rowAt(cell: number, type: number, keyColumn: number): readonly SqlValue[] {
    const reader = new Bytes(this.#bytes, cell)
    const length = reader.varint()
    const key = type === LEAF_TABLE ? reader.varint() : null
    const most = type === LEAF_TABLE ? this.#usable - 35 : share(this.#usable, 64)
    const payload = this.#payload(reader.at, length, most)
    const row = [...this.#record(payload)]
    if (key !== null && keyColumn >= 0 && row[keyColumn] === null) row[keyColumn] = key
    return row
  }

  /** The bytes of a record, of which the last may stand on pages of their own. */
  #payload(at: number, length: number, most: number): Uint8Array {
    if (length > this.#bytes.length) throw new DamagedDatabase('a record is too long')
    if (length <= most) return this.#slice(at, length)
    const least = share(this.#usable, 32)
    const fitting = least + ((length - least) % (this.#usable - 4))
    const local = fitting <= most ? fitting : least
    const payload = new Uint8Array(length)
    payload.set(this.#slice(at, local))
    let next = new Bytes(this.#bytes, at + local).uint(4)
    for (let done = local; done < length;) {
      const start = (next - 1) * this.#pageSize
      if (next < 1) throw new DamagedDatabase('a record is cut off')
      const part = this.#slice(start + 4, Math.min(this.#usable - 4, length - done))
      payload.set(part, done)
      done += part.length
      next = new Bytes(this.#bytes, start).uint(4)
    }
    return payload
  }

  #slice(at: number, length: number): Uint8Array {
    if (at + length > this.#bytes.length) throw new DamagedDatabase('cut off')
    return this.#bytes.subarray(at, at + length)
  }

  *#record(payload: Uint8Array): Generator<SqlValue> {
    const head = new Bytes(payload, 0)
    const end = head.varint()
    const body = new Bytes(payload, end)
    while (head.at < end) yield this.#value(body, head.varint())
  }

  #value(body: Bytes, type: number): SqlValue {
    if (type >= 12) {
      const bytes = body.take(Math.floor((type - 12) / 2))
      return type % 2 === 0 ? bytes : this.#decoder.decode(bytes)
    }
    if (type === 7) return body.float()
    if (type === 8 || type === 9) return type - 8
    return type === 0 || type > 6 ? null : body.int([0, 1, 2, 3, 4, 6, 8][type]!)
  }
}

/** So many 255ths of a page may a record of an index, or the least part of a long one, take. */
const share = (usable: number, part: number) => Math.floor(((usable - 12) * part) / 255) - 23

/** The column that is the number of the row, which its record does not hold; −1 when there is none. */
function keyColumnOf(sql: string): number {
  const columns = sql.slice(sql.indexOf('(') + 1, sql.indexOf('(') + 2_000).split(',')
  return columns.findIndex((column) => /\binteger\s+primary\s+key\b/i.test(column))
}

/** Numbers read one after the other. */
class Bytes {
  readonly #bytes: Uint8Array
  at: number
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.#bytes.length) throw new DamagedDatabase('cut off')
    this.at += length
    return this.#bytes.subarray(this.at - length, this.at)
  }

  /** Up to nine bytes of seven bits each, the last of eight. */
  varint(): number {
    let value = 0
    for (let count = 0; count < 8; count++) {
      const byte = this.take(1)[0]!
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
    return value * 256 + this.take(1)[0]!
  }

  uint(length: number): number {
    return this.take(length).reduce((value, byte) => value * 256 + byte, 0)
  }

  int(length: number): number {
    const value = this.uint(length)
    const limit = 2 ** (8 * length)
    return value >= limit / 2 ? value - limit : value
  }

  float(): number {
    const bytes = this.take(8)
    return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0)
  }
}
