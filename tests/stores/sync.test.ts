import 'fake-indexeddb/auto'
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { syncThread } from '../../src/sync/thread/thread.ts'
import { readChoice, readState, turnOn } from '../../src/storage/sync/state.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useSync } from '../../src/stores/sync.ts'
import { useSyncPlace } from '../../src/stores/syncPlace.ts'
import { startCouch, USER, type CouchDouble } from '../sync/couchDouble.ts'
import { appendEntry } from '../storage/talks.ts'
import { fillDisk, freshDatabases } from '../storage/testDisk.ts'

// The thread's own code, without a thread.
vi.mock('../../src/sync/thread/client.ts', () => {
  const thread = syncThread()
  const heard = async <T>(asked: Promise<{ given: readonly [T] | null; refused: unknown }>) => {
    const { ShelfError } = await import('../../src/sync/shelf.ts')
    const { given, refused } = await asked
    if (given === null) throw new ShelfError(refused as 'trouble')
    return given[0]
  }
  return {
    syncClient: () => ({
      shelf: (door: never) => ({
        changedSince: (cursor: never) => heard(thread.changedSince(door, cursor)),
        get: (keys: never) => heard(thread.get(door, keys)),
        putAbsent: (objects: never) => heard(thread.putAbsent(door, objects)),
        replace: (object: never, version: never) => heard(thread.replace(door, object, version)),
        erase: () => heard(thread.erase(door)),
      }),
      seals: { ...thread, unwrap: async (object: string) => object.slice(8) },
      wrap: async (passphrase: string, key = KEY) => ({
        key,
        object: `wrapped ${key}`,
        passphrase,
      }),
    }),
  }
})

const KEY = btoa('k'.repeat(32))
freshDatabases()
let couch: CouchDouble
/** Named with every store: one of an earlier test may wake up, and pinia takes its for the active one. */
let pinia: Pinia
beforeAll(async () => {
  couch = await startCouch()
})
afterAll(() => couch.close())
beforeEach(() => {
  pinia = createPinia()
  setActivePinia(pinia)
  vi.stubGlobal('BroadcastChannel', undefined)
  vi.stubGlobal('window', { addEventListener: () => undefined, location: { origin: 'http://app' } })
  vi.stubGlobal('document', { addEventListener: () => undefined, visibilityState: 'visible' })
  couch.wipe()
  couch.isDown = false
  couch.hold = null
  couch.requests.length = 0
})
afterEach(() => vi.unstubAllGlobals())

const place = () => ({ address: couch.url, ...USER, passphrase: 'noodles' })
async function syncing() {
  const disk = await useDisk(pinia).open()
  const choice = { ...place(), key: KEY, keyObject: `wrapped ${KEY}`, device: 'Phone' }
  await turnOn(disk, choice)
  const sync = useSync(pinia)
  await sync.load()
  return { disk, sync }
}
/** The rounds that were planned, by how long they wait, ms. */
const plannedBy = (timers: { readonly mock: { readonly calls: readonly unknown[][] } }) =>
  timers.mock.calls.flatMap(([work, ms]) => (String(work).includes('syncNow') ? [Number(ms)] : []))
/** Holds back the next answer of the server; what comes back lets it go. */
function hold(what = ''): { readonly asked: Promise<void>; readonly release: () => void } {
  let [told, release] = [() => {}, () => {}]
  const asked = new Promise<void>((resolve) => (told = resolve))
  const held = new Promise<void>((resolve) => (release = resolve))
  couch.hold = async () => {
    if (couch.requests.at(-1)?.includes(what) !== true) return
    told()
    await held
  }
  return {
    asked,
    release: () => {
      couch.hold = null
      release()
    },
  }
}

