import { type Entry } from '../domain/srs/entries.ts'
import type { SharedRevision } from '../domain/article/sharedRevision.ts'
import type { Migrated } from '../domain/notes/migrate.ts'
import { readRow, type Merged } from '../domain/records/merged.ts'
import { ANSWER_FIELDS, valuesBefore } from './answerFields.ts'
import { count, listOf, name, number, oneOf, shape, type Check } from './checks.ts'
import { flawOfEntry, isEntry } from './modelChecks.ts'
import { flawOfRow, isRevision, type RowKind } from './rowChecks.ts'

/**
 * A full backup: one gzip'ed file of JSON lines, readable with `zcat`. The first line says what it is and how much of
 * everything follows, then comes one line a row, revision or entry, and the last one carries the CRC-32 of all lines
 * before it. Answers, of which there are many, are lists of values; the first line names their fields.
 *
 * Notes stand in the order in which they came.
 */
export interface Backup extends Migrated {
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  /** Records of kinds that only a newer version knows, as they came: to be kept and handed on. */
  readonly unknown: readonly UnknownRecord[]
}

/** A line with one field, which names its kind. */
export type UnknownRecord = Readonly<Record<string, unknown>>

const FORMAT = 'duizhao-backup'
/** Raised when an older program could no longer read what we write. */
export const VERSION = 2

const KINDS = ['articles', 'revisions', 'notes', 'entries', 'settings'] as const
type Counts = Readonly<Record<(typeof KINDS)[number], number>>
/** What a line may be; any other single field is a record of a newer version. */
const LINES: ReadonlySet<string> = new Set([
  ...['setting', 'article', 'revision', 'note', 'entry', 'answer'],
  'crc32',
])

/** The first line. */
export interface Header {
  readonly format: typeof FORMAT
  readonly version: number
  readonly createdAt: number
  /** Of unknown records by the name they have in their lines. */
  readonly counts: Counts
  /** What the values of an answer are, in order. */
  readonly answer: readonly string[]
}

const ANSWER_FIELD_NAMES = ANSWER_FIELDS.map(([field]) => field)

/** The last line. */
export interface Footer {
  readonly crc32: number
}

/** Whether a value is the first line of a backup, of whatever version. */
export const isForm = shape<{ format: string; version: number }>({
  format: oneOf(FORMAT),
  version: number,
})
export const isHeader = shape<Header>({
  format: oneOf(FORMAT),
  version: count,
  createdAt: number,
  counts: shape<Counts>({
    articles: count,
    revisions: count,
    notes: count,
    entries: count,
    settings: count,
  }),
  answer: listOf(name),
})
export const isFooter = shape<Footer>({ crc32: count })
const isPacked = shape<{ answer: readonly unknown[] }>({
  answer: (value): value is readonly unknown[] => Array.isArray(value),
})

/** A line of a kind that is not known here. */
export const isUnknown = (value: unknown): value is UnknownRecord => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const [kind, ...others] = Object.keys(value)
  return kind !== undefined && kind !== '' && others.length === 0 && !LINES.has(kind)
}

/** How many records of other kinds a first line speaks of. */
const unknownIn = (counts: object): number =>
  Object.entries(counts)
    .filter(([kind]) => !KINDS.some((known) => known === kind))
    .reduce((sum, [, many]: [string, unknown]) => sum + (count(many) ? many : Number.NaN), 0)

function countsOf(backup: Backup): Counts {
  const unknown = new Map<string, number>()
  for (const kind of backup.unknown.flatMap(Object.keys))
    unknown.set(kind, (unknown.get(kind) ?? 0) + 1)
  return {
    ...Object.fromEntries(unknown),
    articles: backup.articles.length,
    revisions: backup.revisions.length,
    notes: backup.notes.length,
    entries: backup.entries.length,
    settings: backup.settings.length,
  }
}

