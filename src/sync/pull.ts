import { takeIn, readReceived, type Arrival } from '../storage/sync/arrivals.ts'
import { keepCursor } from '../storage/sync/state.ts'
import { KEY_OBJECT, ShelfError, writerOf, type Listed, type Stored } from './shelf.ts'
import type { Tools } from './tools.ts'

/** Objects that are taken in at once: few at first, so that there is a card to learn; then many, for the log is united once. */
const FIRST_BATCH = 4
const LARGEST_BATCH = 32

async function arrivalOf({ seals }: Tools, key: string, stored: Stored): Promise<Arrival> {
  const { version, sealed } = stored
  const writer = writerOf(stored.key) ?? ''
  const { backup, isNewer } = await seals.open(key, stored.key, sealed)
  const record = { key: stored.key, version }
  if (isNewer) return { writer, backup, record: { ...record, held: sealed } }
  if (backup === null) return { writer, backup, record: { ...record, spoilt: true } }
  return { writer, backup, record }
}

/** Objects that are not in here yet, in this version. */
async function unknownOf({ disk }: Tools, objects: readonly Listed[]): Promise<readonly Listed[]> {
  const received = await readReceived(disk)
  return objects.filter(
    ({ key, version, isGone }) =>
      !isGone && writerOf(key) !== null && received.get(key)?.version !== version,
  )
}

/** Takes in the objects, in batches that are a change each. */
export async function takeObjects(
  tools: Tools,
  key: string,
  objects: readonly Listed[],
): Promise<void> {
  const { disk, shelf, onProgress, signal } = tools
  const wanted = await unknownOf(tools, objects)
  let size = FIRST_BATCH
  for (let at = 0; at < wanted.length;) {
    signal?.throwIfAborted()
    const batch = wanted.slice(at, at + size)
    const stored = await shelf.get(batch.map((one) => one.key))
    const arrivals = await Promise.all(stored.map((one) => arrivalOf(tools, key, one)))
    await takeIn(disk, arrivals)
    at += batch.length
    size = Math.min(2 * size, LARGEST_BATCH)
    onProgress?.({ step: 'pull', done: at, all: wanted.length })
  }
}

/** Takes in what an earlier version of this app could not read. */
async function takeHeld(tools: Tools, key: string): Promise<void> {
  const records = await readReceived(tools.disk)
  for (const { key: name, version, held } of records.values()) {
    if (held === undefined) continue
    const arrival = await arrivalOf(tools, key, { key: name, version, sealed: held })
    if (arrival.backup !== null) await takeIn(tools.disk, [arrival])
  }
}

/**
 * Takes in what is new on the shelf; whether the shelf seems to have lost something.
 *
 * @throws ShelfError `erased` when another device removed everything
 */
export async function pull(tools: Tools, key: string, from: string | null): Promise<boolean> {
  let cursor = from
  let isDoubtful = false
  await takeHeld(tools, key)
  for (;;) {
    tools.signal?.throwIfAborted()
    const listing = await tools.shelf.changedSince(cursor).catch((error: unknown) => {
      if (!(error instanceof ShelfError) || error.code !== 'cursorRefused') throw error
      return null
    })
    if (listing === null) {
      if (cursor === null) throw new ShelfError('trouble')
      isDoubtful = true
      cursor = null
      continue
    }
    if (listing.objects.some((one) => one.isGone && one.key === KEY_OBJECT))
      throw new ShelfError('erased')
    await takeObjects(tools, key, listing.objects)
    isDoubtful ||= listing.isYounger
    if (listing.cursor !== cursor) await keepCursor(tools.disk, listing.cursor)
    cursor = listing.cursor
    if (listing.isEnd) return isDoubtful
  }
}
