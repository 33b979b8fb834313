import { sameDigest, type Digest } from '../domain/srs/digest.ts'
import type { Entry } from '../domain/srs/entries.ts'
import type { Disk } from './database.ts'

/** A whole log in the log's order, and its digest on the disk. */
interface WholeLog {
  readonly entries: readonly Entry[]
  readonly digest: Digest
}

/** A log is large: so long, ms, it is held for somebody who may want it. */
const HELD_MS = 10_000

const heldFor = new WeakMap<Disk, WholeLog>()

/**
 * Holds the log that is being written, for a while, so that whoever replays it next need not unpack it again.
 *
 * @returns lets go of it
 */
export function holdLog(disk: Disk, log: WholeLog): () => void {
  heldFor.set(disk, log)
  const letGo = () => {
    if (heldFor.get(disk) === log) heldFor.delete(disk)
  }
  setTimeout(letGo, HELD_MS)
  return letGo
}

/** The log that is held, once, when it has the very entries that the disk has; else null. */
export function takeHeldLog(disk: Disk, onDisk: Digest): readonly Entry[] | null {
  const held = heldFor.get(disk)
  heldFor.delete(disk)
  return held !== undefined && sameDigest(held.digest, onDisk) ? held.entries : null
}

/** Whether any log is held. */
export const isLogHeld = (disk: Disk): boolean => heldFor.has(disk)
