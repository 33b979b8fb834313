import { sameDigest, type Digest } from '../domain/srs/digest.ts'
import type { Entry } from '../domain/srs/entries.ts'
import type { Disk } from './database.ts'

/** A whole log in the log's order, and its digest on the disk. */
interface WholeLog {
  readonly entries: readonly Entry[]
  readonly digest: Digest
}

const heldFor = new WeakMap<Disk, WholeLog>()

/**
 * Holds the log that was just written, so that whoever replays it next need not unpack it again.
 *
 * @returns lets go of it: a log is large
 */
export function holdLog(disk: Disk, log: WholeLog): () => void {
  heldFor.set(disk, log)
  return () => void heldFor.delete(disk)
}

/** The log that is held, when it has the very entries that the disk has; else null. */
export function logAtHand(disk: Disk, onDisk: Digest): readonly Entry[] | null {
  const held = heldFor.get(disk)
  return held !== undefined && sameDigest(held.digest, onDisk) ? held.entries : null
}

/** Whether any log is held. */
export const isLogHeld = (disk: Disk): boolean => heldFor.has(disk)
