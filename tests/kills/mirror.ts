import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { type Disk, openStorage } from '../../src/storage/database.ts'
import { type Dump, revive } from './dump.ts'

let mirrors = 0

/** A disk in Node with these records, so that the app's own code can be asked what they mean. */
export async function mirrorOf(dumped: Dump): Promise<Disk> {
  const disk = await emptyDisk()
  const database = await disk.connection()
  for (const { store, records } of dumped) {
    const transaction = database.transaction(store as 'notes', 'readwrite')
    await transaction.store.clear()
    for (const { key, value } of records) {
      const record = revive(value) as never
      const isKeyed = transaction.store.keyPath !== null
      await (isKeyed ? transaction.store.put(record) : transaction.store.put(record, key as string))
    }
    await transaction.done
  }
  return disk
}

/** A disk in Node with nothing on it, apart from all others. */
export async function emptyDisk(): Promise<Disk> {
  globalThis.indexedDB = new IDBFactory()
  mirrors += 1
  return await openStorage({ name: `mirror-${mirrors}`, channel: null })
}
