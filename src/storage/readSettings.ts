import { readLearnerSettings, type LearnerSettings } from '../domain/learner/settings.ts'
import type { Side } from '../domain/model.ts'
import { fieldOf, type Merged } from '../domain/records/merged.ts'
import { groupOf, knownWords, OTHER_SETTINGS } from '../domain/records/settings.ts'
import { transact, type Disk } from './database.ts'
import { readPreference } from './preferences.ts'
import { DEVICE_KEYS } from './settingKeys.ts'

/** Reading them is on the start path, writing them is not. */

const readRow = (disk: Disk, id: string): Promise<Merged> =>
  transact(disk, ['preferences'], 'readonly', (tx) => readPreference(tx, id))

/** A single setting as it is on the disk, undefined when it was never written; whoever reads it checks it. */
export async function readSetting(disk: Disk, key: string): Promise<unknown> {
  if (!DEVICE_KEYS.has(key)) return fieldOf(await readRow(disk, OTHER_SETTINGS), key)
  return await transact(disk, ['settings'], 'readonly', (tx) => tx.objectStore('settings').get(key))
}

/** The row of what the learner chose, a field a setting. */
export const LEARNER = 'learner'

/** What the learner chose; null on a device where nobody chose anything yet. */
export async function readLearner(disk: Disk): Promise<LearnerSettings | null> {
  const row = await readRow(disk, LEARNER)
  return Object.keys(row.fields).length === 0 ? null : readLearnerSettings(groupOf(row))
}

/** The row of the words known in a language, a field a word. */
export const knownKey = (learning: Side): string => `known/${learning}`

/** Words the learner said they know, in a language they learn. */
export async function readKnown(disk: Disk, learning: Side): Promise<ReadonlySet<string>> {
  return knownWords(await readRow(disk, knownKey(learning)))
}
