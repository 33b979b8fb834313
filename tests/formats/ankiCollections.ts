import { zipSync } from 'fflate'
import initSqlJs from 'sql.js'

const SQL = await initSqlJs()

export interface NoteOf {
  readonly type: number
  readonly fields: readonly string[]
}
export type FieldNames = Readonly<Record<number, readonly string[]>>

/** A database made by SQLite itself. */
export function databaseOf(
  fill: (run: (sql: string, ...values: (string | number | Uint8Array | null)[]) => void) => void,
): Uint8Array {
  const database = new SQL.Database()
  try {
    fill((sql, ...values) => database.run(sql, values))
    return database.export()
  } finally {
    database.close()
  }
}

/** A card of the note at a place, with the front of its template, and its answers. */
export interface CardOf {
  readonly note: number
  readonly ord?: number
  readonly type: number
  readonly queue?: number
  readonly due: number
  readonly left?: number
  readonly flags?: number
  readonly answers?: readonly {
    readonly at: number
    readonly ease: number
    readonly ivl: number
    readonly type: number
    readonly factor?: number
  }[]
}

/** What a collection has besides its notes. */
export interface Learnt {
  /** Seconds. */
  readonly crt: number
  readonly cards: readonly CardOf[]
  /** The front of each card of every note type. */
  readonly fronts: readonly string[]
}

/** The front of a template as newer versions keep it: protobuf. */
const configOf = (front: string): Uint8Array => {
  const bytes = new TextEncoder().encode(front)
  return Uint8Array.of(0x0a, bytes.length, ...bytes, 0x12, 0)
}

/** A collection as Anki keeps it, in the tables of a version. */
export const collectionOf = (
  version: number,
  types: FieldNames,
  notes: readonly NoteOf[],
  learnt?: Learnt,
) =>
  databaseOf((run) => {
    run(
      'create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null)',
    )
    const models = Object.entries(types).map(([id, names]) => [
      id,
      {
        name: 'Type',
        flds: names.map((name, ord) => ({ name, ord })).toReversed(),
        tmpls: learnt?.fronts.map((qfmt, ord) => ({ qfmt, ord })) ?? [],
      },
    ])
    const json = version < 15 ? JSON.stringify(Object.fromEntries(models)) : ''
    run(
      'insert into col values (1, ?, 2, 3, ?, 0, 0, 0, ?, ?, ?, ?, ?)',
      learnt?.crt ?? 1,
      version,
      '{}',
      json,
      '',
      '',
      '',
    )
    if (version >= 15) {
      run(
        'create table fields (ntid integer not null, ord integer not null, name text not null, config blob not null, primary key (ntid, ord)) without rowid',
      )
      for (const [id, names] of Object.entries(types))
        for (const [ord, name] of names.entries())
          run('insert into fields values (?, ?, ?, ?)', Number(id), ord, name, new Uint8Array(300))
    }
    run(
      'create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null)',
    )
    for (const [at, { type, fields }] of notes.entries())
      run(
        'insert into notes values (?, ?, ?, 1, -1, ?, ?, ?, 5, 0, ?)',
        1_600_000_000_000 + at,
        `g${at}`,
        type,
        ' a ',
        fields.join('\x1f'),
        fields[0] ?? '',
        '',
      )
    if (learnt === undefined) return
    if (version >= 15) {
      run(
        'create table templates (ntid integer not null, ord integer not null, name text not null, mtime_secs integer not null, usn integer not null, config blob not null, primary key (ntid, ord)) without rowid',
      )
      for (const id of Object.keys(types))
        for (const [ord, front] of learnt.fronts.entries())
          run(
            "insert into templates values (?, ?, 'Card', 0, 0, ?)",
            Number(id),
            ord,
            configOf(front),
          )
    }
    run(
      'create table cards (id integer primary key, nid integer, did integer, ord integer, mod integer, usn integer, type integer, queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer, odue integer, odid integer, flags integer, data text)',
    )
    run(
      'create table revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer, lastIvl integer, factor integer, time integer, type integer)',
    )
    for (const [at, card] of learnt.cards.entries()) {
      const { note, ord = 0, type, queue = type, due, left = 0, flags = 0, answers = [] } = card
      run(
        "insert into cards values (?, ?, 1, ?, 1700000000, 0, ?, ?, ?, 0, 0, 0, 0, ?, 0, 0, ?, '')",
        1_650_000_000_000 + at,
        1_600_000_000_000 + note,
        ord,
        type,
        queue,
        due,
        left,
        flags,
      )
      for (const { at: moment, ease, ivl, type: asked, factor = 500 } of answers)
        run(
          'insert into revlog values (?, ?, 0, ?, ?, 0, ?, 4000, ?)',
          moment,
          1_650_000_000_000 + at,
          ease,
          ivl,
          factor,
          asked,
        )
    }
  })

/** A frame of zstd with its blocks as they are: valid, and not smaller. */
export function rawZstd(bytes: Uint8Array): Uint8Array {
  const most = 128 * 1024
  // Of unknown size, with a window of 8 MB.
  const parts = [0x28, 0xb5, 0x2f, 0xfd, 0x00, 13 << 3]
  const pieces: Uint8Array[] = [Uint8Array.from(parts)]
  for (let at = 0; at < bytes.length; at += most) {
    const block = bytes.subarray(at, at + most)
    const head = (block.length << 3) | (at + most >= bytes.length ? 1 : 0)
    pieces.push(Uint8Array.of(head & 255, (head >> 8) & 255, head >> 16), block)
  }
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let end = 0
  for (const piece of pieces) {
    whole.set(piece, end)
    end += piece.length
  }
  return whole
}

const empty = collectionOf(11, { 1: ['Front', 'Back'] }, [
  { type: 1, fields: ['Please update to the latest Anki version.', ''] },
])

/** A package in one of the three containers Anki has had. */
export function packageOf(container: 1 | 2 | 3, collection: Uint8Array): Uint8Array<ArrayBuffer> {
  const meta = container === 1 ? {} : { meta: Uint8Array.of(8, container) }
  const files = {
    1: { 'collection.anki2': collection },
    2: { 'collection.anki2': empty, 'collection.anki21': collection },
    3: { 'collection.anki2': empty, 'collection.anki21b': rawZstd(collection) },
  }[container]
  const parts = { ...meta, ...files, media: new TextEncoder().encode('{}') }
  return new Uint8Array(zipSync(parts, { level: 0 }))
}
