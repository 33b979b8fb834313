import { openDB, unwrap, type IDBPDatabase } from 'idb'
import { monotonicFactory, ulid } from 'ulid'
import { asRefusal } from './refusals.ts'
import { SYNC_KEY } from './settingKeys.ts'
import {
  DATABASE_NAME,
  needsMigration,
  SCHEMA_STEPS,
  upgrade,
  type Schema,
  type Mode,
  type SchemaStep,
  type Store,
  type Transaction,
} from './schema.ts'

/**
 * What the learner has to know about the connection. `otherTabOpen`: an older tab must be closed before this one can
 * go on, and this one waits. `newerVersion`: a newer version of the app wants the database; reload to use it.
 * `connectionLost`: the browser closed the connection; the next access opens it again. `logDamaged`: a part of the review
 * log cannot be read.
 */
export type Trouble = 'otherTabOpen' | 'newerVersion' | 'connectionLost' | 'logDamaged'

/** What tells other tabs; a BroadcastChannel, or nothing. */
export type Channel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>

/** What keeps tabs apart; `navigator.locks`, or a queue within this tab. */
export type Locks = <T>(name: string, work: () => Promise<T>) => Promise<T>

export interface StorageOptions {
  readonly name?: string
  readonly now?: () => number
  /** In [0, 1); for ids. */
  readonly random?: () => number
  readonly onTrouble?: (trouble: Trouble) => void
  readonly channel?: Channel | null
  readonly locks?: Locks
  /** Today's unless a test goes back or forward in time. */
  readonly schema?: readonly SchemaStep[]
}

/** This device's disk: one connection to one database, opened when first used and again when it was lost. */
export interface Disk {
  readonly name: string
  /** Id of this device, made once. */
  readonly device: string
  readonly now: () => number
  /** A new ULID, larger than every one this tab made before. */
  readonly newId: () => string
  /** A ULID for a log entry of this moment, ms: one of a later moment is larger, whoever made it. */
  readonly newEntryId: (at: number) => string
  readonly channel: Channel | null
  readonly locks: Locks
  /** Whether changes are also queued for a sync server. */
  syncing: boolean
  readonly trouble: (trouble: Trouble) => void
  /** The open connection; a new one in place of `lost`, which turned out to be closed. */
  readonly connection: (lost?: IDBPDatabase<Schema>) => Promise<IDBPDatabase<Schema>>
  readonly close: () => Promise<void>
}

/** What fits into the time of a ULID. */
const LAST_ID_TIME = 2 ** 48 - 1

function randomUnit(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32
}

/** One piece of work at a time, within this tab: for where there is no lock manager. */
export function queueLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  return (name, work) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work, work)
    tails.set(
      name,
      turn.catch(() => undefined),
    )
    return turn
  }
}

function browserLocks(): Locks {
  const manager = typeof navigator === 'undefined' ? undefined : navigator.locks
  // Absent outside of secure contexts.
  if (!manager) return queueLocks()
  return async (name, work) => await manager.request(name, work)
}

const errorOf = (transaction: IDBTransaction | null): DOMException | null =>
  transaction === null ? null : transaction.error

/**
 * Opens this device's disk, brings its schema up to date, and gives the device an id if it has none.
 *
 * While an older tab holds the database the promise waits, and `onTrouble` hears of it.
 *
 * @throws AppError `databaseNewer` when a newer version of the app has written the database; `diskFull`, `diskRefused`
 */
