import { type FociRecord, FOCI_VERSION } from './records.ts'
import type { Side } from '../domain/model.ts'
import { transact, type Disk } from './database.ts'

const keyOf = (article: string, learning: Side): string => `foci/${learning}/${article}`

/** What is there of an article; null when it is missing or from another version. */
export async function readFoci(
  disk: Disk,
  article: string,
  learning: Side,
): Promise<FociRecord | null> {
  const record = await transact(disk, ['image'], 'readonly', (tx) =>
    tx.objectStore('image').get(keyOf(article, learning)),
  )
  return record?.kind === 'foci' && record.version === FOCI_VERSION ? record : null
}

export async function writeFoci(disk: Disk, record: FociRecord): Promise<void> {
  await transact(disk, ['image'], 'readwrite', (tx) =>
    tx.objectStore('image').put(record, keyOf(record.article, record.learning)),
  )
}
