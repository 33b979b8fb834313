import { keepQuietly } from './refusals.ts'
import type { Disk } from './database.ts'
import { readSetting } from './readSettings.ts'

/** As much of `navigator.storage` as is used; absent in old browsers and on insecure pages. */
export type StorageKeeper = Partial<Pick<StorageManager, 'persist' | 'persisted'>>

function browserStorage(): StorageKeeper | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.storage
}

/** Whether the learner may be offered to ask the browser: it can be asked, has not promised yet, and nobody was offered before. */
export async function isUnasked(
  disk: Disk,
  storage: StorageKeeper | undefined = browserStorage(),
): Promise<boolean> {
  if (storage?.persist === undefined || (await isPersisted(storage))) return false
  return (await readSetting(disk, 'persist')) === undefined
}

/** Remembers that the learner was asked; where there is no room for that, they are asked once more. */
export async function noteAsked(disk: Disk): Promise<void> {
  const { writeSetting } = await import('./settings.ts')
  await keepQuietly(() => writeSetting(disk, 'persist', disk.now()))
}

/**
 * Whether the browser now keeps our data when room gets scarce; null when it cannot be asked.
 *
 * Nothing may wait for this: Firefox asks the learner, and while nobody answers it does not answer either.
 */
export async function askToPersist(
  storage: StorageKeeper | undefined = browserStorage(),
): Promise<boolean | null> {
  if (storage?.persist === undefined) return null
  return await storage.persist().catch(() => false)
}

/** Whether the browser promises to keep our data; null when it cannot say. */
export async function isPersisted(
  storage: StorageKeeper | undefined = browserStorage(),
): Promise<boolean | null> {
  if (storage?.persisted === undefined) return null
  return await storage.persisted().catch(() => null)
}
