import type { OutboxRecord, Walk } from '../records.ts'
import { all } from '../requests.ts'
import type { Reading, Transaction } from '../schema.ts'
import { DEVICE_KEYS } from '../settingKeys.ts'
import type { Change } from '../tabs.ts'

/** Where the way over the whole disk begins. */
export const WALK_START: Walk = { step: 0, after: null }

/** What a change touched waits for the sync server: in the transaction of the change, and each thing once. */
export async function queue(
  tx: Transaction<'outbox'>,
  change: Change,
  received: ReadonlySet<string> | null,
  by: string,
): Promise<void> {
  const outbox = tx.objectStore('outbox')
  const put = (kind: OutboxRecord['kind'], ids: Iterable<string>) =>
    [...ids].map((id) => () => outbox.put({ kind, id, by }))
  const entries = change.entries.map(({ id }) => id)
  if (received !== null) {
    const own = entries.filter((id) => !received.has(id))
    return await all(put('entry', own))
  }
  if (change.everything) return await queueEverything(tx, by)
  const shared = [...change.settings].filter((key) => !DEVICE_KEYS.has(key))
  await all([
    ...put('entry', entries),
    ...put('article', change.articles),
    ...put('note', change.notes),
    ...put('setting', shared),
  ])
}

/** Has everything on this disk handed on: to a server that is new, or has lost what it had. */
export async function queueEverything(tx: Transaction<'outbox'>, by: string): Promise<void> {
  await tx.objectStore('outbox').put({ kind: 'everything', id: '', by, walk: WALK_START })
}

/** What a server has not seen yet: how many changes, or that it is everything. */
export interface Waiting {
  readonly changes: number
  readonly everything: boolean
}

export async function readWaiting(tx: Reading<'outbox' | 'outgoing'>): Promise<Waiting> {
  const [records, segments] = await Promise.all([
    tx.objectStore('outbox').getAll(),
    tx.objectStore('outgoing').getAll(),
  ])
  return {
    changes:
      records.filter(({ kind, sent }) => kind !== 'everything' && sent !== true).length +
      segments.reduce((sum, { changes }) => sum + changes, 0),
    everything: records.some(({ kind }) => kind === 'everything'),
  }
}