/** All lines but the last. */
export function* linesOf(backup: Backup): Generator<string> {
  const { createdAt } = backup
  const counts = countsOf(backup)
  const header: Header = {
    format: FORMAT,
    version: VERSION,
    createdAt,
    counts,
    answer: ANSWER_FIELD_NAMES,
  }
  yield JSON.stringify(header)
  for (const setting of backup.settings) yield JSON.stringify({ setting })
  for (const article of backup.articles) yield JSON.stringify({ article })
  for (const revision of backup.revisions) yield JSON.stringify({ revision })
  for (const note of backup.notes) yield JSON.stringify({ note })
  for (const entry of backup.entries) yield JSON.stringify(packed(entry))
  for (const record of backup.unknown) yield JSON.stringify(record)
}

/** An answer as a list of values, unless it has fields of a newer version; any other entry as it is. */
function packed(entry: Entry): object {
  const plain =
    entry.type === 'answer' && Object.keys(entry).length === ANSWER_FIELD_NAMES.length + 1
  return plain
    ? { answer: ANSWER_FIELD_NAMES.map((field): unknown => Reflect.get(entry, field)) }
    : { entry }
}

/**
 * What makes an answer again of what {@link packed} made of it; null for any other line.
 *
 * @param fields what the values are, in order
 */
export function answerUnpacker(
  fields: readonly string[],
): (line: unknown) => Readonly<Record<string, unknown>> | null {
  // Copies of one object: made field by field, a hundred thousand of them take seconds.
  const blank: Readonly<Record<string, unknown>> = {
    ...{ type: 'answer', ...valuesBefore() },
    ...Object.fromEntries(fields.map((field) => [field, null])),
  }
  return (line) => {
    if (!isPacked(line) || line.answer.length !== fields.length) return null
    const answer = { ...blank }
    for (let at = 0; at < fields.length; at++) answer[fields[at]!] = line.answer[at]
    return answer
  }
}

/** Records as they come, each into its list. */
export interface Collector {
  /** Takes the value of a line; where it is wrong, `''` when that cannot be said, null when it is not. */
  readonly add: (line: unknown) => string | null
  /** The backup; null when there are more or fewer records than the first line said. */
  readonly whole: () => Backup | null
}

/** The one field of a line: its kind and the record. */
export function recordIn(line: unknown): readonly [kind: string, record: unknown] | null {
  if (typeof line !== 'object' || line === null) return null
  const [only, ...others] = Object.entries(line)
  return only === undefined || others.length > 0 ? null : only
}

/** Puts a record into a list; `''` when it is none of those, else null. */
export function take<T>(record: unknown, check: Check<T>, list: T[]): '' | null {
  if (!check(record)) return ''
  list.push(record)
  return null
}

/** Reads the lines of today's version. */
export function collector({ createdAt, counts, answer }: Header): Collector {
  const rows = {
    article: new Array<Merged>(),
    note: new Array<Merged>(),
    setting: new Array<Merged>(),
  }
  const revisions: SharedRevision[] = []
  const entries: Entry[] = []
  const unknown: UnknownRecord[] = []
  const isRowKind = (kind: string): kind is RowKind => Object.hasOwn(rows, kind)

  const addRow = (kind: RowKind, value: unknown): string | null => {
    const flaw = flawOfRow(kind, value)
    const row = flaw === null ? readRow(value) : null
    if (row === null) return flaw ?? 'row'
    rows[kind].push(row)
    return null
  }

  const addEntry = (value: unknown): string | null =>
    take(value, isEntry, entries) === null ? null : flawOfEntry(value)
  const unpack = answerUnpacker(answer)

  return {
    add: (line) => {
      const given = unpack(line)
      if (given !== null) return addEntry(given)
      const [kind, record] = recordIn(line) ?? ['', null]
      if (isRowKind(kind)) return addRow(kind, record)
      if (kind === 'revision') return take(record, isRevision, revisions)
      if (kind === 'entry') return addEntry(record)
      return take(line, isUnknown, unknown)
    },
    whole: () => {
      const { article: articles, note: notes, setting: settings } = rows
      const backup: Backup = { createdAt, articles, revisions, notes, entries, settings, unknown }
      const isWhole =
        KINDS.every((kind) => backup[kind].length === counts[kind]) &&
        unknown.length === unknownIn(counts)
      return isWhole ? backup : null
    },
  }
}
