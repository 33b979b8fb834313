import { connectionOf, threadOf } from '../../worker/thread.ts'
import type { Door } from '../couch.ts'
import type { DataKey } from '../crypto.ts'
import { ShelfError, type Shelf } from '../shelf.ts'
import type { Seals } from '../tools.ts'
import type { Answer, SyncThread } from './protocol.ts'

/** A thread without work is ended after so long, ms. */
const IDLE_MS = 30_000

const connect = () =>
  connectionOf(
    new Worker(new URL('./sync.worker.ts', import.meta.url), {
      type: 'module',
      name: 'duizhao-sync',
    }),
  )

/** The page's side of the sync thread. */
export interface SyncClient {
  /** @param signal ends a request under way, too */
  readonly shelf: (door: Door, signal?: AbortSignal) => Shelf
  readonly seals: Seals
  /** A file that somebody published. @throws ShelfError */
  readonly published: (address: string, signal?: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>
  /** A data key of its own, or the given one, wrapped by a passphrase. */
  readonly wrap: (passphrase: string, key?: string) => Promise<DataKey>
}

export function syncClient(): SyncClient {
  const { run } = threadOf<SyncThread>({ connect, idleMs: IDLE_MS })

  async function heard<T>(asked: Promise<Answer<T>>): Promise<T> {
    const { given, refused } = await asked
    if (given === null) throw new ShelfError(refused ?? 'trouble')
    return given[0]
  }
  return {
    shelf: (door, signal) => ({
      changedSince: (cursor) => heard(run((thread) => thread.changedSince(door, cursor), signal)),
      get: (keys) => heard(run((thread) => thread.get(door, keys), signal)),
      putAbsent: (objects) => heard(run((thread) => thread.putAbsent(door, objects), signal)),
      replace: (object, version) =>
        heard(run((thread) => thread.replace(door, object, version), signal)),
      erase: () => heard(run((thread) => thread.erase(door), signal)),
    }),
    published: (address, signal) => heard(run((thread) => thread.published(address), signal)),
    seals: {
      seal: (key, name, backup) => run((thread) => thread.seal(key, name, backup)),
      open: (key, name, sealed) => run((thread) => thread.open(key, name, sealed)),
      unwrap: (object, passphrase) => run((thread) => thread.unwrap(object, passphrase)),
    },
    wrap: (passphrase, key) => run((thread) => thread.wrap(passphrase, key)),
  }
}
