import { srsSettingsOf, type LearnerSettings } from '../../domain/learner/settings.ts'
import type { Deck } from '../../domain/model.ts'
import type { NoteHere } from '../../domain/notes/noteHere.ts'
import { notesOfDeck } from '../../domain/notes/notesOfDeck.ts'
import type { Writer } from '../../formats/write/table.ts'
import type { Disk } from '../../storage/database.ts'
import { notesHere } from '../../storage/notesHere.ts'
import { readPackedLog } from '../../storage/readLog.ts'

export interface Order {
  readonly writer: Writer
  /** The article; null: everything the learner learns. */
  readonly deck: Deck | null
  readonly learner: LearnerSettings
  readonly now: number
}

export interface Watching {
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

/** Reading the notes is about so much of the way to a package. */
const READ = 0.2

/** What a file holds; null when there is nothing to write into it. */
export async function contentOf(
  disk: Disk,
  { writer, deck, learner, now }: Order,
  { onProgress, signal }: Watching,
): Promise<string | Uint8Array<ArrayBuffer> | null> {
  if (writer.of === 'deck') return deck === null ? null : writer.write(deck)
  const reading = { signal, onProgress: (done: number) => onProgress(READ * done) }
  const learnt = await notesHere(disk, deck?.id ?? null, reading)
  const notes = learnt.length > 0 || deck === null ? learnt : allOf(deck, learner, now)
  if (writer.of === 'notes') return writer.write(notes) || null
  if (notes.length === 0) return null
  const [{ writePackage }, { readSqlite }] = await Promise.all([
    import('../../worker/anki/client.ts'),
    import('../../storage/sqliteFile.ts'),
  ])
  const [sqlite, log] = await Promise.all([readSqlite(), readPackedLog(disk)])
  const settings = srsSettingsOf(learner)
  const utcOffset = -new Date(now).getTimezoneOffset()
  const told = (done: number) => onProgress(READ + (1 - READ) * done)
  return writePackage(sqlite, { notes, log, settings, now, utcOffset }, told, signal)
}

/** Of an article from which nothing is learnt yet, all that could be. */
const allOf = (deck: Deck, { learning }: LearnerSettings, now: number): readonly NoteHere[] =>
  notesOfDeck(deck, learning, now)
