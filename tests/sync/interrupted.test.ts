import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { readLog, takeEntries } from '../../src/storage/reviewLog.ts'
import { openStorage, queueLocks, transact, type Channel } from '../../src/storage/database.ts'
import { SCHEMA_STEPS } from '../../src/storage/schema.ts'
import { subscribe } from '../../src/storage/tabs.ts'
import { readWaiting } from '../../src/storage/sync/outbox.ts'
import { changeChoice, readChoice, readState } from '../../src/storage/sync/state.ts'
import { changePassphrase, learnPassphrase } from '../../src/sync/passphrase.ts'
import { syncRound } from '../../src/sync/round.ts'
import { ShelfError, type Shelf } from '../../src/sync/shelf.ts'
import type { Tools } from '../../src/sync/tools.ts'
import { answer } from '../make.ts'
import { appendEntry, take, talks } from '../storage/talks.ts'
import { connectedChannels, fillDisk, freshDatabases } from '../storage/testDisk.ts'
import { cloneProfile, openDevice, plainSeals, round, sharedOf, syncingDevice } from './devices.ts'
import { MemoryShelf } from './memoryShelf.ts'

freshDatabases()

const NOON = 1_774_000_000_000
const now = () => NOON
const two = async () =>
  [await syncingDevice('phone', now), await syncingDevice('laptop', now)] as const
const flag = (disk: Tools['disk'], card: string) =>
  appendEntry(disk, { type: 'flag', card, flag: 1 })
const waits = (disk: Tools['disk']) =>
  transact(disk, ['outbox', 'outgoing'], 'readonly', readWaiting)
const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => null,
    (error: unknown) => (error instanceof ShelfError ? error.code : error),
  )

describe('a round that is ended', () => {
  const METHODS = ['changedSince', 'get', 'putAbsent', 'replace'] as const
  it.each(METHODS)(
    'at the next %s leaves nothing half done, and the next goes on',
    async (method) => {
      const shelf = new MemoryShelf()
      const [phone, laptop] = await two()
      await take(laptop, talks)
      await flag(phone, 'a')
      await round(laptop, shelf.door())
      const abort = new AbortController()
      const door = shelf.door()
      const ended: Shelf = {
        ...door,
        [method]: (...given: never[]) => {
          abort.abort(new DOMException('stopped', 'AbortError'))
          return (door[method] as (...args: never[]) => Promise<unknown>)(...given)
        },
      }
      const tools = { disk: phone, shelf: ended, seals: plainSeals, signal: abort.signal }
      await expect(syncRound(tools)).rejects.toMatchObject({ name: 'AbortError' })
      for (const disk of [phone, laptop]) await round(disk, shelf.door())
      expect(await sharedOf(phone)).toEqual(await sharedOf(laptop))
      expect(await readLog(laptop)).toHaveLength(1)
    },
  )

  it('while it waits for another tab, does not begin', async () => {
    const shelf = new MemoryShelf()
    const [phone] = await two()
    let let_go = () => {}
    const held = phone.locks(
      `${phone.name}-sync`,
      () => new Promise<void>((done) => (let_go = done)),
    )
    const abort = new AbortController()
    const waiting = syncRound({
      disk: phone,
      shelf: shelf.door(),
      seals: plainSeals,
      signal: abort.signal,
    })
    abort.abort(new DOMException('stopped', 'AbortError'))
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    let_go()
    await held
    await phone.locks(`${phone.name}-sync`, async () => undefined)
    expect(shelf.requests).toBe(0)
  })
})

/** A door at which one request is lost, on the way there or back; that for the key is let through. */
function losing(door: Shelf, method: 'putAbsent' | 'replace', onTheWay: 'there' | 'back'): Shelf {
  let isDue = true
  return {
    ...door,
    [method]: async (...given: readonly [unknown, ...never[]]) => {
      const isKey = JSON.stringify(given[0]).includes('"key":"key"')
      const put = () => (door[method] as (...args: unknown[]) => Promise<unknown>)(...given)
      if (!isDue || isKey) return await put()
      isDue = false
      if (onTheWay === 'back') await put()
      throw new ShelfError('unreachable')
    },
  }
}

