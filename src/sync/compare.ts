import { readReceived, startAgain } from '../storage/sync/arrivals.ts'
import { changeChoice, readState, type SyncChoice } from '../storage/sync/state.ts'
import { opened } from './passphrase.ts'
import { KEY_OBJECT, tailKey } from './shelf.ts'
import type { Tools } from './tools.ts'

/** Everything that is on the shelf: versions by key. */
async function listAll({ shelf, signal }: Tools): Promise<ReadonlyMap<string, string>> {
  const there = new Map<string, string>()
  let cursor: string | null = null
  for (;;) {
    signal?.throwIfAborted()
    const listing = await shelf.changedSince(cursor)
    for (const { key, version, isGone } of listing.objects)
      if (isGone) there.delete(key)
      else there.set(key, version)
    if (listing.isEnd) return there
    cursor = listing.cursor
  }
}

/**
 * The choice with the key that is in force on the shelf: ours is put where there is none.
 *
 * @throws ShelfError `otherKey` when the one that is there was wrapped with another passphrase
 */
async function agreeOnKey({ disk, shelf, seals }: Tools, choice: SyncChoice): Promise<SyncChoice> {
  const [put] = await shelf.putAbsent([{ key: KEY_OBJECT, sealed: choice.keyObject }])
  if (put === undefined || !('there' in put) || put.there.sealed === choice.keyObject) return choice
  const { key, object: keyObject } = await opened(seals, put.there.sealed, choice.passphrase)
  return await changeChoice(disk, choice, { key, keyObject })
}

/**
 * Compares what is on the shelf with what this device knows to have been there. Is any of it missing, the server was wiped
 * or is an older copy of itself: then everything here is handed on again, for the others may be gone.
 */
export async function compare(tools: Tools, choice: SyncChoice): Promise<SyncChoice> {
  const there = await listAll(tools)
  const received = await readReceived(tools.disk)
  const isMissing = [...received.keys()].some((key) => !there.has(key))
  const agreed = isMissing || !there.has(KEY_OBJECT) ? await agreeOnKey(tools, choice) : choice
  if (!isMissing) return agreed
  // What this version cannot read yet is nobody's but its writer's: it goes back as it came.
  const held = [...received.values()].flatMap(({ key, held: sealed }) =>
    sealed === undefined || there.has(key) ? [] : [{ key, sealed }],
  )
  if (held.length > 0) await tools.shelf.putAbsent(held)
  const { writer } = await readState(tools.disk)
  await startAgain(tools.disk, there, there.get(tailKey(writer)) ?? null)
  return agreed
}