describe('a round that is under way', () => {
  it('is the one that is asked for: no second one is made or planned, and it is no failure', async () => {
    const { sync } = await syncing()
    // With the second it has seen what it put there itself.
    await sync.syncNow()
    await sync.syncNow()
    couch.requests.length = 0
    const { asked, release } = hold()
    const first = sync.syncNow()
    await asked
    expect(sync.running).toBe(true)
    const timers = vi.spyOn(globalThis, 'setTimeout')
    const second = sync.syncNow()
    release()
    await Promise.all([first, second])
    expect(plannedBy(timers)).toEqual([])
    timers.mockRestore()
    expect([sync.trouble, sync.running, sync.waiting.changes]).toEqual([null, false, 0])
    expect(couch.requests).toHaveLength(1)
  })

  it('is followed by another at once where somebody asked again and something came since', async () => {
    const { sync, disk } = await syncing()
    await sync.syncNow()
    await appendEntry(disk, { type: 'flag', card: 'a', flag: 1 })
    const { asked, release } = hold('_bulk_docs')
    const first = sync.syncNow()
    await asked
    await appendEntry(disk, { type: 'flag', card: 'a', flag: 2 })
    const second = sync.syncNow()
    release()
    await Promise.all([first, second])
    expect([sync.waiting.changes, sync.running]).toEqual([0, false])
  })

  it('can be ended: nothing is lost, it is called stopped and no failure, and the next goes on', async () => {
    const { sync, disk } = await syncing()
    await appendEntry(disk, { type: 'flag', card: 'a', flag: 1 })
    const { asked, release } = hold()
    const round = sync.syncNow()
    await asked
    sync.stop()
    await round
    expect([sync.stopped, sync.trouble, sync.running, sync.progress]).toEqual([
      true,
      null,
      false,
      null,
    ])
    expect((await readState(disk)).doneAt).toBe(0)
    release()
    await sync.syncNow()
    expect([sync.stopped, sync.trouble, sync.waiting.changes]).toEqual([false, null, 0])
    expect(sync.doneAt).toBeGreaterThan(0)
  })

  it('is waited for by who leaves', async () => {
    const { sync, disk } = await syncing()
    const { asked, release } = hold()
    const round = sync.syncNow()
    await asked
    const leaving = useSyncPlace(pinia).leave()
    release()
    await Promise.all([round, leaving])
    expect([sync.on, sync.trouble, await readChoice(disk)]).toEqual([false, null, null])
  })
})

describe('what goes wrong', () => {
  it('with the network is tried again by itself, later and later', async () => {
    const { sync } = await syncing()
    couch.isDown = true
    const timers = vi.spyOn(globalThis, 'setTimeout')
    for (const most of [5_000, 10_000, 20_000]) {
      timers.mockClear()
      await sync.syncNow()
      const [wait = 0, ...others] = plannedBy(timers)
      expect([wait >= most / 2, wait <= most, others]).toEqual([true, true, []])
    }
    timers.mockRestore()
    expect(sync.trouble).toBe('unreachable')
    couch.isDown = false
    await sync.syncNow()
    expect(sync.trouble).toBeNull()
  })

  it('for want of room here is said, and goes by itself when there is some', async () => {
    const { sync, disk } = await syncing()
    await appendEntry(disk, { type: 'flag', card: 'a', flag: 1 })
    const makeRoom = fillDisk('received')
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await sync.syncNow()
    expect(sync.trouble).toBe('deviceFull')
    expect(plannedBy(timers)).toHaveLength(1)
    timers.mockRestore()
    makeRoom()
    await sync.syncNow()
    expect([sync.trouble, sync.waiting.everything]).toEqual([null, false])
  })

  it('with the password asks once: no round is made before another is entered', async () => {
    const { sync } = await syncing()
    await useSyncPlace(pinia).mend({ password: 'wrong' })
    expect(sync.trouble).toBe('unauthorised')
    const before = couch.requests.length
    await useSyncPlace(pinia).mend({ password: USER.password })
    expect(sync.trouble).toBeNull()
    expect(couch.requests.length).toBeGreaterThan(before)
  })
})

describe('the passphrase', () => {
  it('is changed from the page, and the link holds the new one', async () => {
    const { sync } = await syncing()
    await useSyncPlace(pinia).connect(place(), 'Phone')
    const before = useSyncPlace(pinia).link
    expect(await useSyncPlace(pinia).change('rice')).toBe(true)
    expect(sync.choice).toMatchObject({ passphrase: 'rice', isPassphraseOld: false })
    expect(useSyncPlace(pinia).link).not.toBe(before)
  })
})
