import { type DraftRecord } from './records.ts'
import { transact, type Disk } from './database.ts'

/** Keeps a draft under its id, in place of the one before. */
export async function putDraft(disk: Disk, id: string, value: unknown): Promise<void> {
  const record: DraftRecord = { id, savedAt: disk.now(), value }
  await transact(disk, ['drafts'], 'readwrite', (tx) => tx.objectStore('drafts').put(record))
}

/** All drafts, the latest first. */
export async function readDrafts(disk: Disk): Promise<readonly DraftRecord[]> {
  const drafts = await transact(disk, ['drafts'], 'readonly', (tx) =>
    tx.objectStore('drafts').getAll(),
  )
  return drafts.toSorted((a, b) => b.savedAt - a.savedAt)
}

/** Forgets a draft: it was dropped. One that was committed goes with the commit. */
export async function deleteDraft(disk: Disk, id: string): Promise<void> {
  await transact(disk, ['drafts'], 'readwrite', (tx) => tx.objectStore('drafts').delete(id))
}
