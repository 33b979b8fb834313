import { type StateRecord, type SegmentSummary } from './records.ts'
import type { Entry } from '../domain/model.ts'
import { digestOf, joinDigests, sameDigest, type Digest } from '../domain/srs/digest.ts'
import { decodeImage, encodeImage, imageMatches, imageTag } from '../domain/srs/image.ts'
import { applyEntries, replay, type ReplayState } from '../domain/srs/replay.ts'
import type { SrsSettings } from '../domain/srs/settings.ts'
import { unpackEntries } from '../formats/packedEntries.ts'
import { transact, type Disk } from './database.ts'
import { knowSegments, readCatalogue, readLog } from './reviewLog.ts'

/** Every card's state: read from the image and what came after it, or replayed from the log. */

/** The digest of these segments and pending entries together. */
function totalOf(segments: readonly SegmentSummary[], pending: readonly string[]): Digest {
  const rest = digestOf(pending.map((id) => ({ id })))
  return segments.reduce((sum, { digest }) => joinDigests(sum, digest), rest)
}

/** The tag that an image of the listed entries would have. */
function tagOf(record: StateRecord, catalogue: readonly SegmentSummary[], settings: SrsSettings) {
  const covered = new Set(record.segments)
  const segments = catalogue.filter(({ id }) => covered.has(id))
  return imageTag(totalOf(segments, record.pending), settings)
}

interface OnDisk {
  readonly record: StateRecord | null
  readonly catalogue: readonly SegmentSummary[]
  /** Entries that the image does not cover. */
  readonly later: readonly Entry[]
}

/** The image and what came after it, in one look at the disk. */
async function readImage(disk: Disk): Promise<OnDisk> {
  return await transact(disk, ['image', 'log', 'segments'], 'readonly', async (tx) => {
    const [state, catalogue, pending] = await Promise.all([
      tx.objectStore('image').get('state'),
      readCatalogue(tx),
      tx.objectStore('log').getAll(),
    ])
    if (state?.kind !== 'state') return { record: null, catalogue, later: [] }
    const segments = new Set(state.segments)
    const covered = new Set(state.pending)
    const unread = catalogue.filter(({ id }) => !segments.has(id))
    const records = await Promise.all(unread.map(({ id }) => tx.objectStore('segments').get(id)))
    const sealed = records.flatMap((record) =>
      record === undefined ? [] : unpackEntries(record.entries),
    )
    const later = [...sealed, ...pending].filter(({ id }) => !covered.has(id))
    return { record: state, catalogue, later }
  })
}

/** The whole log replayed: what the image stands for. */
async function replayLog(disk: Disk, settings: SrsSettings): Promise<ReplayState> {
  return replay(await readLog(disk), settings)
}

/**
 * Where every card stands: the image and the entries after it, or, where the image is missing or its tag does not
 * match, a replay of the log. Both give the same state.
 */
export async function loadState(disk: Disk, settings: SrsSettings): Promise<ReplayState> {
  const { record, catalogue, later } = await readImage(disk)
  knowSegments(
    disk,
    catalogue.map(({ id }) => id),
  )
  if (record === null || !imageMatches(record.image.tag, tagOf(record, catalogue, settings)))
    return await replayLog(disk, settings)
  return await bringUpToDate(disk, decodeImage(record.image, settings), later)
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
  return needsPast ? await replayLog(disk, state.held.given) : state
}

/**
 * Writes the image of this state, when it has seen every entry there is; whether it was written. For idle moments.
 * Another tab may have answered in between: then the image would not be of the log, and is left for later.
 */
export async function saveImage(disk: Disk, state: ReplayState): Promise<boolean> {
  return await transact(disk, ['image', 'log', 'segments'], 'readwrite', async (tx) => {
    const [catalogue, pending] = await Promise.all([
      readCatalogue(tx),
      tx.objectStore('log').getAllKeys(),
    ])
    if (!sameDigest(totalOf(catalogue, pending), state.digest)) return false
    const segments = catalogue.map(({ id }) => id)
    const record: StateRecord = { kind: 'state', image: encodeImage(state), segments, pending }
    await tx.objectStore('image').put(record, 'state')
    return true
  })
}
