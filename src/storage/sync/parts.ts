import { valueOf, type Merged } from '../../domain/records/merged.ts'
import { formatStamp, NO_DEVICE, parseStamp, type Stamp } from '../../domain/records/stamp.ts'
import type { Entry } from '../../domain/srs/entries.ts'
import { readClock } from '../clock.ts'
import { transact, type Disk } from '../database.ts'
import { isWhole } from '../pendingLog.ts'
import { entriesIn } from '../readLog.ts'
import type { OutboxRecord } from '../records.ts'
import { rowIn } from '../rowIn.ts'
import type { Reading } from '../schema.ts'
import { Gathered, MOST_CHANGES, type Part } from './gathered.ts'
import { stateWithin } from './state.ts'
import { WALKED, walkOn } from './walk.ts'

const STORES = [...WALKED, 'outbox', 'settings'] as const
type Stores = (typeof STORES)[number]

/**
 * The fields of a row of settings that are in no sealed segment: a long list of known words is not sent for every word.
 * What nobody stamped is always sent.
 */
function unsealed(row: Merged | null, upTo: Stamp): Merged | null {
  if (row === null) return null
  const fields = Object.entries(row.fields).filter(
    ([, { t }]) => t > upTo || parseStamp(t)?.device === NO_DEVICE,
  )
  return { ...row, fields: Object.fromEntries(fields) }
}

/** The entries of these ids, wherever they lie. */
async function entriesOf(
  tx: Reading<'log' | 'segments'>,
  ids: readonly string[],
): Promise<readonly Entry[]> {
  const pending = await Promise.all(ids.map((id) => tx.objectStore('log').get(id)))
  const found = pending.filter(isWhole)
  if (found.length === ids.length) return found
  const missing = new Set(ids)
  for (const { id } of found) missing.delete(id)
  const segments = tx.objectStore('segments')
  // Sealed a short while ago, as a rule: the newest first.
  for (const key of (await segments.getAllKeys()).toReversed()) {
    if (missing.size === 0) break
    const segment = await segments.get(key)
    for (const entry of segment === undefined ? [] : (entriesIn(segment) ?? [])) {
      if (!missing.delete(entry.id)) continue
      found.push(entry)
    }
  }
  return found
}

async function gatherRow(
  tx: Reading<Stores>,
  { kind, id }: OutboxRecord,
  sealedUpTo: Readonly<Record<string, Stamp>>,
  into: Gathered,
): Promise<void> {
  if (kind === 'article') {
    const revisions = await tx.objectStore('revisions').index('article').getAll(id)
    into.row('article', rowIn(await tx.objectStore('articles').get(id)), revisions)
  }
  if (kind === 'note') into.row('note', rowIn(await tx.objectStore('notes').get(id)))
  if (kind === 'setting') {
    const row = rowIn(await tx.objectStore('preferences').get(id))
    into.row('setting', unsealed(row, valueOf(sealedUpTo, id) ?? ''))
  }
}

/** What is to be handed on next: of the whole disk, where that is wanted, else of what waits. Null when there is nothing. */
export async function nextPart(disk: Disk): Promise<Part | null> {
  return await transact(disk, STORES, 'readonly', async (tx): Promise<Part | null> => {
    const outbox = tx.objectStore('outbox')
    const [whole, { sealedUpTo }] = await Promise.all([
      outbox.get(['everything', '']),
      stateWithin(tx, disk),
    ])
    const upTo = formatStamp(await readClock(tx, disk))
    const into = new Gathered()
    const part = () => ({ backup: into.backup(disk.now()), changes: into.changes, upTo })
    if (whole?.walk !== undefined) {
      const next = await walkOn(tx, whole.walk, into)
      return { ...part(), taken: [], walk: { of: whole, next }, isFull: true }
    }
    const waiting = await outbox.getAll(null, MOST_CHANGES)
    if (waiting.length === 0) return null
    const taken: OutboxRecord[] = []
    for (const record of waiting) {
      if (into.isFull) break
      if (record.kind !== 'entry') await gatherRow(tx, record, sealedUpTo, into)
      taken.push(record)
    }
    const entries = taken.filter(({ kind }) => kind === 'entry')
    into.entries(
      await entriesOf(
        tx,
        entries.map(({ id }) => id),
      ),
    )
    return { ...part(), taken, walk: null, isFull: taken.length === MOST_CHANGES || into.isFull }
  })
}
