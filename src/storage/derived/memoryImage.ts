import { type Entry } from '../../domain/srs/entries.ts'
import { digestOf, joinDigests, sameDigest, type Digest } from '../../domain/srs/digest.ts'
import {
  decodeImage,
  encodeImage,
  imageMatches,
  imageTag,
  type Image,
} from '../../domain/srs/image.ts'
import { applyEntries, replay, type ReplayState } from '../../domain/srs/replay.ts'
import type { SrsSettings } from '../../domain/srs/settings.ts'
import { transact, type Disk } from '../database.ts'
import { entriesIn, knowSegments, readLog, readPending } from '../readLog.ts'
import type { SegmentSummary, StateRecord } from '../records.ts'
import type { Reading } from '../schema.ts'
import { readCatalogue } from './catalogue.ts'
import { keepQuietly, opened, sealed } from './derived.ts'

const KEY = 'state'
const VERSION = 2

/**
 * Every card's state: read from the image and what came after it, or replayed from the log. It needs no answer to a change:
 * what it covers stands in it, and what came later is applied.
 */
export const memoryImageRecord = {
  key: KEY,
  version: VERSION,
  sources: ['log', 'segments'],
  make: async (disk: Disk, settings: SrsSettings): Promise<ReplayState> =>
    replay(await readLog(disk), settings),
} as const

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const rowsIn = (joined: unknown): number =>
  typeof joined === 'string' ? joined.split('\n').length : -1

/** Whether an image has all its columns, of one length. */
function isImage(image: Partial<Image> | null | undefined): image is Image {
  const rows = image?.flags?.length
  if (!image || rows === undefined || typeof image.voided !== 'string') return false
  const { tag, fast } = image
  if (typeof tag?.settings !== 'string' || typeof tag.digest?.count !== 'number') return false
  const columns = Object.entries(image).filter(([, column]) => ArrayBuffer.isView(column))
  return (
    columns.length === COLUMNS &&
    columns.every(
      ([name, view]) => name === 'fast' || Reflect.get(Object(view), 'length') === rows,
    ) &&
    (fast?.length === 0 || fast?.length === rows) &&
    [image.cards, image.lasts].every((joined) => rowsIn(joined) === Math.max(1, rows))
  )
}
const COLUMNS = 16

function recordIn(part: unknown): StateRecord | null {
  const value = opened(part, VERSION)
  if (typeof value !== 'object' || value === null) return null
  const { image, segments, pending }: Partial<StateRecord> = value
  return isImage(image) && areTexts(segments) && areTexts(pending)
    ? { image, segments, pending }
    : null
}

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
async function readImage(tx: Reading<'image' | 'log' | 'segments'>): Promise<OnDisk> {
  const [part, catalogue, pending] = await Promise.all([
    tx.objectStore('image').get(KEY),
    readCatalogue(tx),
    readPending(tx),
  ])
  const record = recordIn(part)
  if (record === null) return { record, catalogue, later: [] }
  const segments = new Set(record.segments)
  const covered = new Set(record.pending)
  const unread = catalogue.filter(({ id }) => !segments.has(id))
  const found = await Promise.all(unread.map(({ id }) => tx.objectStore('segments').get(id)))
  const sealedLater = found.flatMap((segment) => (segment && entriesIn(segment)) ?? [])
  const later = [...sealedLater, ...pending].filter(({ id }) => !covered.has(id))
  return { record, catalogue, later }
}

/**
 * Where every card stands: the image and the entries after it, or, where the image is missing, spoilt or its tag does not
 * match, a replay of the log. Both give the same state.
 */
export async function loadState(disk: Disk, settings: SrsSettings): Promise<ReplayState> {
  const stores = ['image', 'log', 'segments'] as const
  const { record, catalogue, later } = await transact(disk, stores, 'readonly', readImage)
  knowSegments(
    disk,
    catalogue.map(({ id }) => id),
  )
  if (record === null || !imageMatches(record.image.tag, tagOf(record, catalogue, settings)))
    return await memoryImageRecord.make(disk, settings)
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
  return needsPast ? await memoryImageRecord.make(disk, state.held.given) : state
}

/**
 * Writes the image of this state, when it has seen every entry there is; whether it was written. For idle moments.
 * Another tab may have answered in between: then the image would not be of the log, and is left for later.
 */
export async function saveImage(disk: Disk, state: ReplayState): Promise<boolean> {
  const written = await keepQuietly(() =>
    transact(disk, ['image', 'log', 'segments'], 'readwrite', async (tx) => {
      const [catalogue, entries] = await Promise.all([readCatalogue(tx), readPending(tx)])
      const pending = entries.map(({ id }) => id)
      if (!sameDigest(totalOf(catalogue, pending), state.digest)) return false
      const segments = catalogue.map(({ id }) => id)
      const record: StateRecord = { image: encodeImage(state), segments, pending }
      await tx.objectStore('image').put(sealed(VERSION, record), KEY)
      return true
    }),
  )
  return written ?? false
}
