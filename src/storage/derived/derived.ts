import { transact, type Disk } from '../database.ts'
import { keepQuietly } from '../refusals.ts'
import type { DerivedPart } from '../records.ts'
import type { Reading, Store, Transaction } from '../schema.ts'
import type { Change } from '../tabs.ts'
import { checkOf } from './checkOf.ts'

/**
 * A record that can be made again at any time. It is checked whenever it is read: version and contents here, shape and
 * counts by the record itself. Anything wrong with it, and it is made anew.
 */
export interface Derived<Source extends Store = Store> {
  /** In the store `image`, or the beginning of the keys of its parts. */
  readonly key: string
  readonly version: number
  readonly sources: readonly Source[]
  /** The value, from what it is derived from. */
  readonly make: (...from: never[]) => Promise<unknown>
  /** Answers a change of its sources, within that transaction: brought up to date, or dropped. */
  readonly on?: (change: Change, tx: Transaction<Source | 'image'>) => Promise<void>
}

/** A value as it is kept. */
export const sealed = (version: number, value: unknown): DerivedPart => ({
  version,
  check: checkOf(value),
  value,
})

/** The value of a kept record; undefined when it is missing, of another version, or not as it was written. */
export function opened(part: unknown, version: number): unknown {
  if (typeof part !== 'object' || part === null) return undefined
  const { version: its, check, value }: Partial<DerivedPart> = part
  return its === version && check === checkOf(value) ? value : undefined
}

/** All keys that begin like this. */
export const keysFrom = (prefix: string): IDBKeyRange =>
  IDBKeyRange.bound(prefix, `${prefix}\uffff`)

/** A derived record that is made in a transaction over its sources. */
interface Made<Value, Source extends Store> extends Derived<Source> {
  readonly make: (tx: Reading<Source>) => Promise<Value>
  /** Puts a value in place of whatever is kept. */
  readonly keep: (tx: Transaction<'image'>, value: Value) => Promise<unknown>
}

/** A derived record as a start meets it: kept from before, as a rule. */
interface Kept<Value, Source extends Store> {
  readonly sources: readonly Source[]
  /** What is kept, when it is sound; else null. */
  readonly look: (tx: Reading<Source | 'image'>) => Promise<Value | null>
  /** What makes it is not on the start path, and cannot be loaded once a transaction is open. */
  readonly maker: () => Promise<Made<Value, Source>>
}

/** What is kept when it is sound, else what is made anew: within a transaction that may be one that only reads. */
export async function lookOrMake<Value, Source extends Store>(
  tx: Reading<Source | 'image'>,
  record: Made<Value, Source> & Pick<Kept<Value, Source>, 'look'>,
): Promise<Value> {
  return (await record.look(tx)) ?? (await record.make(tx))
}

/** The record's value; kept for the next time when it had to be made, if the disk lets us. */
export async function readDerived<Value, Source extends Store>(
  disk: Disk,
  { sources, look, maker }: Kept<Value, Source>,
): Promise<Value> {
  const stores = [...new Set<Source | 'image'>(['image', ...sources])]
  const found = await transact(disk, stores, 'readonly', look)
  if (found !== null) return found
  const { make, keep } = await maker()
  const made = await keepQuietly(() =>
    transact(disk, stores, 'readwrite', async (tx) => {
      const value = await make(tx)
      await keep(tx, value)
      return value
    }),
  )
  return made ?? (await transact(disk, sources, 'readonly', make))
}
