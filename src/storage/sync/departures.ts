import { write } from '../change.ts'
import { transact, type Disk } from '../database.ts'
import type { OutboxRecord, OutgoingRecord } from '../records.ts'
import { all } from '../requests.ts'
import type { Transaction } from '../schema.ts'
import type { Part } from './gathered.ts'
import { changeState, stateWithin, SYNC_STORES } from './state.ts'

/** What leaves this device: each step is one transaction, so that whoever is interrupted goes on from there. */

/** Of those records the ones that no change has touched since. */
async function untouched(
  tx: Transaction<'outbox'>,
  records: readonly OutboxRecord[],
): Promise<readonly OutboxRecord[]> {
  const outbox = tx.objectStore('outbox')
  const now = await Promise.all(records.map(({ kind, id }) => outbox.get([kind, id])))
  return records.filter(({ by }, i) => now[i]?.by === by)
}

/** Keeps a sealed segment until the server has it; what is in it waits no longer. `sealed` is null for an empty part. */
export async function keepSegment(
  disk: Disk,
  { taken, walk, upTo, changes }: Part,
  key: string,
  sealed: string | null,
): Promise<void> {
  await write(disk, SYNC_STORES, async (tx) => {
    const outbox = tx.objectStore('outbox')
    const [gone, same] = await Promise.all([
      untouched(tx, taken),
      untouched(tx, walk === null ? [] : [walk.of]),
    ])
    await all(
      gone.map(
        ({ kind, id }) =>
          () =>
            outbox.delete([kind, id]),
      ),
    )
    // Started again in the meantime, the way begins at its beginning.
    if (walk !== null && same.length > 0) {
      if (walk.next === null) await outbox.delete(['everything', ''])
      else await outbox.put({ ...walk.of, walk: walk.next })
    }
    const { nextSegment, sealedUpTo } = await stateWithin(tx, disk)
    const rows = taken.filter(({ kind }) => kind === 'setting')
    if (sealed !== null) await tx.objectStore('outgoing').put({ key, sealed, changes })
    const next = sealed === null ? nextSegment : nextSegment + 1
    await changeState(tx, disk, {
      nextSegment: next,
      sealedUpTo: { ...sealedUpTo, ...Object.fromEntries(rows.map(({ id }) => [id, upTo])) },
    })
  })
}

export const readOutgoing = (disk: Disk): Promise<readonly OutgoingRecord[]> =>
  transact(disk, ['outgoing'], 'readonly', (tx) => tx.objectStore('outgoing').getAll())

/** The server has these segments. */
export async function segmentsArrived(
  disk: Disk,
  segments: readonly { readonly key: string; readonly version: string }[],
): Promise<void> {
  await write(disk, ['outgoing', 'received'], async (tx) => {
    await all(
      segments.flatMap(({ key, version }) => [
        () => tx.objectStore('outgoing').delete(key),
        () => tx.objectStore('received').put({ key, version }),
      ]),
    )
  })
}

/** Puts segments in the place of one that the server does not take under that name, or of that size. */
export async function replaceOutgoing(
  disk: Disk,
  old: string,
  segments: readonly OutgoingRecord[],
): Promise<void> {
  await write(disk, SYNC_STORES, async (tx) => {
    const outgoing = tx.objectStore('outgoing')
    await outgoing.delete(old)
    for (const segment of segments) await outgoing.put(segment)
    const { nextSegment } = await stateWithin(tx, disk)
    await changeState(tx, disk, { nextSegment: nextSegment + segments.length })
  })
}

/** Remembers a tail before it is sent: of one that is found on the server later, this tells whose it is. */
export async function tailLeaves(disk: Disk, mark: string): Promise<void> {
  await write(disk, ['settings'], async (tx) => {
    const { tailsSent } = await stateWithin(tx, disk)
    await changeState(tx, disk, { tailsSent: [...tailsSent, mark] })
  })
}

/** The server has the tail with these records. */
export async function tailArrived(
  disk: Disk,
  { taken }: Pick<Part, 'taken'>,
  key: string,
  version: string,
): Promise<void> {
  await write(disk, SYNC_STORES, async (tx) => {
    const outbox = tx.objectStore('outbox')
    const same = await untouched(tx, taken)
    await all(same.map((record) => () => outbox.put({ ...record, sent: true })))
    await tx.objectStore('received').put({ key, version })
    await changeState(tx, disk, { tail: version, tailsSent: [] })
  })
}

/** Writes under another name from now on: somebody else has this one. What is on the way goes again, under the new one. */
export async function takeNewName(disk: Disk): Promise<string> {
  const { result } = await write(disk, SYNC_STORES, async (tx) => {
    const outbox = tx.objectStore('outbox')
    const writer = disk.newId().toLowerCase()
    await changeState(tx, disk, { writer, nextSegment: 1, tail: null, tailsSent: [] })
    for (const { sent: _sent, ...record } of await outbox.getAll()) await outbox.put(record)
    return writer
  })
  return result
}
