import { canonical, isSameValue } from './canonical.ts'
import { isStamp, type Stamp } from './stamp.ts'

/** A value that a greater stamp writes over. */
export interface Stamped {
  readonly v: unknown
  readonly t: Stamp
}

/**
 * What two devices share of one record. A fact is never changed, a field is written over by a greater stamp, and there
 * is no third kind of change: so merging is union, and names nobody here knows merge and travel on untouched.
 */
export interface Merged {
  readonly id: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly fields: Readonly<Record<string, Stamped>>
}

export const emptyRow = (id: string): Merged => ({ id, facts: {}, fields: {} })

const madeAt = (fact: unknown): number => {
  const at: unknown = typeof fact === 'object' && fact !== null && Reflect.get(fact, 'createdAt')
  return typeof at === 'number' ? at : 0
}

/**
 * The one to keep of two facts of one name (another version of the app, a cloned profile, a damaged copy): the earlier,
 * then the one whose canonical JSON is smaller. The first of two alike.
 */
export function mergeFact(a: unknown, b: unknown): unknown {
  if (isSameValue(a, b)) return a
  if (madeAt(a) !== madeAt(b)) return madeAt(a) < madeAt(b) ? a : b
  return canonical(a) <= canonical(b) ? a : b
}

/** The one to keep of two fields: the greater stamp, then the greater canonical JSON. The first of two alike. */
export function mergeField(a: Stamped, b: Stamped): Stamped {
  if (a.t !== b.t) return a.t > b.t ? a : b
  return isSameValue(a.v, b.v) || canonical(a.v) >= canonical(b.v) ? a : b
}

/** All of `ours` with what `theirs` adds; `ours` itself when that is nothing. */
function unite<T>(
  ours: Readonly<Record<string, T>>,
  theirs: Readonly<Record<string, T>>,
  keep: (a: T, b: T) => T,
): Readonly<Record<string, T>> {
  const added: [string, T][] = []
  for (const [name, their] of Object.entries(theirs)) {
    const own = valueOf(ours, name)
    const kept = own === undefined ? their : keep(own, their)
    if (kept !== own) added.push([name, kept])
  }
  return added.length === 0 ? ours : { ...ours, ...Object.fromEntries(added) }
}

/**
 * Two rows of one record as one: the same in whatever order, however often, and however grouped rows are merged.
 * `ours` itself when `theirs` adds nothing.
 *
 * @throws RangeError when they are not of one record
 */
export function mergeRows(ours: Merged, theirs: Merged): Merged {
  if (ours.id !== theirs.id) throw new RangeError(`${ours.id} is not ${theirs.id}`)
  const facts = unite(ours.facts, theirs.facts, mergeFact)
  const fields = unite(ours.fields, theirs.fields, mergeField)
  return facts === ours.facts && fields === ours.fields ? ours : { id: ours.id, facts, fields }
}

/** The row with these facts as well; those it has already are merged. */
export const withFacts = (row: Merged, facts: Readonly<Record<string, unknown>>): Merged =>
  mergeRows(row, { id: row.id, facts, fields: {} })

/** What stands under a name, which may be a word such as `constructor`; undefined when nothing does. */
export const valueOf = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined

/** The value of a field; undefined when it was never written. */
export const fieldOf = (row: Merged, name: string): unknown => valueOf(row.fields, name)?.v

/** Entries whose names start with `prefix`, without it. */
export function* under<T>(
  values: Readonly<Record<string, T>>,
  prefix: string,
): Generator<readonly [name: string, value: T]> {
  for (const [name, value] of Object.entries(values))
    if (name.startsWith(prefix)) yield [name.slice(prefix.length), value]
}

/** Facts under a prefix in the order in which lists are shown everywhere: by `createdAt`, then by name. */
export const inOrder = (row: Merged, prefix: string): readonly (readonly [string, unknown])[] =>
  [...under(row.facts, prefix)].sort(
    ([nameA, a], [nameB, b]) => madeAt(a) - madeAt(b) || (nameA < nameB ? -1 : 1),
  )

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isStamped = (value: unknown): value is Stamped =>
  isRecord(value) && value['v'] !== undefined && isStamp(value['t'])

/** A row out of a file or from another device; null when it is none, or a stamp in it has another form. */
export function readRow(value: unknown): Merged | null {
  if (!isRecord(value)) return null
  const { id, facts, fields } = value
  if (typeof id !== 'string' || id === '' || !isRecord(facts) || !isRecord(fields)) return null
  const stamped = Object.entries(fields).filter((entry): entry is [string, Stamped] =>
    isStamped(entry[1]),
  )
  if (stamped.length < Object.keys(fields).length) return null
  return { id, facts, fields: Object.fromEntries(stamped) }
}
