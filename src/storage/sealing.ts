import type { Entry } from '../domain/srs/entries.ts'
import { packEntries } from '../formats/packedEntries.ts'
import { write } from './change.ts'
import type { Disk } from './database.ts'
import { catalogueRecord, readCatalogue, summaryOf } from './derived/make/catalogue.ts'
import { isWhole } from './pendingLog.ts'
import type { SegmentRecord } from './records.ts'
import { all } from './requests.ts'
import type { Transaction } from './schema.ts'

/** Entries in a full segment: what sync sends, and what one read brings. */
export const SEGMENT_SIZE = 500

/** Writes entries as segments, and lists them. */
export async function writeSegments(
  tx: Transaction<'segments' | 'image'>,
  disk: Disk,
  entries: readonly Entry[],
  check: () => void = () => undefined,
): Promise<void> {
  const catalogue = await readCatalogue(tx)
  const summaries = [...catalogue]
  let before: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < entries.length; from += SEGMENT_SIZE) {
    const part = entries.slice(from, from + SEGMENT_SIZE)
    const record: SegmentRecord = { id: disk.newId(), entries: packEntries(part) }
    // One after the other: a restore has hundreds, and between them the page gets its turns. One is packed while the disk
    // takes in the last.
    await before
    before = tx.objectStore('segments').add(record)
    before.catch(() => undefined)
    check()
    summaries.push(summaryOf(record.id, part.filter(isWhole)))
  }
  await before
  await catalogueRecord.keep(tx, summaries)
}

/**
 * Moves pending entries into immutable segments, as many full ones as there are; how many were made.
 * For idle moments: an answer never waits for it. One tab at a time; entries are always in exactly one place.
 */
export async function sealPending(disk: Disk): Promise<number> {
  return await disk.locks(`${disk.name}-seal`, async () => {
    const { result } = await write(disk, ['log', 'segments', 'image'], async (tx) => {
      const log = tx.objectStore('log')
      const full = Math.floor((await log.count()) / SEGMENT_SIZE)
      if (full === 0) return 0
      const taken = await log.getAll(null, full * SEGMENT_SIZE)
      // What cannot be read stays where it is: a segment is what others receive.
      const entries = taken.filter(isWhole)
      await all([
        () => writeSegments(tx, disk, entries),
        ...entries.map(
          ({ id }) =>
            () =>
              log.delete(id),
        ),
      ])
      return full
    })
    return result
  })
}
