import { type Entry, type EntryDraft, wallOf } from '../domain/srs/entries.ts'
import { inLogOrder } from '../domain/srs/history.ts'
import { clockOver, seeEntry, stampEntry, voidedBy, type LogClock } from '../domain/srs/logClock.ts'
import { isFuture, redated, redatings, type Redating } from '../domain/srs/redate.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { transact, type Disk } from './database.ts'
import { readMark } from './highWater.ts'
import { keepLogClock, readLogClock } from './logClock.ts'
import { readPending } from './pendingLog.ts'
import { entriesIn, readSealed } from './readLog.ts'
import { addEntries } from './reviewLog.ts'
import type { Reading, Transaction } from './schema.ts'

/** What a device whose clock was more than a day ahead has written, and how it gets dates that can be. */

const STORES = ['log', 'segments', 'settings'] as const
/** How many such entries the learner has left as they are. */
const LEFT = 'futureLeft'

async function readWithin(tx: Reading<'log' | 'segments'>): Promise<readonly Entry[]> {
  const [segments, pending] = await Promise.all([readSealed(tx), readPending(tx)])
  return [...segments.flatMap((segment) => entriesIn(segment) ?? []), ...pending].sort(inLogOrder)
}

/** How many entries that count carry a date more than a day ahead. Cheap where there is none. */
async function countWithin(
  tx: Reading<'log' | 'segments'>,
  { ahead }: LogClock,
  now: number,
): Promise<number> {
  if (ahead.size === 0) return 0
  return redatings(await readWithin(tx), now).filter(({ of }) => isFuture(of, now)).length
}

/** How many there are that the learner has not been asked about. */
export async function countFuture(disk: Disk): Promise<number> {
  const now = disk.now()
  const { clock, count, left } = await transact(disk, STORES, 'readonly', async (tx) => {
    const found = await readLogClock(tx, now)
    const known: unknown = await tx.objectStore('settings').get(LEFT)
    return { clock: found, count: await countWithin(tx, found, now), left: known }
  })
  // Found out here, it is nothing an answer has to wait for.
  if (!clock.isStored)
    await write(disk, STORES, async (tx) => keepLogClock(tx, await readLogClock(tx, disk.now())))
  return typeof left === 'number' && count <= left ? 0 : count
}

/** Remembers that the learner leaves them as they are: only more of them are worth a word. */
export async function leaveFuture(disk: Disk): Promise<void> {
  await write(disk, STORES, async (tx, change) => {
    const now = disk.now()
    const count = await countWithin(tx, await readLogClock(tx, now), now)
    await tx.objectStore('settings').put(count, LEFT)
    change.settings(LEFT)
  })
}

/** An entry to be taken back, and a copy of one to be written for it. */
interface Replacement {
  readonly takeBack: string
  readonly copy: Redating
  /** Where the copy stands: here, or at the end of the log. */
  readonly place?: Pick<Entry, 'at' | 'wall'>
}

/** What is written for each of the replacements, the copies being linked to each other as their originals are. */
async function replaceAll(
  tx: Transaction<'log' | 'settings'>,
  change: ChangeSink,
  disk: Disk,
  clock: LogClock,
  replacements: readonly Replacement[],
): Promise<readonly Entry[]> {
  const now = disk.now()
  const renamed = new Map<string, string>()
  const add = ({ wall: _wall, ...draft }: EntryDraft, place: Pick<Entry, 'at' | 'wall'>): Entry => {
    const entry = { ...draft, id: disk.newEntryId(place.at), ...place, device: disk.device }
    seeEntry(clock, entry, now)
    return entry
  }
  const written = replacements.map(({ takeBack, copy, place }) => {
    const taken: EntryDraft = { type: 'void', entry: takeBack }
    const draft = redated(copy, renamed)
    const pair = [
      add(taken, stampEntry(clock, taken, now)),
      add(draft, place ?? stampEntry(clock, draft, now)),
    ] as const
    renamed.set(copy.of.id, pair[1].id)
    return pair
  })
  await addEntries(tx, change, written.flat(), { clock, mark: await readMark(tx) })
  return written.map(([, copy]) => copy)
}

const placeOf = ({ at, wall }: Entry): Pick<Entry, 'at' | 'wall'> =>
  wall === undefined ? { at } : { at, wall }

/** Writes the originals again for those copies that still count. */
async function takeMendingBack(
  disk: Disk,
  mended: readonly (readonly [original: Entry, copy: Entry])[],
): Promise<void> {
  await write(
    disk,
    STORES,
    async (tx, change) => {
      const entries = await readWithin(tx)
      const voided = voidedBy(entries)
      const replacements = mended
        .filter(([, copy]) => !voided.has(copy.id))
        .map(([of, { id }]): Replacement => {
          return { takeBack: id, copy: { of, wall: wallOf(of) }, place: placeOf(of) }
        })
      await replaceAll(tx, change, disk, clockOver(entries, disk.now()), replacements)
    },
    'strict',
  )
}

/** Takes back everything that stands more than a day ahead and writes it again with dates that can be. */
export async function mendFuture(disk: Disk): Promise<Written<void>> {
  return await write(
    disk,
    STORES,
    async (tx, change) => {
      const now = disk.now()
      const entries = await readWithin(tx)
      const plan = redatings(entries, now)
      if (plan.length === 0) return
      const voided = voidedBy(entries)
      for (const { of } of plan) voided.add(of.id)
      const replacements = plan.map((copy) => ({ takeBack: copy.of.id, copy }))
      const clock = clockOver(entries, now, voided)
      const copies = await replaceAll(tx, change, disk, clock, replacements)
      await tx.objectStore('settings').delete(LEFT)
      const mended = plan.map(({ of }, i) => [of, copies[i]!] as const)
      change.undo(() => takeMendingBack(disk, mended))
    },
    'strict',
  )
}
