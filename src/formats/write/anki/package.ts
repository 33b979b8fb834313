import { zipSync } from 'fflate'
import { cardsOf } from '../../../domain/cards/cards.ts'
import { NEW_CARD } from '../../../domain/srs/cardState.ts'
import type { Entry } from '../../../domain/srs/entries.ts'
import type { SrsSettings } from '../../../domain/srs/settings.ts'
import type { NoteHere } from '../../../domain/notes/noteHere.ts'
import { part, type Task } from '../../../domain/tasks.ts'
import { studyDay, studyDayStart } from '../../../domain/time.ts'
import { cardRow, logRows } from './cardRow.ts'
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
import { noteTexts } from './noteRow.ts'
import { modelOf, NOTE_TYPES, typeOf } from './noteTypes.ts'
import { EARLIEST, numbering } from './numbering.ts'
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

const AT_ONCE = 200

/**
 * An Anki package of these notes with their cards, history, memory and options: version "Legacy 2", schema 11, which every
 * Anki since 2.1 imports. The same notes give the same numbers and names, so importing again adds nothing.
 *
 * Yields the share done.
 */
export function* writeAnkiPackage(sql: Sqlite, input: PackageInput): Task<Uint8Array> {
  const histories = yield* part(0, 0.25, historiesOf(input.entries, input.settings))
  const collection = yield* part(0.25, 0.85, writeCollection(sql, input, histories))
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

function* writeCollection(
  sql: Sqlite,
  input: PackageInput,
  histories: Histories,
): Task<Uint8Array> {
  const beginning = beginningOf(input)
  const db = new sql.Database()
  try {
    db.exec(SCHEMA)
    db.exec('BEGIN')
    const decks = yield* part(0, 0.9, writeNotes(db, input, histories, beginning))
    writeHead(db, input, histories.state.settings, decks, beginning)
    db.exec('COMMIT')
    db.exec(INDEXES)
    yield 0.95
    return db.export()
  } finally {
    db.close()
  }
}

function writeHead(
  db: Database,
  { notes, now }: PackageInput,
  settings: SrsSettings,
  decks: Iterable<string>,
  beginning: Beginning,
): void {
  const mod = Math.floor(now / 1000)
  const models = NOTE_TYPES.map((type) => [type.id, modelOf(type, DEFAULT_DECK, mod)])
  const most = Math.max(...NOTE_TYPES.map(({ templates }) => templates.length))
  db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
    beginning.crt,
    now,
    now,
    configJson(beginning, settings, notes.length * most + 1, NOTE_TYPES[0]!.id),
    JSON.stringify(Object.fromEntries(models)),
    decksJson(deckIds(decks), now),
    optionsJson(settings, now),
    '{}',
  ])
}

/** Writes notes, cards and answers, a note at a time: none of it is held. The names of the decks, in their order. */
function* writeNotes(
  db: Database,
  { notes, now }: PackageInput,
  { state, entriesOf }: Histories,
  beginning: Beginning,
): Task<ReadonlySet<string>> {
  const mod = Math.floor(now / 1000)
  const insert = {
    note: db.prepare('INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)'),
    card: db.prepare(
      'INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)',
    ),
    answer: db.prepare('INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)'),
  }
  const number = { note: numbering(now), card: numbering(now), answer: numbering(now) }
  const names = new Set(notes.map(nameOfDeck))
  const decks = deckIds(names)
  const placeOf = new Map(notes.map(({ note }, at) => [note.id, at]))
  const byAge = notes.toSorted((a, b) => a.note.createdAt - b.note.createdAt)
  for (const [at, here] of byAge.entries()) {
    if (at % AT_ONCE === 0) yield at / byAge.length
    const { note } = here
    const fields = fieldsOf(here)
    if (fields === null) continue
    const type = typeOf(note)
    const cards = cardsOf(note).flatMap(({ id: name, kind }) => {
      const ord = type.templates.findIndex((template) => template.kind === kind)
      const needs = type.templates[ord]?.needs
      const known = state.cards.get(name)
      // What cannot be asked comes when it has a history.
      const isWritten = needs !== undefined && (fields[needs] || known !== undefined)
      return isWritten ? [{ name, ord, known: known ?? NEW_CARD }] : []
    })
    if (cards.length === 0) continue
    const id = number.note(note.createdAt)
    const { flds, sfld, csum } = noteTexts(type.fields, fields)
    const tags = ` ${tagsOf(here).join(' ')} `
    insert.note.run([id, note.id, type.id, mod, tags, flds, sfld, csum, ''])
    for (const { name, ord, known } of cards) {
      const position = ord * notes.length + (placeOf.get(note.id) ?? 0) + 1
      const row = cardRow(known, position, beginning, state.settings)
      const card = number.card(note.createdAt)
      const { type: phase, queue, due, ivl, factor, reps, lapses, left, flags, data } = row
      insert.card.run([
        ...[card, id, decks.get(nameOfDeck(here)) ?? DEFAULT_DECK, ord, mod],
        ...[phase, queue, due, ivl, factor, reps, lapses, left, flags, data],
      ])
      for (const answer of logRows(entriesOf(name), state.settings)) {
        const { ease, ivl: days, lastIvl, factor: difficulty, time, type: asked } = answer
        const moment = number.answer(answer.at)
        insert.answer.run([moment, card, ease, days, lastIvl, difficulty, time, asked])
      }
    }
  }
  for (const statement of Object.values(insert)) statement.free()
  return names
}

const nameOfDeck = ({ place }: NoteHere): string => {
  const title = place?.article.title
  return deckName(title?.zh || title?.en || '')
}
