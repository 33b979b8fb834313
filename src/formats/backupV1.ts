import { type Entry } from '../domain/srs/entries.ts'
import { migrate } from '../domain/notes/migrate.ts'
import type { ArticleRecordV1, NoteV1, RevisionV1, SettingV1 } from '../domain/notes/recordsV1.ts'
import { answerUnpacker, recordIn, take, type Collector, type Header } from './backupLines.ts'
import { isEntry } from './modelChecks.ts'
import { isArticleRecordV1, isNoteV1, isRevisionV1, isSettingV1 } from './recordsV1Checks.ts'

/** Reads the lines of version 1, whose revisions had numbers; what comes out is rows. */
export function collectorV1({ createdAt, counts, answer }: Header): Collector {
  const records = {
    articles: new Array<ArticleRecordV1>(),
    revisions: new Array<RevisionV1>(),
    notes: new Array<NoteV1>(),
    entries: new Array<Entry>(),
    settings: new Array<SettingV1>(),
  }
  const unpack = answerUnpacker(answer)
  return {
    add: (line) => {
      const given = unpack(line)
      if (given !== null) return take(given, isEntry, records.entries)
      const [kind, record] = recordIn(line) ?? ['', null]
      switch (kind) {
        case 'article':
          return take(record, isArticleRecordV1, records.articles)
        case 'revision':
          return take(record, isRevisionV1, records.revisions)
        case 'note':
          return take(record, isNoteV1, records.notes)
        case 'entry':
          return take(record, isEntry, records.entries)
        case 'setting':
          return take(record, isSettingV1, records.settings)
        default:
          return ''
      }
    },
    whole: () => {
      const isWhole =
        records.articles.length === counts.articles &&
        records.revisions.length === counts.revisions &&
        records.notes.length === counts.notes &&
        records.entries.length === counts.entries &&
        records.settings.length === counts.settings
      if (!isWhole) return null
      const migrated = migrate(records)
      const place = new Map(records.notes.map(({ id }, i) => [id, i]))
      const placeOf = (id: string) => place.get(id) ?? records.notes.length
      // In the order in which they came, as the file had them.
      const notes = migrated.notes.toSorted((a, b) => placeOf(a.id) - placeOf(b.id))
      return { ...migrated, notes, createdAt, unknown: [] }
    },
  }
}
