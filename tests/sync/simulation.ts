import { expect } from 'vitest'
import { repairArticle } from '../../src/domain/article/edit.ts'
import type { Repair } from '../../src/domain/bitext/repair.ts'
import { AppError } from '../../src/domain/errors.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { readArticle } from '../../src/storage/articles.ts'
import type { Disk } from '../../src/storage/database.ts'
import { deleteArticle, restoreArticle } from '../../src/storage/deletion.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { deleteNote, editNote } from '../../src/storage/notes.ts'
import { appendEntries, sealPending } from '../../src/storage/reviewLog.ts'
import { changeLearner, markKnown, writeSetting } from '../../src/storage/settings.ts'
import { turnOn } from '../../src/storage/sync/state.ts'
import { ShelfError, type Listed, type Shelf } from '../../src/sync/shelf.ts'
import { answer, withFields } from '../make.ts'
import { demand, notesIn, take, talks } from '../storage/talks.ts'
import { choiceFor, cloneProfile, openDevice, plainSeals, round, sharedOf } from './devices.ts'
import type { Fault, Ground } from './ground.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOON = 1_774_000_000_000
const SKEWS = [0, -7 * MINUTE, 3 * HOUR, 30 * HOUR, 0]

/** The app was killed here. */
class Killed extends Error {}

interface Device {
  readonly name: string
  readonly skew: number
  disk: Disk
  /** While it may be killed: before every transaction and every request. */
  mayDie: boolean
}

/** What a run came to. */
export interface Outcome {
  readonly shared: readonly Awaited<ReturnType<typeof sharedOf>>[]
  /** Ids of reviews that somebody must have. */
  readonly reviews: readonly string[]
  readonly happened: Readonly<Record<string, number>>
}

/** The id of the deck, which a teacher gives out in several revisions. */
const deckOf = (revision: number) =>
  withFields(demand, { deckRevision: revision, title: { zh: '', en: `Revision ${revision}` } })

/** A shelf that sometimes lists twice, in another order, or from the beginning: as after a node has gone. */
function muddled(shelf: Shelf, chance: (of: number) => boolean): Shelf {
  const before: Listed[] = []
  return {
    ...shelf,
    changedSince: async (cursor) => {
      const listing = await shelf.changedSince(chance(0.05) ? null : cursor)
      const objects = chance(0.1)
        ? [...before, ...listing.objects].toReversed()
        : [...listing.objects]
      before.push(...listing.objects)
      return { ...listing, objects }
    },
  }
}

/**
 * Several devices of one learner who learns, edits and deletes on all of them, with a bad network, a server that is wiped, a
 * cloned profile, a lost phone and kills. Afterwards everybody syncs in peace.
 */
