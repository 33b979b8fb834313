import {
  keepSegment,
  readOutgoing,
  replaceOutgoing,
  segmentsArrived,
  tailArrived,
  tailLeaves,
  takeNewName,
} from '../storage/sync/departures.ts'
import type { Part } from '../storage/sync/gathered.ts'
import { nextPart } from '../storage/sync/parts.ts'
import { readState, type SyncChoice } from '../storage/sync/state.ts'
import { nameDevice } from '../storage/sync/devices.ts'
import type { OutgoingRecord } from '../storage/records.ts'
import { countOf, splitBackup } from './segments.ts'
import { segmentKey, ShelfError, tailKey } from './shelf.ts'
import type { Tools } from './tools.ts'

/** Segments in one request. */
const AT_ONCE = 10
/** How a sealed tail begins: chance, so that nobody else's begins like it. */
const MARK_LETTERS = 24

const markOf = (sealed: string): string => sealed.slice(0, MARK_LETTERS)

/** Writes under another name, and says what this device is called under it. */
async function rename(tools: Tools, { key, device }: SyncChoice): Promise<void> {
  const { disk, seals } = tools
  const waiting = await readOutgoing(disk)
  const writer = await takeNewName(disk)
  for (const { key: old, sealed, changes } of waiting) {
    const { backup } = await seals.open(key, old, sealed)
    if (backup === null) continue
    const { nextSegment } = await readState(disk)
    const name = segmentKey(writer, nextSegment)
    await replaceOutgoing(disk, old, [
      { key: name, sealed: await seals.seal(key, name, backup), changes },
    ])
  }
  await nameDevice(disk, writer, device)
}

/** A segment that the server finds too large, as two. */
async function halve(tools: Tools, key: string, segment: OutgoingRecord): Promise<void> {
  const { disk, seals } = tools
  const { backup } = await seals.open(key, segment.key, segment.sealed)
  const parts = backup === null ? null : splitBackup(backup)
  if (parts === null) throw new ShelfError('tooLarge')
  const { writer, nextSegment } = await readState(disk)
  const halves = parts.map(async (part, i): Promise<OutgoingRecord> => {
    const name = segmentKey(writer, nextSegment + i)
    return { key: name, sealed: await seals.seal(key, name, part), changes: countOf(part) }
  })
  await replaceOutgoing(disk, segment.key, await Promise.all(halves))
}

/** Puts what is sealed; false when somebody else writes under this name. */
async function putSegments(tools: Tools, key: string): Promise<boolean> {
  const { disk, shelf, signal, onProgress } = tools
  let batchSize = AT_ONCE
  for (let done = 0; ;) {
    signal?.throwIfAborted()
    const waiting = await readOutgoing(disk)
    const batch = waiting.slice(0, batchSize)
    if (batch.length === 0) return true
    try {
      const puts = await shelf.putAbsent(batch.map((one) => ({ key: one.key, sealed: one.sealed })))
      const isOurs = puts.map((put, i) =>
        'there' in put ? put.there.sealed === batch[i]!.sealed : true,
      )
      const arrived = batch.flatMap(({ key: name }, i) => {
        const put = puts[i]!
        return isOurs[i]
          ? [{ key: name, version: 'there' in put ? put.there.version : put.version }]
          : []
      })
      await segmentsArrived(disk, arrived)
      if (isOurs.includes(false)) return false
      done += batch.length
      onProgress?.({ step: 'push', done, all: done + waiting.length - batch.length })
    } catch (error) {
      if (!(error instanceof ShelfError) || error.code !== 'tooLarge') throw error
      if (batch.length > 1) batchSize = 1
      else await halve(tools, key, batch[0]!)
    }
  }
}

/** Replaces the tail by what is in no segment; false when somebody else writes under this name. */
async function putTail(tools: Tools, key: string, part: Part): Promise<boolean> {
  const { disk, shelf, seals } = tools
  const { writer, tail, tailsSent } = await readState(disk)
  const name = tailKey(writer)
  const sealed = await seals.seal(key, name, part.backup)
  await tailLeaves(disk, markOf(sealed))
  let put = await shelf.replace({ key: name, sealed }, tail)
  if ('there' in put) {
    // Ours, of which nobody told us that it had arrived.
    const { there } = put
    const isOurs = there.version === tail || tailsSent.includes(markOf(there.sealed))
    if (!isOurs) return false
    put = await shelf.replace({ key: name, sealed }, there.version)
    if ('there' in put) return false
  }
  await tailArrived(disk, part, name, put.version)
  return true
}

async function sealPart(tools: Tools, key: string, part: Part): Promise<void> {
  const { writer, nextSegment } = await readState(tools.disk)
  const name = segmentKey(writer, nextSegment)
  const sealed = part.changes === 0 ? null : await tools.seals.seal(key, name, part.backup)
  await keepSegment(tools.disk, part, name, sealed)
}

/** Hands on what waits. */
export async function push(tools: Tools, choice: SyncChoice): Promise<void> {
  const { disk, signal } = tools
  const { key } = choice
  for (let sealed = 0; ; sealed++) {
    signal?.throwIfAborted()
    const part = await nextPart(disk)
    const isDue = part === null || !part.isFull || sealed % AT_ONCE === AT_ONCE - 1
    if (isDue && !(await putSegments(tools, key))) {
      await rename(tools, choice)
      continue
    }
    if (part === null) return
    if (part.isFull) {
      await sealPart(tools, key, part)
      continue
    }
    if (part.taken.every(({ sent }) => sent === true)) return
    try {
      if (await putTail(tools, key, part)) return
      await rename(tools, choice)
    } catch (error) {
      if (!(error instanceof ShelfError) || error.code !== 'tooLarge') throw error
      // As a segment it can be halved.
      await sealPart(tools, key, part)
    }
  }
}
