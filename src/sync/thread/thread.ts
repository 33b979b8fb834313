import { couchShelf, type Door } from '../couch.ts'
import { unwrapKey, wrapKey } from '../crypto.ts'
import { readPublishedFile } from '../publishedFile.ts'
import { openSegment, sealSegment } from '../segments.ts'
import { ShelfError, type Shelf } from '../shelf.ts'
import type { Answer, SyncThread } from './protocol.ts'

const answerOf = <T>(door: Door, ask: (shelf: Shelf) => Promise<T>): Promise<Answer<T>> =>
  refusable(() => ask(couchShelf(door)))

async function refusable<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { given: [await ask()], refused: null }
  } catch (error) {
    if (error instanceof ShelfError) return { given: null, refused: error.code }
    throw error
  }
}

/** The sync thread's side. It remembers nothing from one call to the next. */
export function syncThread(): SyncThread {
  return {
    changedSince: (door, cursor) => answerOf(door, (shelf) => shelf.changedSince(cursor)),
    get: (door, keys) => answerOf(door, (shelf) => shelf.get(keys)),
    putAbsent: (door, objects) => answerOf(door, (shelf) => shelf.putAbsent(objects)),
    replace: (door, object, version) => answerOf(door, (shelf) => shelf.replace(object, version)),
    erase: (door) => answerOf(door, (shelf) => shelf.erase()),
    published: (address) => refusable(() => readPublishedFile(address)),
    seal: sealSegment,
    open: openSegment,
    unwrap: unwrapKey,
    wrap: (passphrase, key) => wrapKey(passphrase, key),
    cancel: async () => undefined,
  }
}
