import { type Entry } from '../srs/entries.ts'
import type { SharedRevision } from '../article/sharedRevision.ts'
import { emptyRow, mergeFact, mergeRows, type Merged, type Stamped } from '../records/merged.ts'
import { settingFields } from '../records/settings.ts'
import { machineStamp } from '../records/stamp.ts'
import { migrateArticle, renameRevisions } from './migrateArticles.ts'
import { migrateNote, strayRows, takenBy } from './migrateNotes.ts'
import type { RecordsV1, SettingV1 } from './recordsV1.ts'

/** Records of the version before as rows, each kind ordered by id. */
export interface Migrated {
  readonly articles: readonly Merged[]
  readonly revisions: readonly SharedRevision[]
  readonly notes: readonly Merged[]
  readonly settings: readonly Merged[]
  /** As they were: an entry is a fact. */
  readonly entries: readonly Entry[]
}

const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : 1)

/** One row an id. */
function united(rows: readonly Merged[]): readonly Merged[] {
  const all = new Map<string, Merged>()
  for (const row of rows) {
    const same = all.get(row.id)
    all.set(row.id, same === undefined ? row : mergeRows(same, row))
  }
  return [...all.values()].sort(byId)
}

function unitedEntries(entries: readonly Entry[]): readonly Entry[] {
  const all = new Map<string, Entry>()
  for (const entry of entries) {
    const same = all.get(entry.id)
    // One of the two entries it was given.
    const kept = same !== undefined && mergeFact(same, entry) === same ? same : entry
    all.set(entry.id, kept)
  }
  return [...all.values()].sort(byId)
}

/** Limits of single articles name them by id. */
function withNewIds(setting: SettingV1, articleOf: (id: string) => string): SettingV1 {
  const { key, value } = setting
  if (key !== 'learner' || typeof value !== 'object' || value === null) return setting
  const limits: unknown = Reflect.get(value, 'articleLimits')
  if (typeof limits !== 'object' || limits === null) return setting
  const renamed = Object.entries(limits).map(([id, limit]: [string, unknown]) => [
    articleOf(id),
    limit,
  ])
  return { key, value: { ...value, articleLimits: Object.fromEntries(renamed) } }
}

function settingRow({ key, value }: SettingV1): Merged {
  const { row, fields } = settingFields(key, value)
  const stamped = Object.entries(fields).map(([name, v]): [string, Stamped] => [
    name,
    { v, t: machineStamp(0) },
  ])
  return { ...emptyRow(row), fields: Object.fromEntries(stamped) }
}

/**
 * Records of the version before as rows and revisions, from the records alone: no clock, no device, no order; so two
 * devices that have the same records get the same bytes, and what they get merges.
 *
 * @param records whose settings are without those that belong to the device
 */
export function migrate(records: RecordsV1): Migrated {
  const { names, revisions } = renameRevisions(records.articles, records.revisions)
  const taken = takenBy(records.articles)
  const notes = records.notes.map((note) => migrateNote(note, taken, names))
  return {
    articles: united(records.articles.map((record) => migrateArticle(record, names))),
    revisions,
    notes: united([...notes, ...strayRows(taken, records.notes)]),
    settings: united(
      records.settings.map((setting) => settingRow(withNewIds(setting, names.articleOf))),
    ),
    entries: unitedEntries(records.entries),
  }
}
