import type { ArticleRecord } from '../domain/article/record.ts'
import type { Entry, Note, Revision } from '../domain/model.ts'
import { ANSWER_FIELDS, valuesBefore } from './answerFields.ts'
import { count, listOf, name, number, oneOf, shape, text, type Check } from './checks.ts'
import { isArticleRecord, isEntry, isNote, isRevision } from './modelChecks.ts'

/**
 * A full backup: one gzip'ed file of JSON lines, readable with `zcat`. The first line says what it is and how much of
 * everything follows, then comes one line a record, and the last one carries the CRC-32 of all lines before it.
 * Answers, of which there are many, are lists of values; the first line names their fields.
 */
export interface Backup {
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  readonly articles: readonly ArticleRecord[]
  readonly revisions: readonly Revision[]
  readonly notes: readonly Note[]
  readonly entries: readonly Entry[]
  readonly settings: readonly Setting[]
  /** Records of kinds that only a newer version knows, as they came: written again, and nothing else. */
  readonly unknown?: readonly UnknownRecord[]
}

/** A line with one field, which names its kind. */
export type UnknownRecord = Readonly<Record<string, unknown>>

export interface Setting {
  readonly key: string
  readonly value: unknown
}

const ANSWER_FIELD_NAMES = ANSWER_FIELDS.map(([field]) => field)
const FORMAT = 'duizhao-backup'
/** Raised when an older program could no longer read what we write. */
export const VERSION = 1

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
  readonly version: typeof VERSION
  readonly createdAt: number
  readonly counts: Counts
  /** What the values of an answer are, in order. */
  readonly answer: readonly string[]
}

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
  version: oneOf(VERSION),
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
const isSetting: Check<Setting> = shape<Setting>({
  key: text,
  value: (value): value is unknown => value !== undefined,
})

const isUnknown = (value: unknown): value is UnknownRecord => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const [kind, ...others] = Object.keys(value)
  return kind !== undefined && others.length === 0 && !LINES.has(kind)
}

/** How many records of other kinds a first line speaks of. */
const unknownIn = (counts: Readonly<Record<string, unknown>>): number =>
  Object.entries(counts)
    .filter(([kind]) => !KINDS.some((known) => known === kind))
    .reduce((sum, [, many]) => sum + (count(many) ? many : Number.NaN), 0)

/** The unknown ones are counted by the name they have in their lines. */
function unknownCounts(records: readonly UnknownRecord[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of records.flatMap(Object.keys)) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const countsOf = (backup: Backup): Counts => ({
  ...unknownCounts(backup.unknown ?? []),
  articles: backup.articles.length,
  revisions: backup.revisions.length,
  notes: backup.notes.length,
  entries: backup.entries.length,
  settings: backup.settings.length,
})

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
  for (const record of backup.unknown ?? []) yield JSON.stringify(record)
}

/** An answer as a list of values, unless it has fields of a newer version; any other entry as it is. */
function packed(entry: Entry): object {
  const plain =
    entry.type === 'answer' && Object.keys(entry).length === ANSWER_FIELD_NAMES.length + 1
  return plain
    ? { answer: ANSWER_FIELD_NAMES.map((field): unknown => Reflect.get(entry, field)) }
    : { entry }
}

/** What {@link packed} made of an entry, as `{ entry }` again; anything else as it is. */
function unpacked(value: unknown, fields: readonly string[]): unknown {
  if (!isPacked(value) || value.answer.length !== fields.length) return value
  const named = fields.map((field, i) => [field, value.answer[i]])
  return { entry: { type: 'answer', ...valuesBefore(), ...Object.fromEntries(named) } }
}

/** Records as they come, each into its list. */
export function collector(header: Header) {
  const lists = {
    articles: new Array<ArticleRecord>(),
    revisions: new Array<Revision>(),
    notes: new Array<Note>(),
    entries: new Array<Entry>(),
    settings: new Array<Setting>(),
  }
  const unknown: UnknownRecord[] = []
  const take = <T>(value: unknown, field: string, check: Check<T>, list: T[]): boolean => {
    if (typeof value !== 'object' || value === null) return false
    const record: unknown = Reflect.get(value, field)
    if (!check(record)) return false
    list.push(record)
    return true
  }
  return {
    /** Takes the value of a line; false when it is no record. */
    add: (line: unknown): boolean => {
      const value = unpacked(line, header.answer)
      return (
        take(value, 'entry', isEntry, lists.entries) ||
        take(value, 'note', isNote, lists.notes) ||
        take(value, 'revision', isRevision, lists.revisions) ||
        take(value, 'article', isArticleRecord, lists.articles) ||
        take(value, 'setting', isSetting, lists.settings) ||
        (isUnknown(value) && unknown.push(value) > 0)
      )
    },
    /** The backup; null when there are more or fewer records than the first line said. */
    whole: (): Backup | null => {
      const known = { createdAt: header.createdAt, ...lists }
      const isWhole =
        KINDS.every((kind) => lists[kind].length === header.counts[kind]) &&
        unknown.length === unknownIn({ ...header.counts })
      if (!isWhole) return null
      return unknown.length === 0 ? known : { ...known, unknown }
    },
  }
}
