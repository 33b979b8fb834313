import { zipSync } from 'fflate'
import { cardsOf } from '../../../domain/cards/cards.ts'
import { NEW_CARD } from '../../../domain/srs/cardState.ts'
import type { Entry } from '../../../domain/srs/entries.ts'
import type { SrsSettings } from '../../../domain/srs/settings.ts'
import type { NoteHere } from '../../../domain/notes/noteHere.ts'
import { part, type Task } from '../../../domain/tasks.ts'
import { studyDay, studyDayStart } from '../../../domain/time.ts'
import { type CardRow, cardRow, type LogRow, logRows } from './cardRow.ts'
import {
  type Beginning,
  configJson,
  deckIds,
  deckName,
  decksJson,
  DEFAULT_DECK,
  optionsJson,
} from './collection.ts'
import { writeDummy } from './dummy.ts'
import { fieldsOf } from './fields.ts'
import { type Histories, historiesOf } from './histories.ts'
import { type NoteTexts, noteTexts } from './noteRow.ts'
import { modelOf, NOTE_TYPES, type NoteType, typeOf } from './noteTypes.ts'
import { INDEXES, SCHEMA } from './schema.ts'
import type { Database, Sqlite } from './sqlite.ts'
import { tagsOf } from './tags.ts'

/** What goes into a package. */
export interface PackageInput {
  readonly notes: readonly NoteHere[]
  /** The review log, whole; empty for a deck that nobody has learnt yet. */
  readonly entries: readonly Entry[]
  readonly settings: SrsSettings
  /** ms; nothing in a package may be later. */
  readonly now: number
  /** Minutes east of UTC, where the learner is. */
  readonly utcOffset: number
}

/** Rows of one note, before they have numbers. */
interface Drawn {
  readonly here: NoteHere
  readonly type: NoteType
  readonly texts: NoteTexts
  readonly tags: readonly string[]
  readonly deck: string
  readonly cards: readonly {
    readonly ord: number
    readonly row: CardRow
    readonly log: readonly LogRow[]
  }[]
}

const AT_ONCE = 200
/** No date of Anki's own is before it. */
const EARLIEST = Date.UTC(2006, 9, 5)

/**
 * An Anki package of these notes with their cards, history, memory and options: version "Legacy 2", schema 11, which every
 * Anki since 2.1 imports. The same notes give the same numbers and names, so importing again adds nothing.
 *
 * Yields the share done.
 */
export function* writeAnkiPackage(sql: Sqlite, input: PackageInput): Task<Uint8Array> {
  const histories = yield* part(0, 0.25, historiesOf(input.entries, input.settings))
  const drawn = yield* part(0.25, 0.6, drawAll(input, histories))
  const collection = yield* part(0.6, 0.85, writeCollection(sql, input, histories, drawn))
  const dummy = writeDummy(sql, input.now)
  yield 0.87
  return zipSync(
    {
      meta: [Uint8Array.of(8, 2), { level: 0 }],
      // Half as long as the usual effort, and a tenth larger.
      'collection.anki21': [collection, { level: 3 }],
      'collection.anki2': dummy,
      media: [new TextEncoder().encode('{}'), { level: 0 }],
    },
    { mtime: input.now },
  )
}

/** A day before everything that happened, so that no day is below zero. */
function beginningOf({ notes, entries, settings, now, utcOffset }: PackageInput): Beginning {
  let earliest = now
  for (const { note } of notes) earliest = Math.min(earliest, Math.max(EARLIEST, note.createdAt))
  for (const { at } of entries) earliest = Math.min(earliest, Math.max(EARLIEST, at))
  const day = studyDay(earliest, utcOffset, settings.rolloverHour) - 1
  return { day, utcOffset, crt: studyDayStart(day, utcOffset, settings.rolloverHour) / 1000 }
}

/** What is written of each note that has something to ask; cards that cannot be asked come when they have a history. */
function* drawAll(input: PackageInput, { state, entriesOf }: Histories): Task<readonly Drawn[]> {
  const { notes } = input
  const beginning = beginningOf(input)
  const drawn: Drawn[] = []
  const byAge = notes.toSorted((a, b) => a.note.createdAt - b.note.createdAt)
  const placeOf = new Map(notes.map(({ note }, at) => [note.id, at]))
  for (const [at, here] of byAge.entries()) {
    if (at % AT_ONCE === 0) yield at / byAge.length
    const { note, place } = here
    const fields = fieldsOf(here)
    if (fields === null) continue
    const type = typeOf(note)
    const cards = cardsOf(note).flatMap(({ id, kind }) => {
      const ord = type.templates.findIndex((template) => template.kind === kind)
      const needs = type.templates[ord]?.needs
      const known = state.cards.get(id)
      if (needs === undefined || (!fields[needs] && known === undefined)) return []
      const position = ord * notes.length + (placeOf.get(note.id) ?? 0) + 1
      const row = cardRow(known ?? NEW_CARD, position, beginning, state.settings)
      return [{ ord, row, log: logRows(entriesOf(id), state.settings) }]
    })
    if (cards.length === 0) continue
    const title = place?.article.title
    const deck = deckName(title?.zh || title?.en || '')
    const texts = noteTexts(type.fields, fields)
    drawn.push({ here, type, texts, tags: tagsOf(here), deck, cards })
  }
  return drawn
}

