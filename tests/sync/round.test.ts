import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { readLog, takeEntries } from '../../src/storage/reviewLog.ts'
import { changeLearner, markKnown, readLearner } from '../../src/storage/settings.ts'
import { readReceived } from '../../src/storage/sync/arrivals.ts'
import { readDevices, nameDevice } from '../../src/storage/sync/devices.ts'
import { readState, turnOff, turnOn } from '../../src/storage/sync/state.ts'
import { transact, type Disk } from '../../src/storage/database.ts'
import { subscribe, type Change } from '../../src/storage/tabs.ts'
import { erase, join, leave } from '../../src/sync/join.ts'
import { ShelfError } from '../../src/sync/shelf.ts'
import { syncRound } from '../../src/sync/round.ts'
import type { Seals } from '../../src/sync/tools.ts'
import { answer } from '../make.ts'
import { appendEntry, take, talks } from '../storage/talks.ts'
import { fillDisk, freshDatabases } from '../storage/testDisk.ts'
import {
  choiceFor,
  cloneProfile,
  openDevice,
  plainSeals,
  round,
  sharedOf,
  syncingDevice,
} from './devices.ts'
import { MemoryShelf } from './memoryShelf.ts'

freshDatabases()

const NOON = 1_774_000_000_000
const DAY = 86_400_000
const clock = { now: NOON }
const now = () => clock.now
const two = async () =>
  [await syncingDevice('phone', now), await syncingDevice('laptop', now)] as const
const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => null,
    (error: unknown) => (error instanceof ShelfError ? error.code : error),
  )
const flag = (disk: Disk, card: string) => appendEntry(disk, { type: 'flag', card, flag: 1 })
const outboxOf = async (disk: Disk) =>
  await transact(disk, ['outbox'], 'readonly', (tx) => tx.objectStore('outbox').getAll())

describe('a round', () => {
  it('brings to the other what was there before, and what comes after', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await take(phone, talks)
    await round(phone, shelf.door())
    await round(laptop, shelf.door())
    await flag(laptop, 'c')
    await round(laptop, shelf.door())
    await round(phone, shelf.door())
    expect(await sharedOf(laptop)).toEqual(await sharedOf(phone))
    expect((await sharedOf(phone))['log']).toHaveLength(1)
  })

  it('with nothing to do is one request', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    for (const disk of [phone, laptop, phone]) await round(disk, shelf.door())
    const before = shelf.requests
    await round(phone, shelf.door())
    expect(shelf.requests - before).toBe(1)
  })

  it('is heard like a change of another tab, and not sent back', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    for (const disk of [phone, laptop, phone]) await round(disk, shelf.door())
    const { id } = await flag(phone, 'c')
    await markKnown(phone, 'zh', ['停火'], true)
    await round(phone, shelf.door())
    const heard: Change[] = []
    subscribe(laptop, (change) => void heard.push(change))
    await round(laptop, shelf.door())
    expect(heard.flatMap(({ entries }) => entries.map((entry) => entry.id))).toEqual([id])
    expect(heard.some(({ settings }) => settings.has('known/zh'))).toBe(true)
    expect((await outboxOf(laptop)).map(({ id: of }) => of)).not.toContain(id)
  })

  it('sends of a long list of known words what is new', async () => {
    const shelf = new MemoryShelf()
    const sizes: number[] = []
    const seals: Seals = {
      ...plainSeals,
      seal: async (key, name, backup) => {
        for (const { id, fields } of backup.settings)
          if (id === 'known/zh') sizes.push(Object.keys(fields).length)
        return await plainSeals.seal(key, name, backup)
      },
    }
    const [phone] = await two()
    await markKnown(
      phone,
      'zh',
      Array.from({ length: 600 }, (_, i) => `词${i}`),
      true,
    )
    await round(phone, shelf.door(), seals)
    // With these there are five hundred changes, and they are sealed.
    const answers = Array.from({ length: 499 }, (_, i) => answer({ id: `X${i}` }))
    await takeEntries(phone, answers)
    await round(phone, shelf.door(), seals)
    await markKnown(phone, 'zh', ['停火'], true)
    await round(phone, shelf.door(), seals)
    expect(sizes[0]).toBe(600)
    expect(sizes.at(-1)).toBe(1)
  })

  it('halves what the server finds too large', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await take(phone, talks)
    shelf.mostLetters = 4_000
    await round(phone, shelf.door())
    await round(laptop, shelf.door())
    expect(shelf.keys.length).toBeGreaterThan(1)
    const [here, there] = [await sharedOf(phone), await sharedOf(laptop)]
    expect(there).toEqual(here)
    expect(here['notes']).not.toEqual([])
  })

  it('passes over what cannot be read, and takes the rest', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await flag(phone, 'c')
    await round(phone, shelf.door())
    const spoilt = shelf.keys.find((key) => /-\d{8}$/.test(key))
    shelf.spoil(spoilt!)
    await flag(phone, 'd')
    await round(phone, shelf.door())
    await round(laptop, shelf.door())
    expect((await readReceived(laptop)).get(spoilt!)?.spoilt).toBe(true)
    expect((await readLog(laptop)).map((entry) => 'card' in entry && entry.card)).toEqual([
      'c',
      'd',
    ])
  })

  it('keeps what a newer version wrote, and puts it back when the server lost it', async () => {
    const shelf = new MemoryShelf()
    const newer: Seals = {
      ...plainSeals,
      open: async () => ({ backup: null, isNewer: true }),
    }
    const [phone, laptop] = await two()
    await flag(phone, 'c')
    await round(phone, shelf.door())
    const key = shelf.keys.find((one) => /-\d{8}$/.test(one))
    await round(laptop, shelf.door(), newer)
    shelf.wipe()
    clock.now += 2 * DAY
    await round(laptop, shelf.door(), newer)
    expect(shelf.keys).toContain(key)
    expect(await readLog(laptop)).toEqual([])
    // After the update it is read.
    await round(laptop, shelf.door())
    expect(await readLog(laptop)).toHaveLength(1)
  })

  it('hands on everything again when the server was wiped, though the other is gone', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await take(phone, talks)
    await round(phone, shelf.door())
    await round(laptop, shelf.door())
    await turnOff(phone)
    shelf.wipe()
    clock.now += 2 * DAY
    await round(laptop, shelf.door())
    const tablet = await syncingDevice('tablet', now)
    await round(tablet, shelf.door())
    expect(await sharedOf(tablet)).toEqual(await sharedOf(laptop))
    expect((await sharedOf(tablet))['articles']).toHaveLength(1)
  })

  it('gives a cloned profile a name of its own', async () => {
    const shelf = new MemoryShelf()
    const phone = await syncingDevice('phone', now)
    await flag(phone, 'a')
    await round(phone, shelf.door())
    await cloneProfile(phone, 'clone', now)
    const clone = await openDevice('clone', now)
    expect((await readState(clone)).writer).toBe((await readState(phone)).writer)
    await flag(phone, 'b')
    await flag(clone, 'c')
    for (const disk of [phone, clone, phone, clone]) await round(disk, shelf.door())
    expect((await readState(clone)).writer).not.toBe((await readState(phone)).writer)
    expect((await sharedOf(clone))['log']).toHaveLength(3)
    expect(await sharedOf(clone)).toEqual(await sharedOf(phone))
  })

  it('loses nothing when this device has no room', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await take(phone, talks)
    await round(phone, shelf.door())
    const makeRoom = fillDisk('articles')
    await expect(round(laptop, shelf.door())).rejects.toMatchObject({ code: 'diskFull' })
    makeRoom()
    await round(laptop, shelf.door())
    expect((await sharedOf(laptop))['articles']).toEqual((await sharedOf(phone))['articles'])
  })
})

