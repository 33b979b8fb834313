import { takeIn, readReceived, type Arrival } from '../storage/sync/arrivals.ts'
import type { ReceivedRecord } from '../storage/records.ts'
import { keepCursor, type SyncChoice } from '../storage/sync/state.ts'
import { meetKey } from './passphrase.ts'
import { KEY_OBJECT, ShelfError, writerOf, type Listed, type Stored } from './shelf.ts'
import type { Tools } from './tools.ts'

/** Objects that are taken in at once: few at first, so that there is a card to learn; then many, for each time is a change that every screen hears. */
const FIRST_BATCH = 4
const LARGEST_BATCH = 32

async function arrivalOf({ seals }: Tools, key: string, stored: Stored): Promise<Arrival> {
  const { version, sealed } = stored
  const writer = writerOf(stored.key) ?? ''
  const { backup, isNewer } = await seals.open(key, stored.key, sealed)
  const record = { key: stored.key, version }
  const unread = isNewer ? { held: sealed } : backup === null ? ({ spoilt: true } as const) : {}
  return { writer, backup, record: { ...record, ...unread } }
}

/** Objects that are not in here yet, in this version; each once, however often it is listed. */
function unknownOf(
  received: ReadonlyMap<string, ReceivedRecord>,
  objects: readonly Listed[],
): readonly Listed[] {
  const wanted = new Map<string, Listed>()
  for (const object of objects) {
    const { key, version, isGone } = object
    if (!isGone && writerOf(key) !== null && received.get(key)?.version !== version)
      wanted.set(key, object)
  }
  return [...wanted.values()]
}

/** Takes in the objects, in batches that are a change each. */
async function takeObjects(tools: Tools, key: string, wanted: readonly Listed[]): Promise<void> {
  const { disk, shelf, onProgress, signal } = tools
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

/** What a pull came to. */
export interface Pulled {
  /** The choice that holds from here on. */
  readonly choice: SyncChoice
  /** Whether the shelf seems to have lost something. */
  readonly isDoubtful: boolean
}

/**
 * Takes in what is new on the shelf.
 *
 * @throws ShelfError `erased` when another device removed everything
 */
export async function pull(tools: Tools, known: SyncChoice, from: string | null): Promise<Pulled> {
  let choice = known
  let cursor = from
  let isDoubtful = false
  await takeHeld(tools, choice.key)
  for (;;) {
    tools.signal?.throwIfAborted()
    const listing = await tools.shelf.changedSince(cursor).catch((error: unknown) => {
      if (!(error instanceof ShelfError) || error.code !== 'cursorRefused') throw error
      return null
    })
    if (listing === null) {
      // Refused from the beginning, there is no other.
      if (cursor === null) throw new ShelfError('trouble')
      isDoubtful = true
      cursor = null
      continue
    }
    const ofKey = listing.objects.find(({ key }) => key === KEY_OBJECT)
    if (ofKey?.isGone === true) throw new ShelfError('erased')
    const received = await readReceived(tools.disk)
    if (ofKey !== undefined && received.get(KEY_OBJECT)?.version !== ofKey.version)
      choice = await meetKey(tools, choice)
    await takeObjects(tools, choice.key, unknownOf(received, listing.objects))
    isDoubtful ||= listing.isYounger
    if (listing.cursor !== cursor) await keepCursor(tools.disk, listing.cursor)
    cursor = listing.cursor
    if (listing.isEnd) return { choice, isDoubtful }
  }
}
