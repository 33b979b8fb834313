import type { Merged } from './merged.ts'
import { writeFields, type Written } from './writing.ts'
import type { Now } from './stamp.ts'

/**
 * Settings are rows of fields. A property of `learner`, a word of `known/zh` or `known/en` and a reading of `readings` are
 * fields of the row of that name; any other key is a field of this one.
 */
export const OTHER_SETTINGS = 'other'

/** Groups whose parts are fields of their own; the key is the row. */
const GROUPS: ReadonlySet<string> = new Set(['learner', 'readings'])
const KNOWN = /^known\/(zh|en)$/

/** What a group holds now, by name; names of later versions included. */
export const groupOf = (row: Merged): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row.fields).map(([name, { v }]) => [name, v]))

/** Words of a group that are marked as known. */
export const knownWords = (row: Merged): ReadonlySet<string> =>
  new Set(Object.entries(row.fields).flatMap(([word, { v }]) => (v === true ? [word] : [])))

/** Marks words as known, or takes that back. */
export const writeKnown = (
  row: Merged,
  words: readonly string[],
  known: boolean,
  now: Now,
): Written => writeFields(row, Object.fromEntries(words.map((word) => [word, known])), now)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields that one setting as it was stored before (one key, one value) comes to, and their row. */
export function settingFields(
  key: string,
  value: unknown,
): { readonly row: string; readonly fields: Readonly<Record<string, unknown>> } {
  if (KNOWN.test(key) && Array.isArray(value)) {
    const words = value.filter((word) => typeof word === 'string')
    return { row: key, fields: Object.fromEntries(words.map((word) => [word, true])) }
  }
  if (GROUPS.has(key) && isRecord(value)) return { row: key, fields: value }
  return { row: OTHER_SETTINGS, fields: { [key]: value } }
}