describe.each(['putAbsent', 'replace'] as const)('a %s', (method) => {
  it('whose acknowledgement is lost is not taken for another writer’s: the name stays', async () => {
    const shelf = new MemoryShelf()
    const [phone] = await two()
    await take(phone, talks)
    const { writer } = await readState(phone)
    await flag(phone, 'a')
    const door = losing(shelf.door(), method, 'back')
    expect(await codeOf(round(phone, door))).toBe('unreachable')
    await flag(phone, 'b')
    await round(phone, door)
    expect((await readState(phone)).writer).toBe(writer)
    const others = shelf.keys.filter((key) => key !== 'key' && !key.startsWith(writer))
    expect(others).toEqual([])
  })

  it('that is lost on the way is made again, though nothing is new', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await take(phone, talks)
    await flag(phone, 'a')
    const door = losing(shelf.door(), method, 'there')
    expect(await codeOf(round(phone, door))).toBe('unreachable')
    expect(await waits(phone)).not.toEqual({ changes: 0, everything: false })
    await round(phone, door)
    await round(laptop, shelf.door())
    expect(await sharedOf(laptop)).toEqual(await sharedOf(phone))
    expect(await readLog(laptop)).toHaveLength(1)
  })
})

it('a cloned profile loses no segment to the one it was cloned from', async () => {
  const shelf = new MemoryShelf()
  const [phone] = await two()
  await round(phone, shelf.door())
  await cloneProfile(phone, 'clone', now)
  const clone = await openDevice('clone', now)
  for (const disk of [phone, clone]) {
    const ids = Array.from({ length: 500 }, (_, i) => `${disk.name}-${i}`)
    await takeEntries(
      disk,
      ids.map((id) => answer({ id, at: 1 })),
    )
  }
  for (const disk of [phone, clone, phone]) await round(disk, shelf.door())
  expect(await readLog(phone)).toHaveLength(1_000)
  expect((await readState(clone)).writer).not.toBe((await readState(phone)).writer)
})

describe('without room on this disk', () => {
  it('what is new here is handed on all the same, and what came is taken in later', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await round(laptop, shelf.door())
    await take(phone, talks)
    await round(phone, shelf.door())
    await flag(laptop, 'c')
    const makeRoom = fillDisk('articles')
    await expect(round(laptop, shelf.door())).rejects.toMatchObject({ code: 'diskFull' })
    expect(await waits(laptop)).toEqual({ changes: 0, everything: false })
    makeRoom()
    for (const disk of [phone, laptop]) await round(disk, shelf.door())
    expect(await readLog(phone)).toHaveLength(1)
    expect(await sharedOf(laptop)).toEqual(await sharedOf(phone))
  })
})

describe('a server that lost what this device put there', () => {
  it('gets it again with the same round, without a day’s wait', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await take(phone, talks)
    for (const disk of [phone, laptop]) await round(disk, shelf.door())
    shelf.wipe()
    await flag(phone, 'c')
    await round(phone, shelf.door())
    const tablet = await syncingDevice('tablet', now)
    await round(tablet, shelf.door())
    expect(await sharedOf(tablet)).toEqual(await sharedOf(phone))
  })
})

describe('a disk of the version before sync', () => {
  it('is brought up to date, and hands on what it held', async () => {
    const before = { name: 'old', now, channel: null, locks: queueLocks() }
    const old = await openStorage({ ...before, schema: SCHEMA_STEPS.slice(0, 2) })
    await take(old, talks)
    await flag(old, 'c')
    await old.close()
    const shelf = new MemoryShelf()
    const updated = await syncingDevice('old', now)
    await round(updated, shelf.door())
    const [, laptop] = await two()
    await round(laptop, shelf.door())
    expect(await readLog(laptop)).toHaveLength(1)
    expect(await sharedOf(laptop)).toEqual(await sharedOf(updated))
  })
})

