import { write } from './change.ts'
import { transact, type Disk } from './database.ts'
import { all } from './requests.ts'
import type { DraftRecord } from './records.ts'
import type { Transaction } from './schema.ts'

const partsOf = (id: string): string => `${id}/`

/** Removes a draft and its parts. */
export async function dropDraft(tx: Transaction<'drafts'>, id: string): Promise<void> {
  const drafts = tx.objectStore('drafts')
  const parts = IDBKeyRange.bound(partsOf(id), `${partsOf(id)}\uffff`)
  await all([() => drafts.delete(id), () => drafts.delete(parts)])
}

/** Keeps a draft under its id, in place of the one before; the parts kept for that one go. */
export async function putDraft(disk: Disk, id: string, value: unknown): Promise<void> {
  const record: DraftRecord = { id, savedAt: disk.now(), value }
  await write(disk, ['drafts'], async (tx) => {
    await dropDraft(tx, id)
    await tx.objectStore('drafts').put(record)
  })
}

/** Keeps a small part of a draft that changes often, beside it. */
export async function putDraftPart(
  disk: Disk,
  id: string,
  part: string,
  value: unknown,
): Promise<void> {
  const record: DraftRecord = { id: `${partsOf(id)}${part}`, savedAt: disk.now(), value }
  await write(disk, ['drafts'], (tx) => tx.objectStore('drafts').put(record))
}

/** All drafts and parts of drafts, the latest first. */
export async function readDrafts(disk: Disk): Promise<readonly DraftRecord[]> {
  const drafts = await transact(disk, ['drafts'], 'readonly', (tx) =>
    tx.objectStore('drafts').getAll(),
  )
  return drafts.toSorted((a, b) => b.savedAt - a.savedAt)
}

/** A part of a draft as it was kept; undefined when it never was. */
export async function readDraftPart(disk: Disk, id: string, part: string): Promise<unknown> {
  const record = await transact(disk, ['drafts'], 'readonly', (tx) =>
    tx.objectStore('drafts').get(`${partsOf(id)}${part}`),
  )
  return record?.value
}

/** Forgets a draft: it was dropped. One that was committed goes with the commit. */
export async function deleteDraft(disk: Disk, id: string): Promise<void> {
  await write(disk, ['drafts'], (tx) => dropDraft(tx, id))
}
