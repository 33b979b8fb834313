import {
  count,
  flag,
  isRecord,
  listOf,
  maybe,
  moment,
  name,
  orNull,
  shape,
  text,
} from '../../domain/records/checks.ts'
import { isStamp, type Stamp } from '../../domain/records/stamp.ts'
import { write } from '../change.ts'
import { transact, type Disk } from '../database.ts'
import type { Reading, Transaction } from '../schema.ts'
import { SYNC_KEY } from '../settingKeys.ts'
import { queueEverything } from './outbox.ts'

/** What the learner entered, or scanned: kept by this device alone. */
export interface SyncPlace {
  readonly address: string
  readonly name: string
  readonly password: string
  readonly passphrase: string
}

/** A place this device syncs with. */
export interface SyncChoice extends SyncPlace {
  /** The data key, base64. */
  readonly key: string
  /** The object `key` of the server: the data key, wrapped by the passphrase. */
  readonly keyObject: string
  /** How the learner calls this device. */
  readonly device: string
  /** Whether another device has changed the passphrase since; what is sealed is exchanged all the same. */
  readonly isPassphraseOld?: boolean
}

/** How far this device is with it. */
export interface SyncState {
  /** Under which it writes: not the device's own id, which a cloned profile has, too. */
  readonly writer: string
  readonly nextSegment: number
  readonly cursor: string | null
  /** Of its tail on the server; null before the first. */
  readonly tail: string | null
  /** Tails that were sent and not acknowledged, by how they begin. */
  readonly tailsSent: readonly string[]
  /** Of rows of settings: what this device stamped up to here is in sealed segments. */
  readonly sealedUpTo: Readonly<Record<string, Stamp>>
  /** When a round last came to its end, ms; 0 for never. */
  readonly doneAt: number
  /** When the whole list of the server was last compared, ms. */
  readonly comparedAt: number
  /** When each writer last handed something on, by its own clock, ms. */
  readonly seen: Readonly<Record<string, number>>
}

const isChoice = shape<SyncChoice>({
  address: name,
  name: text,
  password: text,
  passphrase: text,
  key: name,
  keyObject: name,
  device: text,
  isPassphraseOld: maybe(flag),
})
const isSeen = (value: unknown): value is Readonly<Record<string, number>> =>
  isRecord(value) && Object.values(value).every(moment)
const isStamps = (value: unknown): value is Readonly<Record<string, Stamp>> =>
  isRecord(value) && Object.values(value).every(isStamp)
const isState = shape<SyncState>({
  writer: name,
  nextSegment: count,
  cursor: orNull(text),
  tail: orNull(text),
  tailsSent: listOf(text),
  sealedUpTo: isStamps,
  doneAt: moment,
  comparedAt: moment,
  seen: isSeen,
})

export const STATE = 'syncState'
export const SYNC_STORES = ['settings', 'outbox', 'outgoing', 'received'] as const

/** The place; null while sync is off. */
export async function choiceWithin(tx: Reading<'settings'>): Promise<SyncChoice | null> {
  const stored: unknown = await tx.objectStore('settings').get(SYNC_KEY)
  return isChoice(stored) ? stored : null
}

export const readChoice = (disk: Disk): Promise<SyncChoice | null> =>
  transact(disk, ['settings'], 'readonly', choiceWithin)

/** A name to write under that nobody else has. */
const newWriter = (disk: Disk): string => disk.newId().toLowerCase()

const begun = (writer: string): SyncState => ({
  writer,
  nextSegment: 1,
  cursor: null,
  tail: null,
  tailsSent: [],
  sealedUpTo: {},
  doneAt: 0,
  comparedAt: 0,
  seen: {},
})

/** How far this device is; at the beginning, under a new name, where that is lost. */
export async function stateWithin(tx: Reading<'settings'>, disk: Disk): Promise<SyncState> {
  const stored: unknown = await tx.objectStore('settings').get(STATE)
  return isState(stored) ? stored : begun(newWriter(disk))
}

export async function changeState(
  tx: Transaction<'settings'>,
  disk: Disk,
  part: Partial<SyncState>,
): Promise<SyncState> {
  const state = { ...(await stateWithin(tx, disk)), ...part }
  await tx.objectStore('settings').put(state, STATE)
  return state
}

/** Turns sync on: everything that is here is to be handed on, and everything there taken in. */
export async function turnOn(disk: Disk, choice: SyncChoice): Promise<void> {
  await write(disk, SYNC_STORES, async (tx, change) => {
    await clear(tx)
    await tx.objectStore('settings').put(choice, SYNC_KEY)
    await changeState(tx, disk, begun(newWriter(disk)))
    await queueEverything(tx, disk.newId())
    change.settings(SYNC_KEY)
  })
  disk.syncing = true
}

/** Turns it off: nothing but what sync itself kept is given up. */
export async function turnOff(disk: Disk): Promise<void> {
  disk.syncing = false
  await write(disk, SYNC_STORES, async (tx, change) => {
    await clear(tx)
    await tx.objectStore('settings').delete(SYNC_KEY)
    await tx.objectStore('settings').delete(STATE)
    change.settings(SYNC_KEY)
  })
}

async function clear(tx: Transaction<'outbox' | 'outgoing' | 'received'>): Promise<void> {
  for (const store of ['outbox', 'outgoing', 'received'] as const)
    await tx.objectStore(store).clear()
}

/**
 * A choice with what changed of it, which is kept: a new password, another key.
 *
 * @param key version of the server's key object that was met
 */
export async function changeChoice(
  disk: Disk,
  choice: SyncChoice,
  part: Partial<SyncChoice>,
  key?: string,
): Promise<SyncChoice> {
  await write(disk, ['settings', 'received'], async (tx, change) => {
    const now = await choiceWithin(tx)
    // Turned off in the meantime, it stays off.
    if (now === null) return
    await tx.objectStore('settings').put({ ...now, ...part }, SYNC_KEY)
    if (key !== undefined) await tx.objectStore('received').put({ key: 'key', version: key })
    change.settings(SYNC_KEY)
  })
  return { ...choice, ...part }
}

export const readState = (disk: Disk): Promise<SyncState> =>
  transact(disk, ['settings'], 'readonly', (tx) => stateWithin(tx, disk))

/** Everything up to this cursor is in here. */
export async function keepCursor(disk: Disk, cursor: string): Promise<void> {
  await write(disk, ['settings'], (tx) => changeState(tx, disk, { cursor }))
}

/** A round came to its end; other tabs hear of it. */
export async function keepDone(disk: Disk, isCompared: boolean): Promise<void> {
  await write(disk, ['settings'], async (tx, change) => {
    const doneAt = disk.now()
    await changeState(tx, disk, { doneAt, ...(isCompared ? { comparedAt: doneAt } : {}) })
    change.settings(STATE)
  })
}