describe('two tabs', () => {
  it('make one round after the other, and what one brings the other hears', async () => {
    const shelf = new MemoryShelf()
    const laptop = await syncingDevice('laptop', now)
    await flag(laptop, 'a')
    await round(laptop, shelf.door())
    const phone = await syncingDevice('phone', now)
    await phone.close()
    const [one, other] = connectedChannels(2)
    const locks = queueLocks()
    const tab = (channel: Channel | undefined) =>
      openStorage({ name: 'phone', now, channel: channel ?? null, locks })
    const tabs = [await tab(one), await tab(other)] as const
    const heard: string[] = []
    subscribe(tabs[1], ({ entries }) => void heard.push(...entries.map(({ id }) => id)))

    let [underWay, most] = [0, 0]
    const door = shelf.door()
    const watched: Shelf = {
      ...door,
      changedSince: async (cursor) => {
        most = Math.max(most, ++underWay)
        const listing = await door.changedSince(cursor)
        underWay -= 1
        return listing
      },
    }
    await Promise.all(tabs.map((disk) => round(disk, watched)))
    expect(most).toBe(1)
    expect(heard).toHaveLength(1)
    for (const disk of tabs) {
      expect(await readLog(disk)).toHaveLength(1)
      await disk.close()
    }
  })
})

describe('the passphrase', () => {
  const wrap = async (passphrase: string, key: string) => ({ key, object: `wrapped ${passphrase}` })
  // The same data key under every passphrase, as it is.
  const seals = {
    ...plainSeals,
    unwrap: async (object: string, passphrase: string) =>
      object === `wrapped ${passphrase}` ? 'key of noodles' : null,
  }
  async function changed() {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await shelf.door().putAbsent([{ key: 'key', sealed: 'wrapped noodles' }])
    await flag(phone, 'a')
    for (const disk of [phone, laptop]) await round(disk, shelf.door(), seals)
    const tools = { disk: phone, shelf: shelf.door(), seals }
    await changePassphrase(tools, wrap, 'rice')
    return { shelf, phone, laptop }
  }

  it('changed on one device stops no other, which asks for the new one', async () => {
    const { shelf, phone, laptop } = await changed()
    await flag(phone, 'b')
    await flag(laptop, 'c')
    for (const disk of [phone, laptop, phone]) await round(disk, shelf.door(), seals)
    expect(await readLog(laptop)).toHaveLength(3)
    expect(await sharedOf(laptop)).toEqual(await sharedOf(phone))
    expect(await readChoice(phone)).toMatchObject({ passphrase: 'rice', isPassphraseOld: false })
    expect(await readChoice(laptop)).toMatchObject({ passphrase: 'noodles', isPassphraseOld: true })

    const tools = { disk: laptop, shelf: shelf.door(), seals }
    expect(await codeOf(learnPassphrase(tools, 'soup'))).toBe('otherKey')
    await learnPassphrase(tools, 'rice')
    expect(await readChoice(laptop)).toMatchObject({ passphrase: 'rice', isPassphraseOld: false })
  })

  it('is looked at once, and then a round with nothing to do is one request again', async () => {
    const { shelf, phone, laptop } = await changed()
    for (const disk of [phone, laptop]) await round(disk, shelf.door(), seals)
    const before = shelf.requests
    for (const disk of [phone, laptop]) await round(disk, shelf.door(), seals)
    expect(shelf.requests - before).toBe(2)
  })

  it('that nobody remembers is set anew on a device that still syncs', async () => {
    const { shelf, laptop } = await changed()
    await round(laptop, shelf.door(), seals)
    await changePassphrase({ disk: laptop, shelf: shelf.door(), seals }, wrap, 'tea')
    expect(await shelf.door().get(['key'])).toMatchObject([{ sealed: 'wrapped tea' }])
    expect(await readChoice(laptop)).toMatchObject({ passphrase: 'tea', isPassphraseOld: false })
  })

  it('is not changed over that of somebody else', async () => {
    const { shelf, laptop } = await changed()
    const tools = { disk: laptop, shelf: shelf.door(), seals }
    expect(await codeOf(changePassphrase(tools, wrap, 'tea'))).toBe('otherKey')
    expect(await shelf.door().get(['key'])).toMatchObject([{ sealed: 'wrapped rice' }])
  })

  it('of a device that has left stays forgotten', async () => {
    const disk = await openDevice('off', now)
    const [phone] = await two()
    await changeChoice(disk, (await readChoice(phone))!, { password: 'x' })
    expect(await readChoice(disk)).toBeNull()
  })
})