export async function simulate(seed: number, ground: Ground, steps = 12): Promise<Outcome> {
  const random = seededRandom(seed)
  const chance = (of: number) => random() < of
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const happened: Record<string, number> = {}
  const count = (what: string) => (happened[what] = (happened[what] ?? 0) + 1)
  let time = NOON
  let quiet = false
  const reviews = new Set<string>()
  let cards = 0

  const fault = (): Fault => {
    if (quiet) return null
    const dice = random()
    return dice < 0.04 ? 'lost' : dice < 0.12 ? 'unheard' : null
  }

  async function open(device: Device): Promise<Disk> {
    const disk = await openDevice(`${seed}-${device.name}`, () => time + device.skew, random)
    const { connection } = disk
    return Object.assign(disk, {
      connection: (...lost: Parameters<typeof connection>) => {
        if (device.mayDie && chance(0.02)) throw new Killed()
        return connection(...lost)
      },
    })
  }

  async function join(name: string, skew: number): Promise<Device> {
    const device: Device = { name, skew, disk: null!, mayDie: false }
    device.disk = await open(device)
    await turnOn(device.disk, choiceFor(name))
    return device
  }

  /** One round, whatever becomes of it; whether it came to its end. */
  async function sync(device: Device): Promise<boolean> {
    count('rounds')
    const seals = Object.fromEntries(
      Object.entries(plainSeals).map(([name, work]) => [
        name,
        (...given: never[]) => {
          if (device.mayDie && chance(0.01)) throw new Killed()
          return (work as (...args: never[]) => unknown)(...given)
        },
      ]),
    ) as unknown as typeof plainSeals
    device.mayDie = !quiet
    try {
      const shelf = ground.door(fault, pick([2, 5, 20]))
      await round(device.disk, quiet ? shelf : muddled(shelf, chance), seals)
      return true
    } catch (error) {
      const isKill = error instanceof Killed || (error as Error).cause instanceof Killed
      if (!isKill && !(error instanceof ShelfError)) throw error
      count(isKill ? 'kills' : 'lost requests')
      if (isKill) {
        device.mayDie = false
        await device.disk.close()
        device.disk = await open(device)
      }
      return false
    } finally {
      device.mayDie = false
    }
  }

  async function act({ disk, name }: Device): Promise<void> {
    const answers = async () => {
      const drafts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const {
          id: _id,
          at: _at,
          device: _device,
          ...draft
        } = answer({ card: `${name}${cards++}` })
        return draft
      })
      for (const { id } of await appendEntries(disk, drafts)) reviews.add(id)
    }
    await pick([
      answers,
      answers,
      async () =>
        void (
          reviews.size > 0 &&
          (await appendEntries(disk, [{ type: 'void', entry: pick([...reviews]) }]))
        ),
      async () => void (await appendEntries(disk, [{ type: 'flag', card: 'shared', flag: 3 }])),
      async () =>
        void (await appendEntries(disk, [
          { type: 'weights', model: 'fsrs-6', weights: [random()] },
        ])),
      async () => void (await changeLearner(disk, { newPerDay: Math.floor(random() * 50) })),
      async () => void (await markKnown(disk, 'zh', [pick(['停火', '会谈', '要求'])], chance(0.7))),
      async () => await writeSetting(disk, 'mood', Math.floor(random() * 9)),
      async () => void (await take(disk, talks, notesIn(talks).slice(0, 3))),
      async () => void (await take(disk, deckOf(Math.floor(random() * 3)), notesIn(demand))),
      async () => {
        const shown = await readArticle(disk, 'A')
        if (shown === null || shown.article.deletedAt !== undefined) return
        const repairs: readonly Repair[] = [
          { do: 'merge' },
          { do: 'edit', side: 'en', text: `Cease fire ${Math.floor(random() * 9)}.` },
        ]
        const edit = repairArticle(shown, 0, pick(repairs))
        await editArticle(disk, shown, edit)
      },
      async () => void (await deleteArticle(disk, pick(['A', 'B']))),
      async () => void (await restoreArticle(disk, pick(['A', 'B']))),
      async () =>
        void (await editNote(disk, pick(notesIn(talks)).id, {
          gloss: [`${Math.floor(random() * 9)}`],
        } as never)),
      async () => void (await deleteNote(disk, pick(notesIn(talks)).id)),
      async () => void (await sealPending(disk)),
    ])().catch((error: unknown) => {
      if (!(error instanceof AppError) && !(error instanceof RangeError)) throw error
    })
  }

  let devices: Device[] = []
  const size = 3 + Math.floor(random() * 2)
  for (let i = 0; i < size; i++) devices.push(await join(`d${i}`, SKEWS[i]!))
  const [wipedAt, clonedAt, lostAt] = [0.3, 0.5, 0.75].map((part) => Math.floor(part * steps))
  const wipe = chance(0.3) ? await ground.save() : () => ground.wipe()
  for (let step = 0; step < steps; step++) {
    time += Math.floor(random() * 3 * HOUR)
    for (const device of devices) {
      for (let n = Math.floor(random() * 4); n > 0; n--) await act(device)
      if (chance(0.5)) await sync(device)
    }
    if (step === wipedAt && chance(0.5)) {
      count('wipes')
      await wipe()
    }
    if (step === clonedAt && chance(0.5)) {
      count('clones')
      const [original] = devices
      await cloneProfile(original!.disk, `${seed}-clone`, () => time)
      const clone: Device = { name: 'clone', skew: 0, disk: null!, mayDie: false }
      clone.disk = await open(clone)
      devices.push(clone)
    }
    if (step === lostAt && chance(0.5)) {
      count('lost phones')
      const phone = devices.at(1)!
      quiet = true
      time += 25 * HOUR
      await sync(phone)
      quiet = false
      await phone.disk.close()
      devices = devices.filter((one) => one !== phone)
    }
  }
  quiet = true
  for (let n = 0; n < 3; n++) {
    time += 25 * HOUR
    for (const device of devices)
      if (!(await sync(device))) throw new RangeError(`${device.name} cannot sync in peace`)
  }
  const shared = await Promise.all(devices.map(({ disk }) => sharedOf(disk)))
  for (const { disk } of devices) await disk.close()
  return { shared, reviews: [...reviews], happened }
}

/** Every device has the same, and with it every review that anybody wrote. */
export function expectAgreement({ shared, reviews, happened }: Outcome): void {
  for (const other of shared.slice(1)) expect(other).toEqual(shared[0])
  const log = new Set(shared[0]!['log']!.map((entry) => (JSON.parse(entry) as { id: string }).id))
  expect(reviews.filter((id) => !log.has(id))).toEqual([])
  expect(happened['rounds']).toBeGreaterThan(9)
}