export async function openStorage(options: StorageOptions = {}): Promise<Disk> {
  const { name = DATABASE_NAME, now = Date.now, random = randomUnit, onTrouble } = options
  const { schema = SCHEMA_STEPS } = options
  let open: Promise<IDBPDatabase<Schema>> | null = null
  const forget = () => {
    open = null
  }

  /** Loaded where a disk of an older version is met: a version change waits for nothing but itself. */
  let migrate: ((transaction: IDBTransaction) => Promise<void>) | null = null
  async function connect(): Promise<IDBPDatabase<Schema>> {
    let isOlder = false
    let change: IDBTransaction | null = null
    try {
      return await openDB<Schema>(name, schema.length, {
        upgrade: (database, from, _to, idbTransaction) => {
          const transaction = unwrap(idbTransaction)
          change = transaction
          // Whether it was done is what opening says.
          idbTransaction.done.catch(() => undefined)
          isOlder = migrate === null && needsMigration(from, schema)
          if (isOlder) return transaction.abort()
          upgrade(unwrap(database), transaction, from, schema)
          if (migrate === null || !needsMigration(from, schema)) return
          migrate(transaction).catch(() => {
            // All of it, or nothing: the disk stays as it was.
            if (transaction.error === null) transaction.abort()
          })
        },
        blocked: () => onTrouble?.('otherTabOpen'),
        blocking: (_current, wanted, event) => {
          forget()
          if (event.target instanceof IDBDatabase) event.target.close()
          if (wanted !== null) onTrouble?.('newerVersion')
        },
        terminated: () => {
          forget()
          onTrouble?.('connectionLost')
        },
      })
    } catch (cause) {
      if (isOlder) {
        migrate = (await import('./migration.ts')).migrateRecords
        return await connect()
      }
      forget()
      // Opening says only that its transaction was aborted; that itself says why.
      throw asRefusal(cause, errorOf(change))
    }
  }

  async function connection(lost?: IDBPDatabase<Schema>): Promise<IDBPDatabase<Schema>> {
    if (lost !== undefined && open !== null && (await open) === lost) forget()
    return await (open ??= connect())
  }
  const channel =
    options.channel !== undefined
      ? options.channel
      : typeof BroadcastChannel === 'undefined'
        ? null
        : new BroadcastChannel(name)
  const nextUlid = monotonicFactory(random)
  const newId = () => nextUlid(now())
  const disk = {
    name,
    device: '',
    now,
    newId,
    newEntryId: (at: number) => ulid(Math.min(at, LAST_ID_TIME), random),
    channel,
    locks: options.locks ?? browserLocks(),
    syncing: false,
    trouble: (trouble: Trouble) => onTrouble?.(trouble),
    connection,
    close: async () => {
      channel?.close()
      const held = open
      forget()
      if (held !== null) (await held).close()
    },
  }
  const own = await transact(disk, ['settings'], 'readwrite', async (tx) => {
    const settings = tx.objectStore('settings')
    const [known, sync] = await Promise.all([settings.get('device'), settings.get(SYNC_KEY)])
    const syncing = sync !== undefined
    if (typeof known === 'string') return { device: known, syncing }
    const made = newId()
    await settings.put(made, 'device')
    return { device: made, syncing }
  })
  return Object.assign(disk, own)
}

/** `strict`: on the disk when the promise resolves. `relaxed`: the operating system may still hold it. */
export type Durability = 'strict' | 'relaxed'

/** A transaction, on a fresh connection when the one at hand turns out to be closed. */
async function begin<As extends Mode>(
  disk: Pick<Disk, 'connection'>,
  stores: readonly Store[],
  mode: As,
  durability: Durability,
) {
  const start = (database: IDBPDatabase<Schema>) =>
    database.transaction([...stores], mode, { durability })
  const database = await disk.connection()
  try {
    return start(database)
  } catch (cause) {
    if (!(cause instanceof DOMException) || cause.name !== 'InvalidStateError') throw cause
    return start(await disk.connection(database))
  }
}

/**
 * What `work` returns, once everything it wrote is done: all of it, or nothing. To write, use `change.ts`.
 *
 * `work` must await nothing but this transaction's own requests, or the transaction ends under it.
 *
 * @throws AppError when the disk refuses; whatever `work` throws, after undoing what it wrote
 */
export async function transact<T, Names extends Store, As extends Mode>(
  disk: Pick<Disk, 'connection'>,
  stores: readonly Names[],
  mode: As,
  work: (tx: Transaction<Names, As>) => Promise<T>,
  durability: Durability = 'relaxed',
): Promise<T> {
  let tx: Awaited<ReturnType<typeof begin<As>>>
  try {
    tx = await begin(disk, stores, mode, durability)
  } catch (cause) {
    throw asRefusal(cause)
  }
  const end = tx.done.then(
    () => null,
    (cause: unknown) => ({ cause }),
  )
  try {
    const result = await work(tx)
    const failed = await end
    if (failed !== null) throw failed.cause
    return result
  } catch (cause) {
    try {
      tx.abort()
    } catch {
      // It has ended already; `end` says how.
    }
    await end
    throw asRefusal(cause, tx.error)
  }
}
