import { keepQuietly } from '../../refusals.ts'
import { type Entry } from '../../../domain/srs/entries.ts'
import { sameDigest } from '../../../domain/srs/digest.ts'
import { decodeImage, encodeImage, imageMatches } from '../../../domain/srs/image.ts'
import { applyEntries, replaying, type ReplayState } from '../../../domain/srs/replay.ts'
import type { SrsSettings } from '../../../domain/srs/settings.ts'
import { transact, type Disk } from '../../database.ts'
import { knowSegments } from '../../knownSegments.ts'
import { isLogHeld, takeHeldLog } from '../../logAtHand.ts'
import { readPending } from '../../pendingLog.ts'
import { entriesIn, readLog } from '../../readLog.ts'
import type { StateRecord } from '../../records.ts'
import type { Reading } from '../../schema.ts'
import { giveTurn, takeTurns } from '../../takeTurns.ts'
import { sealed } from '../derived.ts'
import { KEY, recordIn, tagOf, totalOf, VERSION } from '../kept/memoryImage.ts'
import { readCatalogue, totalsOf } from './catalogue.ts'

/** What a replay of the log comes to. */
async function replayLog(disk: Disk, settings: SrsSettings): Promise<ReplayState> {
  const turn = takeTurns()
  return await replayEntries(await readLog(disk, () => turn(0)), settings)
}

/** What a replay of these entries comes to. In portions, so that the page gets its turns. */
async function replayEntries(
  entries: readonly Entry[],
  settings: SrsSettings,
): Promise<ReplayState> {
  const turn = takeTurns()
  const work = replaying(entries, settings)
  let step = work.next()
  while (step.done !== true) {
    await turn(step.value)
    step = work.next()
  }
  // What is made of it next takes a turn of its own.
  await giveTurn()
  return step.value
}

/**
 * Every card's state: read from the image and what came after it, or replayed from the log. It needs no answer to a change:
 * what it covers stands in it, and what came later is applied.
 */
export const memoryImageRecord = {
  key: KEY,
  version: VERSION,
  sources: ['log', 'segments'],
  make: replayLog,
} as const

/** The image and what came after it, sealed or not, in one look at the disk. */
async function readImage(tx: Reading<'image' | 'log' | 'segments'>) {
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

/** Which segments there are, and the digest of all entries, sealed or not. */
async function readExtent(tx: Reading<'image' | 'log' | 'segments'>) {
  const [catalogue, pending] = await Promise.all([readCatalogue(tx), readPending(tx)])
  return {
    segments: catalogue.map(({ id }) => id),
    digest: totalsOf(catalogue, pending).digest,
  }
}

/** Where every card stands, where that has to be read from segments: some that no image covers, or all. */
export async function remakeState(disk: Disk, settings: SrsSettings): Promise<ReplayState> {
  const stores = ['image', 'log', 'segments'] as const
  if (isLogHeld(disk)) {
    const { segments, digest } = await transact(disk, stores, 'readonly', readExtent)
    const entries = takeHeldLog(disk, digest)
    if (entries !== null) {
      knowSegments(disk, segments)
      return await replayEntries(entries, settings)
    }
  }
  const { record, catalogue, later } = await transact(disk, stores, 'readonly', readImage)
  knowSegments(
    disk,
    catalogue.map(({ id }) => id),
  )
  if (record === null || !imageMatches(record.image.tag, tagOf(record, catalogue, settings)))
    return await memoryImageRecord.make(disk, settings)
  const state = decodeImage(record.image, settings)
  const { needsPast } = applyEntries(state, later)
  return needsPast ? await memoryImageRecord.make(disk, settings) : state
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
