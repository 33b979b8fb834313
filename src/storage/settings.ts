import type { Side } from '../domain/model.ts'
import {
  DEFAULT_LEARNER_SETTINGS,
  readLearnerSettings,
  type LearnerSettings,
} from '../domain/learner/settings.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import type { Disk } from './database.ts'
import {
  isKnownKey,
  knownKey,
  readKnown,
  readLearner,
  readSetting,
  stringsOf,
} from './readSettings.ts'
import type { Transaction } from './schema.ts'

export { isKnownKey, readKnown, readLearner, readSetting }

/** Writes a setting: plain and cloneable. */
export async function writeSetting(disk: Disk, key: string, value: unknown): Promise<void> {
  await write(disk, ['settings'], async (tx, change) => {
    await tx.objectStore('settings').put(value, key)
    change.settings(key)
  })
}

/**
 * Changes some of the learner's settings; what they are now.
 *
 * @param first the settings on a device where nobody chose anything yet
 */
export async function changeLearner(
  disk: Disk,
  part: Partial<LearnerSettings>,
  first: LearnerSettings = DEFAULT_LEARNER_SETTINGS,
): Promise<LearnerSettings> {
  const { result } = await write(disk, ['settings'], async (tx, change) => {
    const settings = tx.objectStore('settings')
    const stored = await settings.get('learner')
    const before = stored === undefined ? first : readLearnerSettings(stored)
    const after = { ...before, ...part }
    await settings.put(after, 'learner')
    change.settings('learner')
    return after
  })
  return result
}

/** Marks words as known, or takes that back. */
export async function markKnown(
  disk: Disk,
  learning: Side,
  words: readonly string[],
  known: boolean,
): Promise<Written<void>> {
  return await write(disk, ['settings'], async (tx, change) => {
    const changed = await markWithin(tx, change, learning, words, known)
    change.undo(() => markKnown(disk, learning, changed, !known))
  })
}

/** The same as a part of another change; the words that were not as they are now. */
export async function markWithin(
  tx: Transaction<'settings'>,
  change: ChangeSink,
  learning: Side,
  words: readonly string[],
  known: boolean,
): Promise<readonly string[]> {
  const key = knownKey(learning)
  const settings = tx.objectStore('settings')
  const all = new Set(stringsOf(await settings.get(key)))
  const changed = words.filter((word) => all.has(word) !== known)
  for (const word of changed)
    if (known) all.add(word)
    else all.delete(word)
  await settings.put([...all], key)
  change.settings(key)
  return changed
}

/** Adds lists of known words to those that are here. */
export async function uniteKnown(
  tx: Transaction<'settings'>,
  change: ChangeSink,
  incoming: readonly { readonly key: string; readonly value: unknown }[],
): Promise<void> {
  const settings = tx.objectStore('settings')
  for (const { key, value } of incoming) {
    const words = new Set([...stringsOf(await settings.get(key)), ...stringsOf(value)])
    await settings.put([...words], key)
    change.settings(key)
  }
}