/** Numbers that are moments, each later than the one before; none later than now by more than their count. */
function numbering(now: number): (at: number) => number {
  let last = 0
  return (at) => {
    const moment = Number.isFinite(at) ? Math.min(now, Math.max(EARLIEST, Math.floor(at))) : now
    return (last = Math.max(last + 1, moment))
  }
}

function* writeCollection(
  sql: Sqlite,
  input: PackageInput,
  { state }: Histories,
  drawn: readonly Drawn[],
): Task<Uint8Array> {
  const { now } = input
  const decks = deckIds(drawn.map(({ deck }) => deck))
  const db = new sql.Database()
  try {
    db.exec(SCHEMA)
    const total = Math.max(1, ...drawn.map(({ cards }) => Math.max(...cards.map((c) => c.row.due))))
    writeHead(db, input, state.settings, decks, total)
    db.exec('BEGIN')
    const log = yield* part(0, 0.4, writeNotes(db, now, decks, drawn))
    yield* part(0.4, 0.8, writeLog(db, now, log))
    db.exec('COMMIT')
    db.exec(INDEXES)
    yield 0.9
    return db.export()
  } finally {
    db.close()
  }
}

function writeHead(
  db: Database,
  input: PackageInput,
  settings: SrsSettings,
  decks: ReadonlyMap<string, number>,
  nextPosition: number,
): void {
  const { now } = input
  const beginning = beginningOf(input)
  const mod = Math.floor(now / 1000)
  const models = Object.fromEntries(
    NOTE_TYPES.map((type) => [type.id, modelOf(type, DEFAULT_DECK, mod)]),
  )
  db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
    beginning.crt,
    now,
    now,
    configJson(beginning, settings, nextPosition, NOTE_TYPES[0]!.id),
    JSON.stringify(models),
    decksJson(decks, now),
    optionsJson(settings, now),
    '{}',
  ])
}

interface NumberedLog extends LogRow {
  readonly card: number
}

function* writeNotes(
  db: Database,
  now: number,
  decks: ReadonlyMap<string, number>,
  drawn: readonly Drawn[],
): Task<readonly NumberedLog[]> {
  const mod = Math.floor(now / 1000)
  const noteRow = db.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)')
  const row = db.prepare(
    'INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)',
  )
  const noteNumber = numbering(now)
  const cardNumber = numbering(now)
  const log: NumberedLog[] = []
  for (const [at, { here, type, texts, tags, deck, cards }] of drawn.entries()) {
    if (at % AT_ONCE === 0) yield at / drawn.length
    const { note } = here
    const id = noteNumber(note.createdAt)
    const { flds, sfld, csum } = texts
    noteRow.run([id, note.id, type.id, mod, ` ${tags.join(' ')} `, flds, sfld, csum, ''])
    for (const { ord, row: card, log: answers } of cards) {
      const cid = cardNumber(note.createdAt)
      const { type: phase, queue, due, ivl, factor, reps, lapses, left, flags, data } = card
      row.run([
        ...[cid, id, decks.get(deck) ?? DEFAULT_DECK, ord, mod],
        ...[phase, queue, due, ivl, factor, reps, lapses, left, flags, data],
      ])
      for (const answer of answers) log.push({ ...answer, card: cid })
    }
  }
  noteRow.free()
  row.free()
  return log
}

function* writeLog(db: Database, now: number, log: readonly NumberedLog[]): Task<void> {
  const statement = db.prepare('INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)')
  const number = numbering(now)
  for (const [at, row] of log.toSorted((a, b) => a.at - b.at).entries()) {
    if (at % AT_ONCE === 0) yield at / log.length
    const { card, ease, ivl, lastIvl, factor, time, type } = row
    statement.run([number(row.at), card, ease, ivl, lastIvl, factor, time, type])
  }
  statement.free()
}
