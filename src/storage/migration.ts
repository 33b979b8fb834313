import { migrate } from '../domain/notes/migrate.ts'
import { articlesIn } from '../domain/notes/showNote.ts'
import type { NoteV1, SettingV1 } from '../domain/notes/recordsV1.ts'
import { count, shape, type Check } from '../formats/checks.ts'
import { isArticleRecordV1, isNoteV1, isRevisionV1 } from '../formats/recordsV1Checks.ts'
import { DEVICE_KEYS } from './settingKeys.ts'

/** What the transaction holds of a store, within a version change. */
const all = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no records')))
  })

const isNoteRecord = shape<{ readonly note: NoteV1; readonly place: number }>({
  note: isNoteV1,
  place: count,
})

const text = (value: unknown, field: string): string => {
  const found: unknown = typeof value === 'object' && value !== null && Reflect.get(value, field)
  return typeof found === 'string' ? found : ''
}

/**
 * Turns the records of schema version 1 into rows, within the version change: all of it, or the disk stays as it was. From
 * the records alone, so that two devices that held the same hold the same again.
 *
 * What a bad disk has made of a record is put aside as it is; nothing is thrown away but what is derived.
 */
export async function migrateRecords(transaction: IDBTransaction): Promise<void> {
  const store = (name: string) => transaction.objectStore(name)
  const [articles, texts, notes, keys, values] = await Promise.all([
    all<unknown[]>(store('articles').getAll()),
    all<unknown[]>(store('texts').getAll()),
    all<unknown[]>(store('notes').getAll()),
    all(store('settings').getAllKeys()),
    all<unknown[]>(store('settings').getAll()),
  ])
  const sound = <T>(kind: string, records: readonly unknown[], check: Check<T>): readonly T[] => {
    const aside = records.filter((record) => !check(record))
    for (const [i, value] of aside.entries())
      store('unknown').put({ kind: `v1/${kind}`, id: `${text(value, 'id')}/${i}`, value })
    return records.filter(check)
  }
  const kept = sound('note', notes, isNoteRecord)
  const shared = keys
    .map((key, i): SettingV1 => ({ key: String(key), value: values[i] }))
    .filter(({ key }) => !DEVICE_KEYS.has(key))
  const migrated = migrate({
    articles: sound('article', articles, isArticleRecordV1),
    revisions: sound('text', texts, isRevisionV1),
    notes: kept.map(({ note }) => note),
    entries: [],
    settings: shared,
  })
  for (const name of ['articles', 'texts', 'notes', 'image']) store(name).clear()
  for (const { key } of shared) store('settings').delete(key)
  for (const row of migrated.articles) store('articles').put({ id: row.id, row })
  for (const revision of migrated.revisions) store('revisions').put(revision)
  for (const row of migrated.settings) store('preferences').put(row)
  const places = new Map(kept.map(({ note, place }) => [note.id, place]))
  let next = Math.max(-1, ...places.values()) + 1
  for (const row of migrated.notes)
    store('notes').put({
      id: row.id,
      row,
      articles: articlesIn(row),
      place: places.get(row.id) ?? next++,
    })
}
