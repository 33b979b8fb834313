import { hashOf } from '../domain/ids.ts'
import { canonical } from '../domain/records/canonical.ts'
import { mergeFact, mergeRows, readRow } from '../domain/records/merged.ts'
import type { UnknownRecord } from '../formats/backup.ts'
import type { StoredUnknown } from './records.ts'
import type { Reading, Transaction } from './schema.ts'

/** Records of kinds that only a newer version knows: kept for it, merged like everything else, and never looked at. */

/** What was put aside because it could not be read begins like this; it is this device's, and in no backup. */
const ASIDE = 'v1/'

/** Whether a record is every device's business. */
export const isShared = ({ kind }: Pick<StoredUnknown, 'kind'>): boolean => !kind.startsWith(ASIDE)

function stored(record: UnknownRecord): StoredUnknown {
  const [kind, value] = Object.entries(record)[0] ?? ['', null]
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'id') : null
  return { kind, id: typeof id === 'string' ? id : hashOf([canonical(value)]), value }
}

function merged(a: unknown, b: unknown): unknown {
  const [ours, theirs] = [readRow(a), readRow(b)]
  return ours === null || theirs === null ? mergeFact(a, b) : mergeRows(ours, theirs)
}

/** Adds records to those that are here. */
export async function uniteUnknown(
  tx: Transaction<'unknown'>,
  records: readonly UnknownRecord[],
): Promise<void> {
  const store = tx.objectStore('unknown')
  for (const record of records.map(stored)) {
    if (!isShared(record)) continue
    const here = await store.get([record.kind, record.id])
    const value = here === undefined ? record.value : merged(here.value, record.value)
    await store.put({ ...record, value })
  }
}

/** All of them, as lines of a backup. */
export async function readUnknown(tx: Reading<'unknown'>): Promise<readonly UnknownRecord[]> {
  const records = await tx.objectStore('unknown').getAll()
  return records.filter(isShared).map(({ kind, value }) => ({ [kind]: value }))
}
