import { type Entry } from '../../domain/srs/entries.ts'
import { inLogOrder } from '../../domain/srs/history.ts'
import { decodeImage, imageMatches } from '../../domain/srs/image.ts'
import { applyEntries, replay, type ReplayState } from '../../domain/srs/replay.ts'
import type { SrsSettings } from '../../domain/srs/settings.ts'
import { transact, type Disk } from '../database.ts'
import { knowSegments } from '../knownSegments.ts'
import { readPending } from '../pendingLog.ts'
import type { Reading } from '../schema.ts'
import { look as lookForCatalogue } from './kept/catalogue.ts'
import { KEY, recordIn, tagOf } from './kept/memoryImage.ts'

/** An image as it is kept, with everything that is known without reading a segment. */
async function readKept(tx: Reading<'image' | 'log' | 'segments'>) {
  const [part, catalogue, pending] = await Promise.all([
    tx.objectStore('image').get(KEY),
    lookForCatalogue(tx),
    readPending(tx),
  ])
  return { record: recordIn(part), catalogue, pending }
}

/**
 * Where every card stands: the image and the entries after it, or, where the image is missing, spoilt or its tag does not
 * match, a replay of the log. Both give the same state.
 */
export async function loadState(disk: Disk, settings: SrsSettings): Promise<ReplayState> {
  const stores = ['image', 'log', 'segments'] as const
  const { record, catalogue, pending } = await transact(disk, stores, 'readonly', readKept)
  const segments = catalogue?.map(({ id }) => id) ?? []
  const covered = new Set(record?.segments)
  if (catalogue === null || !segments.every((id) => covered.has(id))) return await remake()
  if (record === null) {
    knowSegments(disk, [])
    return replay(pending.toSorted(inLogOrder), settings)
  }
  if (!imageMatches(record.image.tag, tagOf(record, catalogue, settings))) return await remake()
  knowSegments(disk, segments)
  const seen = new Set(record.pending)
  const later = pending.filter(({ id }) => !seen.has(id))
  return await bringUpToDate(disk, decodeImage(record.image, settings), later)

  async function remake(): Promise<ReplayState> {
    const { remakeState } = await import('./make/memoryImage.ts')
    return await remakeState(disk, settings)
  }
}

/**
 * The state after these entries, which are in the log already: this tab's own, another tab's, or another device's.
 * Usually the same object, changed in place; a new one when the past has to be looked at again.
 */
export async function bringUpToDate(
  disk: Disk,
  state: ReplayState,
  entries: readonly Entry[],
): Promise<ReplayState> {
  const { needsPast } = applyEntries(state, entries)
  if (!needsPast) return state
  const { memoryImageRecord } = await import('./make/memoryImage.ts')
  return await memoryImageRecord.make(disk, state.held.given)
}
