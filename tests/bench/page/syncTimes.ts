/** Joining a server and one round with it, as the app does it: sealed in the thread, over HTTP, from another origin. */
import { openStorage, transact } from '../../../src/storage/database.ts'
import type { SyncPlace } from '../../../src/storage/sync/state.ts'
import { join } from '../../../src/sync/join.ts'
import { syncRound } from '../../../src/sync/round.ts'
import { syncClient } from '../../../src/sync/thread/client.ts'

export interface SyncTimes {
  readonly joinMs: number
  readonly roundMs: number
  /** From the beginning of the round to the first note on the disk; null when it had some before. */
  readonly firstNoteMs: number | null
  /** The longest that the page stood still, ms. */
  readonly longestMs: number
  /** Of the disk afterwards. */
  readonly notes: number
}

/** @param joins else the device has joined before */
export async function syncTimes(place: SyncPlace, joins: boolean): Promise<SyncTimes> {
  const disk = await openStorage()
  const client = syncClient()
  const [shelf, seals] = [client.shelf(place), client.seals]
  const notes = () => transact(disk, ['notes'], 'readonly', (tx) => tx.objectStore('notes').count())
  const had = await notes()
  const joinedFrom = performance.now()
  if (joins) await join({ disk, shelf, seals, wrap: client.wrap }, place, 'Bench')
  const joinMs = performance.now() - joinedFrom

  let longestMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration)
  })
  observer.observe({ type: 'longtask' })
  let firstNoteMs: number | null = null
  let looking: Promise<void> = Promise.resolve()
  const began = performance.now()
  const look = async () => {
    if ((await notes()) > 0) firstNoteMs ??= performance.now() - began
  }
  await syncRound({
    disk,
    shelf,
    seals,
    onProgress: () => {
      if (had > 0 || firstNoteMs !== null) return
      looking = look()
    },
  })
  const roundMs = performance.now() - began
  await looking
  await new Promise((resolve) => setTimeout(resolve, 200))
  observer.disconnect()
  const after = await notes()
  await disk.close()
  return { joinMs, roundMs, firstNoteMs, longestMs, notes: after }
}
