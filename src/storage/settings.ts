import {
  DEFAULT_LEARNER_SETTINGS,
  readLearnerSettings,
  type LearnerSettings,
} from '../domain/learner/settings.ts'
import type { Side } from '../domain/model.ts'
import { isSameValue } from '../domain/records/canonical.ts'
import { fieldOf, mergeRows, valueOf, type Merged, type Stamped } from '../domain/records/merged.ts'
import { groupOf, settingFields, writeKnown } from '../domain/records/settings.ts'
import { machineStamp, type Now } from '../domain/records/stamp.ts'
import { writeFields, type Written as WrittenRow } from '../domain/records/writing.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { withClock } from './clock.ts'
import type { Disk } from './database.ts'
import { readPreference } from './preferences.ts'
import { knownKey, LEARNER, readKnown, readLearner, readSetting } from './readSettings.ts'
import type { Transaction } from './schema.ts'
import { DEVICE_KEYS } from './settingKeys.ts'

export { readKnown, readLearner, readSetting }

const STORES = ['preferences', 'settings'] as const

/** Changes a row of shared settings; the row it is now. One that stays as it was is not written. */
export async function changeRow(
  tx: Transaction<(typeof STORES)[number]>,
  change: ChangeSink,
  disk: Disk,
  id: string,
  work: (row: Merged, now: Now) => WrittenRow,
): Promise<Merged> {
  return await withClock(tx, disk, async (clock) => {
    const before = await readPreference(tx, id)
    const { row } = clock.keep(work(before, clock.now))
    if (row === before) return row
    await tx.objectStore('preferences').put(row)
    change.settings(id)
    return row
  })
}

/** Writes those of the values that the row does not have; the others keep their stamps. */
function writeChanged(
  row: Merged,
  values: Readonly<Record<string, unknown>>,
  now: Now,
): WrittenRow {
  const changed = Object.entries(values).filter(
    ([name, value]) =>
      value !== undefined &&
      (valueOf(row.fields, name) === undefined || !isSameValue(fieldOf(row, name), value)),
  )
  if (changed.length === 0) return { row, clock: now.clock }
  return writeFields(row, Object.fromEntries(changed), now)
}

/** Writes a setting: plain and cloneable. One that this device keeps for itself has no stamp and goes nowhere. */
export async function writeSetting(disk: Disk, key: string, value: unknown): Promise<void> {
  await write(disk, STORES, async (tx, change) => {
    if (DEVICE_KEYS.has(key)) {
      await tx.objectStore('settings').put(value, key)
      change.settings(key)
      return
    }
    const { row: id, fields } = settingFields(key, value)
    await changeRow(tx, change, disk, id, (row, now) => writeChanged(row, fields, now))
  })
}

/**
 * The row with what differs from the defaults in the settings that were on screen: nobody chose it, so whatever anybody
 * chose on another device wins.
 */
function withGuess(row: Merged, guess: LearnerSettings): Merged {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_LEARNER_SETTINGS))
  const fields = Object.entries(guess)
    .filter(([name, value]) => !isSameValue(value, defaults.get(name)))
    .map(([name, v]): [string, Stamped] => [name, { v, t: machineStamp(0) }])
  return mergeRows(row, { id: row.id, facts: {}, fields: Object.fromEntries(fields) })
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
  const { result } = await write(disk, STORES, (tx, change) =>
    changeRow(tx, change, disk, LEARNER, (row, now) => {
      const isFirst = Object.keys(row.fields).length === 0
      return writeChanged(isFirst ? withGuess(row, first) : row, part, now)
    }),
  )
  return readLearnerSettings(groupOf(result))
}

/** Marks words as known, or takes that back. */
export async function markKnown(
  disk: Disk,
  learning: Side,
  words: readonly string[],
  known: boolean,
): Promise<Written<void>> {
  return await write(disk, STORES, async (tx, change) => {
    const changed = await markWithin(tx, change, disk, learning, words, known)
    if (changed.length > 0) change.undo(() => markKnown(disk, learning, changed, !known))
  })
}

/** The same as a part of another change; the words that were not as they are now. */
export async function markWithin(
  tx: Transaction<(typeof STORES)[number]>,
  change: ChangeSink,
  disk: Disk,
  learning: Side,
  words: readonly string[],
  known: boolean,
): Promise<readonly string[]> {
  const id = knownKey(learning)
  const there = await readPreference(tx, id)
  const changed = [...new Set(words)].filter((word) => (fieldOf(there, word) === true) !== known)
  if (changed.length > 0)
    await changeRow(tx, change, disk, id, (row, now) => writeKnown(row, changed, known, now))
  return changed
}
