import type { Side } from '../domain/model.ts'
import {
  DEFAULT_LEARNER_SETTINGS,
  readLearnerSettings,
  type LearnerSettings,
} from '../domain/learner/settings.ts'
import { transact, type Disk } from './database.ts'
import type { Transaction } from './schema.ts'
import { announce } from './tabs.ts'

/** Keys this device keeps for itself: they are in no backup and are sent nowhere. */
export const DEVICE_KEYS: ReadonlySet<string> = new Set([
  'device',
  'clock',
  'backup',
  'persist',
  'optimiser',
])

/** A stored setting as it is on the disk, undefined when it was never written; whoever reads it checks it. */
export async function readSetting(disk: Disk, key: string): Promise<unknown> {
  return await transact(disk, ['settings'], 'readonly', (tx) => tx.objectStore('settings').get(key))
}

/** Writes a setting: plain and cloneable. */
export async function writeSetting(disk: Disk, key: string, value: unknown): Promise<void> {
  await transact(disk, ['settings'], 'readwrite', (tx) =>
    tx.objectStore('settings').put(value, key),
  )
  announce(disk, { kind: 'settings', keys: [key] })
}

/** What the learner chose; null on a device where nobody chose anything yet. */
export async function readLearner(disk: Disk): Promise<LearnerSettings | null> {
  const stored = await readSetting(disk, 'learner')
  return stored === undefined ? null : readLearnerSettings(stored)
}

/** Changes some of the learner's settings; what they are now. */
export async function changeLearner(
  disk: Disk,
  part: Partial<LearnerSettings>,
): Promise<LearnerSettings> {
  const changed = await transact(disk, ['settings'], 'readwrite', async (tx) => {
    const settings = tx.objectStore('settings')
    const stored = await settings.get('learner')
    const before = stored === undefined ? DEFAULT_LEARNER_SETTINGS : readLearnerSettings(stored)
    const after = { ...before, ...part }
    await settings.put(after, 'learner')
    return after
  })
  announce(disk, { kind: 'settings', keys: ['learner'] })
  return changed
}

const knownKey = (learning: Side): string => `known/${learning}`

/** Whether a setting is a list of known words: such lists are united, not replaced. */
export const isKnownKey = (key: string): boolean => key === knownKey('zh') || key === knownKey('en')

/** Strings of a stored list; everything else in it is dropped. */
const stringsOf = (stored: unknown): readonly string[] =>
  Array.isArray(stored) ? stored.filter((word) => typeof word === 'string') : []

/** Words the learner said they know, in a language they learn. */
export async function readKnown(disk: Disk, learning: Side): Promise<ReadonlySet<string>> {
  return new Set(stringsOf(await readSetting(disk, knownKey(learning))))
}

/** Marks words as known, or takes that back. */
export async function markKnown(
  disk: Disk,
  learning: Side,
  words: readonly string[],
  known: boolean,
): Promise<void> {
  const key = knownKey(learning)
  await transact(disk, ['settings'], 'readwrite', async (tx) => {
    const settings = tx.objectStore('settings')
    const all = new Set(stringsOf(await settings.get(key)))
    for (const word of words)
      if (known) all.add(word)
      else all.delete(word)
    await settings.put([...all], key)
  })
  announce(disk, { kind: 'settings', keys: [key] })
}

/** Adds lists of known words to those that are here, within a transaction over `settings`. */
export async function uniteKnown(
  tx: Transaction,
  incoming: readonly { readonly key: string; readonly value: unknown }[],
): Promise<void> {
  const settings = tx.objectStore('settings')
  for (const { key, value } of incoming) {
    const words = new Set([...stringsOf(await settings.get(key)), ...stringsOf(value)])
    await settings.put([...words], key)
  }
}
