import type { Backup } from '../../formats/backup.ts'
import { write } from '../change.ts'
import { transact, type Disk } from '../database.ts'
import type { ReceivedRecord } from '../records.ts'
import { all } from '../requests.ts'
import { restoreRows, ROW_STORES } from '../restore.ts'
import { uniteEntries } from '../reviewLog.ts'
import { queueEverything } from './outbox.ts'
import { changeState, stateWithin, SYNC_STORES } from './state.ts'

/** An object of the server, opened. */
export interface Arrival {
  readonly record: ReceivedRecord
  /** Who wrote it. */
  readonly writer: string
  /** Null when this version of the app cannot read it, or nobody can. */
  readonly backup: Backup | null
}

const STORES = [...ROW_STORES, 'log', 'segments', 'received', 'outbox'] as const

/** Everything of several backups as one. */
function joined(backups: readonly Backup[]): Backup {
  return {
    createdAt: Math.max(0, ...backups.map(({ createdAt }) => createdAt)),
    articles: backups.flatMap(({ articles }) => articles),
    revisions: backups.flatMap(({ revisions }) => revisions),
    notes: backups.flatMap(({ notes }) => notes),
    settings: backups.flatMap(({ settings }) => settings),
    entries: backups.flatMap(({ entries }) => entries),
    unknown: backups.flatMap(({ unknown }) => unknown),
  }
}

/**
 * Merges what other devices handed on, and remembers that it is here: one change, which every screen hears like one of
 * another tab. Nothing of it is sent back.
 */
export async function takeIn(disk: Disk, arrivals: readonly Arrival[]): Promise<void> {
  const backup = joined(arrivals.flatMap((arrival) => arrival.backup ?? []))
  await write(disk, STORES, async (tx, change) => {
    change.received(backup.entries.map(({ id }) => id))
    await restoreRows(tx, change, disk, backup)
    if (backup.entries.length > 0)
      await uniteEntries(tx, change, disk, backup.entries, () => undefined, true)
    await all(
      arrivals.map(
        ({ record }) =>
          () =>
            tx.objectStore('received').put(record),
      ),
    )
    const { seen } = await stateWithin(tx, disk)
    const later = { ...seen }
    for (const { writer, backup: its } of arrivals)
      if (its !== null) later[writer] = Math.max(later[writer] ?? 0, its.createdAt)
    await changeState(tx, disk, { seen: later })
  })
}

/** The versions of all objects that are in here, by key. */
export async function readReceived(disk: Disk): Promise<ReadonlyMap<string, ReceivedRecord>> {
  const records = await transact(disk, ['received'], 'readonly', (tx) =>
    tx.objectStore('received').getAll(),
  )
  return new Map(records.map((record) => [record.key, record]))
}

/**
 * The server has lost some of what it had: everything is handed on again, and whatever is there is looked at anew.
 *
 * @param there what it has, by key
 * @param tail of this device's tail, where it has one
 */
export async function startAgain(
  disk: Disk,
  there: ReadonlyMap<string, string>,
  tail: string | null,
): Promise<void> {
  await write(disk, SYNC_STORES, async (tx) => {
    const received = tx.objectStore('received')
    for (const { key, held, spoilt } of await received.getAll())
      if (spoilt === true || (!there.has(key) && held === undefined)) await received.delete(key)
    await queueEverything(tx, disk.newId())
    await changeState(tx, disk, { cursor: null, tail })
  })
}
