import { canonical } from '../../src/domain/records/canonical.ts'
import type { Backup } from '../../src/formats/backup.ts'
import { openStorage, queueLocks, type Disk } from '../../src/storage/database.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { turnOn } from '../../src/storage/sync/state.ts'
import { syncRound } from '../../src/sync/round.ts'
import type { Opened } from '../../src/sync/segments.ts'
import type { Shelf } from '../../src/sync/shelf.ts'
import type { Seals } from '../../src/sync/tools.ts'

/** Of those that open: seals that are quick, and differ each time as real ones do. */
let sealed = 0
const isBackup = (value: unknown): value is Backup =>
  typeof value === 'object' && value !== null && 'entries' in value
export const plainSeals: Seals = {
  seal: async (key, name, backup) =>
    `${String(sealed++).padStart(24, '0')}${JSON.stringify([key, name, backup])}`,
  open: async (key, name, text): Promise<Opened> => {
    if (text.startsWith('!')) return { backup: null, isNewer: false }
    const [itsKey, itsName, backup]: readonly unknown[] = JSON.parse(text.slice(24))
    const isSound = itsKey === key && itsName === name && isBackup(backup)
    return { backup: isSound ? backup : null, isNewer: false }
  },
  unwrap: async (object, passphrase) =>
    object === `wrapped ${passphrase}` ? `key of ${passphrase}` : null,
}

export const choiceFor = (device: string, passphrase = 'noodles') => ({
  address: 'https://couch.example/words',
  name: 'mei',
  password: 'soup',
  passphrase,
  key: `key of ${passphrase}`,
  keyObject: `wrapped ${passphrase}`,
  device,
})

/** A disk of a device of its own. */
export async function openDevice(
  name: string,
  now: () => number,
  random: () => number = Math.random,
): Promise<Disk> {
  return await openStorage({ name, now, random, channel: null, locks: queueLocks() })
}

/** The same, with sync on. */
export async function syncingDevice(name: string, now: () => number): Promise<Disk> {
  const disk = await openDevice(name, now)
  await turnOn(disk, choiceFor(name))
  return disk
}

export const round = (disk: Disk, shelf: Shelf, seals: Seals = plainSeals): Promise<void> =>
  syncRound({ disk, shelf, seals })

/** Copies all that a profile has: another device that takes itself for the same. */
export async function cloneProfile(from: Disk, to: string, now: () => number): Promise<void> {
  const copy = await openDevice(to, now)
  const [source, target] = await Promise.all([from.connection(), copy.connection()])
  for (const name of source.objectStoreNames) {
    const [keys, values] = await Promise.all([source.getAllKeys(name), source.getAll(name)])
    await target.clear(name)
    const tx = target.transaction(name, 'readwrite')
    for (const [i, key] of keys.entries())
      await (tx.store.keyPath === null
        ? tx.store.put(values[i]!, key as never)
        : tx.store.put(values[i]!))
    await tx.done
  }
  await copy.close()
}

/** Everything devices must agree on, as text. */
export async function sharedOf(disk: Disk): Promise<Readonly<Record<string, readonly string[]>>> {
  const database = await disk.connection()
  const rows = async (name: 'articles' | 'notes') =>
    (await database.getAll(name)).map(({ row }) => canonical(row)).toSorted()
  const all = async (name: 'revisions' | 'preferences' | 'unknown') =>
    (await database.getAll(name)).map((record) => canonical(record)).toSorted()
  return {
    articles: await rows('articles'),
    notes: await rows('notes'),
    revisions: await all('revisions'),
    preferences: await all('preferences'),
    unknown: await all('unknown'),
    log: (await readLog(disk)).map((entry) => canonical(entry)).toSorted(),
  }
}
