import { hashOf } from '../domain/ids.ts'
import type { Merged } from '../domain/records/merged.ts'
import { stampDevice, type Clock, type Now } from '../domain/records/stamp.ts'
import { witnessRow } from '../domain/records/writing.ts'
import type { Disk } from './database.ts'
import type { Reading, Transaction } from './schema.ts'

/** Where the clock is kept: beside what this device keeps for itself. */
export const CLOCK_KEY = 'hlc'

/** This device's hybrid logical clock while a transaction writes. */
export interface DeviceClock {
  /** For whoever stamps: `keep(writeFields(row, values, clock.now))`. */
  readonly now: Now
  /** What was written, with the clock going on from there. */
  readonly keep: <T extends { readonly clock: Clock }>(written: T) => T
  /** Takes in the stamps of a row from a file or another device, so that what is written here later is above them. */
  readonly witness: (row: Merged) => void
}

/** The device as stamps name it; an id that is no ULID is a spoilt one, and still the same every time. */
function deviceOf(id: string): string {
  try {
    return stampDevice(id)
  } catch {
    return stampDevice(hashOf([id]))
  }
}

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** The clock as it was stored; one that starts anew where there is none, or nonsense. */
function clockFrom(stored: unknown, device: string): Clock {
  const { ms, counter }: { readonly ms?: unknown; readonly counter?: unknown } =
    typeof stored === 'object' && stored !== null ? stored : {}
  return isTime(ms) && isTime(counter) ? { device, ms, counter } : { device, ms: 0, counter: 0 }
}

/** The clock as it is stored. */
export const readClock = async (
  tx: Reading<'settings'>,
  { device }: Pick<Disk, 'device'>,
): Promise<Clock> => clockFrom(await tx.objectStore('settings').get(CLOCK_KEY), deviceOf(device))

/**
 * What `work` returns, after the clock it used is stored again: in the transaction of what was stamped, or two writes
 * could have one stamp. `work` must await nothing but this transaction's own requests.
 */
export async function withClock<T>(
  tx: Transaction<'settings'>,
  disk: Pick<Disk, 'device' | 'now'>,
  work: (clock: DeviceClock) => Promise<T>,
): Promise<T> {
  const settings = tx.objectStore('settings')
  const before = await readClock(tx, disk)
  const wallMs = disk.now()
  let clock = before
  const result = await work({
    get now() {
      return { clock, wallMs }
    },
    keep: (written) => {
      clock = written.clock
      return written
    },
    witness: (row) => {
      clock = witnessRow(row, { clock, wallMs })
    },
  })
  if (clock !== before) await settings.put({ ms: clock.ms, counter: clock.counter }, CLOCK_KEY)
  return result
}
