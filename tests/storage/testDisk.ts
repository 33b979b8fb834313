import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach } from 'vitest'
import {
  openStorage,
  type Channel,
  type Disk,
  type StorageOptions,
} from '../../src/storage/database.ts'

/** A clock that stands still until it is moved. */
export interface Clock {
  now: number
}

const opened: Disk[] = []
let seed = 1

/** A database of its own for every test of the file; connections are closed behind it. */
export function freshDatabases(): void {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory()
    seed = 1
  })
  afterEach(async () => {
    for (const disk of opened.splice(0)) await disk.close()
  })
}

/** Repeatable numbers in [0, 1), enough for ids. */
function random(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

/** One tab's disk. */
export async function openTab(
  clock: Clock = { now: 1_000 },
  options: StorageOptions = {},
): Promise<Disk> {
  const disk = await openStorage({ now: () => clock.now, random, channel: null, ...options })
  opened.push(disk)
  return disk
}

/** Channels of as many tabs as wanted: each hears what the others post, at once and as a clone. */
export function connectedChannels(count: number): readonly Channel[] {
  const targets = Array.from({ length: count }, () => new EventTarget())
  return targets.map((own) => ({
    addEventListener: own.addEventListener.bind(own),
    close: () => undefined,
    postMessage: (message: unknown) => {
      const data: unknown = structuredClone(message)
      for (const target of targets)
        if (target !== own) target.dispatchEvent(new MessageEvent('message', { data }))
    },
  }))
}

/** Calls `then` after each write has begun. @returns how to stop that */
function afterWrites(then: (store: IDBObjectStore, value: unknown) => void): () => void {
  const { put, add } = IDBObjectStore.prototype
  const heard = (original: typeof put): typeof put =>
    function (this: IDBObjectStore, ...args) {
      const request = original.apply(this, args)
      then(this, args[0])
      return request
    }
  IDBObjectStore.prototype.put = heard(put)
  IDBObjectStore.prototype.add = heard(add)
  return () => {
    IDBObjectStore.prototype.put = put
    IDBObjectStore.prototype.add = add
  }
}

/**
 * Makes every transaction that writes to a store, or to any, run out of room, as a browser does it: it aborts with
 * QuotaExceededError, its requests with AbortError. Until the returned function is called.
 *
 * @param isTooLarge what still does not fit
 */
export const fillDisk = (
  store: string | null = null,
  isTooLarge: (value: unknown) => boolean = () => true,
): (() => void) =>
  afterWrites(({ name, transaction }, value) => {
    const abort: unknown = Reflect.get(transaction, '_abort')
    const isFull = (store === null || name === store) && isTooLarge(value)
    if (isFull && typeof abort === 'function') abort.call(transaction, 'QuotaExceededError')
  })

/** Calls `then` after each write to a store has begun. @returns how to stop that */
export const whenWritten = (store: string, then: () => void): (() => void) =>
  afterWrites(({ name }) => {
    if (name === store) then()
  })
