import 'fake-indexeddb/auto'
import type { Disk } from '../../src/storage/database.ts'
import { appendEntries, sealPending } from '../../src/storage/reviewLog.ts'
import { changeLearner, markKnown } from '../../src/storage/settings.ts'
import { turnOn } from '../../src/storage/sync/state.ts'
import { wrapKey } from '../../src/sync/crypto.ts'
import { openSegment, sealSegment } from '../../src/sync/segments.ts'
import type { Shelf } from '../../src/sync/shelf.ts'
import type { Seals } from '../../src/sync/tools.ts'
import { answer, withFields } from '../make.ts'
import { take, talks } from '../storage/talks.ts'
import { choiceFor, openDevice, round } from '../sync/devices.ts'
import { MemoryShelf } from '../sync/memoryShelf.ts'
import type { Figure } from './figure.ts'

const DAY = 86_400_000
const DAYS = 365
/** Answers a day, and days between two words that are called known, and two changes of a setting. */
const ANSWERS = 120
const CARDS = 4_000
const [KNOWN, SETTING] = [2, 30]

/** Counts what goes over the wire, as the bodies of JSON that it is. */
function counted(shelf: Shelf, add: (sent: number, fetched: number) => void): Shelf {
  const size = (value: unknown) => JSON.stringify(value).length
  const through = async <T>(asked: unknown, work: Promise<T>): Promise<T> => {
    const value = await work
    add(size(asked), size(value))
    return value
  }
  return {
    ...shelf,
    changedSince: (cursor) => through([cursor], shelf.changedSince(cursor)),
    get: (keys) => through(keys, shelf.get(keys)),
    putAbsent: (objects) => through(objects, shelf.putAbsent(objects)),
    replace: (object, version) => through([object, version], shelf.replace(object, version)),
  }
}

/**
 * What a learner with a phone and a laptop makes of a server in a year: a short text a week, 120 answers a day in two sittings, words
 * called known. The clock is made to pass; what is sealed is sealed as ever.
 */
export async function measureSyncYear(): Promise<readonly Figure[]> {
  const clock = { now: 1_774_000_000_000 }
  const { key } = await wrapKey('tea')
  const seals: Seals = { seal: sealSegment, open: openSegment, unwrap: async () => key }
  const server = new MemoryShelf()
  const wire = { sent: 0, fetched: 0 }
  const shelf = () =>
    counted(server.door(), (sent, fetched) => {
      wire.sent += sent
      wire.fetched += fetched
    })
  const device = async (name: string): Promise<Disk> => {
    const disk = await openDevice(`year-${name}`, () => clock.now)
    await turnOn(disk, { ...choiceFor(name), key })
    return disk
  }
  const devices = [await device('phone'), await device('laptop')]
  let card = 0
  const last = new Map<string, string>()
  for (let day = 0; day < DAYS; day++) {
    clock.now += DAY / 2
    for (const [i, disk] of devices.entries()) {
      clock.now += DAY / 4
      const drafts = Array.from({ length: ANSWERS / devices.length }, () => {
        const name = `term-${card++ % CARDS}/read`
        const { id: _id, at: _at, device: _device, ...draft } = answer({ card: name })
        return { ...draft, previous: last.get(name) ?? null }
      })
      for (const entry of await appendEntries(disk, drafts))
        if (entry.type === 'answer') last.set(entry.card, entry.id)
      if (day % KNOWN === 0) await markKnown(disk, 'zh', [`词${day}`], true)
      if (i === 0 && day % SETTING === 0) await changeLearner(disk, { newPerDay: 5 + (day % 20) })
      if (i === 0 && day % 7 === 0)
        await take(disk, withFields(talks, { id: `T${day}`, contentHashes: [`T${day}`] }))
      await round(disk, shelf(), seals)
      await sealPending(disk)
    }
  }
  for (const disk of devices) await disk.close()
  const objects = await server.door().get(server.keys)
  const stored = objects.reduce((sum, { sealed }) => sum + sealed.length, 0)
  const note = `two devices, ${(DAYS * ANSWERS).toLocaleString('en')} answers`
  return [
    { name: 'objects on the server', value: objects.length, unit: 'segments', note },
    { name: 'their bytes', value: stored / 1e6, unit: 'MB' },
    { name: 'sent by both', value: wire.sent / 1e6, unit: 'MB' },
    { name: 'fetched by both', value: wire.fetched / 1e6, unit: 'MB' },
    { name: 'requests of both', value: server.requests, unit: 'requests' },
  ]
}
