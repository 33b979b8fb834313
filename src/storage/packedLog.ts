import type { PackedLog } from '../formats/packedLog.ts'
import { transact, type Disk } from './database.ts'
import { readSealed } from './reviewLog.ts'

/** The whole log without unpacking it, in one look at the disk: to be transferred to the memory thread. */
export async function readPackedLog(disk: Disk): Promise<PackedLog> {
  const [sealed, pending] = await transact(disk, ['log', 'segments'], 'readonly', (tx) =>
    Promise.all([readSealed(tx), tx.objectStore('log').getAll()]),
  )
  return { segments: sealed.map(({ entries }) => entries), pending }
}