describe('devices', () => {
  it('know each other by name, and when they last sent something', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    for (const disk of [phone, laptop])
      await nameDevice(disk, (await readState(disk)).writer, disk === phone ? 'Phone' : 'Laptop')
    for (const disk of [phone, laptop]) await round(disk, shelf.door())
    expect(await readDevices(laptop)).toMatchObject([
      { name: 'Laptop', isThis: true },
      { name: 'Phone', isThis: false, seenAt: clock.now },
    ])
  })

  it('that leave are no longer listed, and keep everything', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await changeLearner(phone, { theme: 'dark' })
    await nameDevice(phone, (await readState(phone)).writer, 'Phone')
    for (const disk of [phone, laptop]) await round(disk, shelf.door())
    await leave({ disk: phone, shelf: shelf.door(), seals: plainSeals })
    await round(laptop, shelf.door())
    expect(await readDevices(laptop)).toEqual([])
    expect(phone.syncing).toBe(false)
    expect(await outboxOf(phone)).toEqual([])
    expect((await readLearner(phone))?.theme).toBe('dark')
  })

  it('hear that the copy was erased, and send nothing more', async () => {
    const shelf = new MemoryShelf()
    const [phone, laptop] = await two()
    await shelf.door().putAbsent([{ key: 'key', sealed: 'wrapped noodles' }])
    for (const disk of [phone, laptop]) await round(disk, shelf.door())
    await erase({ disk: phone, shelf: shelf.door(), seals: plainSeals })
    expect(shelf.keys).toEqual([])
    await flag(laptop, 'c')
    expect(await refusal(round(laptop, shelf.door()))).toBe('erased')
    expect(shelf.keys).toEqual([])
    expect(await readLog(laptop)).toHaveLength(1)
  })
})

describe('joining', () => {
  const place = choiceFor('x')
  const wrap = async (passphrase: string) => ({
    key: `key of ${passphrase}`,
    object: `wrapped ${passphrase}`,
  })

  it('takes the key that is there, and refuses another passphrase before anything is changed', async () => {
    const shelf = new MemoryShelf()
    const [one, other] = [await openDevice('one', now), await openDevice('other', now)]
    await join({ disk: one, shelf: shelf.door(), seals: plainSeals, wrap }, place, 'One')
    const wrong = { ...place, passphrase: 'rice' }
    const joining = { disk: other, shelf: shelf.door(), seals: plainSeals, wrap }
    expect(await refusal(join(joining, wrong, 'Other'))).toBe('otherKey')
    expect(other.syncing).toBe(false)
    await join(joining, place, 'Other')
    expect(other.syncing).toBe(true)
    for (const disk of [one, other, one]) await round(disk, shelf.door())
    expect((await readDevices(one)).map(({ name }) => name)).toEqual(['One', 'Other'])
  })

  it('notices a server that was set up anew with another passphrase', async () => {
    const shelf = new MemoryShelf()
    const disk = await openDevice('one', now)
    await join({ disk, shelf: shelf.door(), seals: plainSeals, wrap }, place, 'One')
    await round(disk, shelf.door())
    shelf.wipe()
    await shelf.door().putAbsent([{ key: 'key', sealed: 'wrapped rice' }])
    clock.now += 2 * DAY
    expect(await refusal(round(disk, shelf.door()))).toBe('otherKey')
  })

  it('does nothing where sync is off', async () => {
    const shelf = new MemoryShelf()
    const disk = await openDevice('off', now)
    await syncRound({ disk, shelf: shelf.door(), seals: plainSeals })
    expect(shelf.requests).toBe(0)
    await turnOn(disk, choiceFor('on'))
    await disk.close()
    expect((await openDevice('off', now)).syncing).toBe(true)
  })
})
