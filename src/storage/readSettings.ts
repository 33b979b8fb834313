import { readLearnerSettings, type LearnerSettings } from '../domain/learner/settings.ts'
import type { Side } from '../domain/model.ts'
import { transact, type Disk } from './database.ts'

/** Reading them is on the start path, writing them is not. */

/** A stored setting as it is on the disk, undefined when it was never written; whoever reads it checks it. */
export async function readSetting(disk: Disk, key: string): Promise<unknown> {
  return await transact(disk, ['settings'], 'readonly', (tx) => tx.objectStore('settings').get(key))
}

/** What the learner chose; null on a device where nobody chose anything yet. */
export async function readLearner(disk: Disk): Promise<LearnerSettings | null> {
  const stored = await readSetting(disk, 'learner')
  return stored === undefined ? null : readLearnerSettings(stored)
}

/** Where the words known in a language are kept. */
export const knownKey = (learning: Side): string => `known/${learning}`

/** Whether a setting is a list of known words: such lists are united, not replaced. */
export const isKnownKey = (key: string): boolean => key === knownKey('zh') || key === knownKey('en')

/** Strings of a stored list; everything else in it is dropped. */
export const stringsOf = (stored: unknown): readonly string[] =>
  Array.isArray(stored) ? stored.filter((word) => typeof word === 'string') : []

/** Words the learner said they know, in a language they learn. */
export async function readKnown(disk: Disk, learning: Side): Promise<ReadonlySet<string>> {
  return new Set(stringsOf(await readSetting(disk, knownKey(learning))))
}
