import type { Disk } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

/** As much of `navigator.storage` as is used; absent in old browsers and on insecure pages. */
export type StorageKeeper = Partial<Pick<StorageManager, 'persist' | 'persisted'>>

function browserStorage(): StorageKeeper | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.storage
}

/**
 * Whether the browser now keeps our data when room gets scarce; null when it cannot say. Asked after the first own import,
 * because browsers judge by use, and not again within a month of a no: some show a question every time.
 */
export async function askToPersist(
  disk: Disk,
  storage: StorageKeeper | undefined = browserStorage(),
): Promise<boolean | null> {
  if (storage?.persist === undefined) return null
  if (await isPersisted(storage)) return true
  const asked = await readSetting(disk, 'persist')
  if (typeof asked === 'number' && disk.now() - asked < MONTH_MS) return false
  await writeSetting(disk, 'persist', disk.now())
  return await storage.persist().catch(() => false)
}

const MONTH_MS = 30 * 86_400_000

/** Whether the browser promises to keep our data; null when it cannot say. */
export async function isPersisted(
  storage: StorageKeeper | undefined = browserStorage(),
): Promise<boolean | null> {
  if (storage?.persisted === undefined) return null
  return await storage.persisted().catch(() => null)
}
