import type { Anchor, Context, Note } from '../model.ts'
import { emptyRow, mergeRows, withFacts, type Merged, type Stamped } from '../records/merged.ts'
import { machineStamp } from '../records/stamp.ts'
import type { Names } from './migrateArticles.ts'
import { contextFacts, rowOfNote, SUSPENSION } from './noteRow.ts'
import type { AnchorV1, ArticleRecordV1, ContextV1, NoteV1 } from './recordsV1.ts'

/** An anchor that does not fit the revision it names, because its text came from another device, keeps its quote alone. */
function migrateAnchor(anchor: AnchorV1, names: Names): Anchor {
  const { side, start, end, quote } = anchor
  const there = names.revisionOf(anchor, anchor.revision)
  const article = names.articleOf(anchor.article)
  return there?.text.slice(start, end) === quote
    ? { article, side, revision: there.revision.id, start, end, quote }
    : { article, side, revision: '', start: 0, end: 0, quote }
}

const migrateContext = ({ article, zh, en, quote }: ContextV1, names: Names): Context => ({
  article: names.articleOf(article),
  zh: zh && migrateAnchor(zh, names),
  en: en && migrateAnchor(en, names),
  quote,
})

const contextsOf = (contexts: readonly ContextV1[], names: Names): readonly Context[] =>
  contexts.map((context) => migrateContext(context, names))

function shared(note: NoteV1, names: Names): Note {
  const { id, learning, createdAt } = note
  if (note.kind === 'sentence')
    return { kind: note.kind, id, learning, createdAt, anchor: migrateAnchor(note.anchor, names) }
  const { edits: _edits, deletedAt: _deletedAt, contexts, ...kept } = note
  return { ...kept, contexts: contextsOf(contexts, names) }
}

/** What was taken from notes when articles were deleted, and what was suspended because a text was lost. */
export interface Taken {
  readonly sentences: ReadonlySet<string>
  readonly contexts: ReadonlyMap<string, readonly (readonly ContextV1[])[]>
  readonly suspensions: ReadonlyMap<string, readonly string[]>
}

/** What article records knew of notes. */
export function takenBy(articles: readonly ArticleRecordV1[]): Taken {
  const terms = articles.flatMap(({ taken }) => taken?.terms ?? [])
  const cares = articles.flatMap(({ care }) => care)
  return {
    sentences: new Set(articles.flatMap(({ taken }) => taken?.sentences ?? [])),
    contexts: grouped(
      terms,
      ({ note }) => note,
      ({ contexts }) => [contexts],
    ),
    suspensions: grouped(
      cares,
      ({ note }) => note,
      ({ suspensions }) => suspensions,
    ),
  }
}

function grouped<T, U>(
  all: readonly T[],
  nameOf: (one: T) => string,
  valuesOf: (one: T) => readonly U[],
): ReadonlyMap<string, readonly U[]> {
  const groups = new Map<string, U[]>()
  for (const one of all) {
    const group = groups.get(nameOf(one)) ?? []
    groups.set(nameOf(one), group)
    group.push(...valuesOf(one))
  }
  return groups
}

const suspensionFacts = (taken: Taken, note: string) =>
  Object.fromEntries((taken.suspensions.get(note) ?? []).map((entry) => [SUSPENSION + entry, true]))

/**
 * What the learner did to a note. Of a sentence that went with its article nothing is said: it is hidden while the article
 * is deleted.
 */
function lifeOf(note: NoteV1, isTaken: boolean): Readonly<Record<string, Stamped>> {
  const { createdAt, deletedAt } = note
  const made = machineStamp(createdAt)
  const edits = Object.entries(note.kind === 'term' ? (note.edits ?? {}) : {})
  const isDeleted = deletedAt !== undefined && !isTaken
  return {
    ...Object.fromEntries(edits.map(([name, v]): [string, Stamped] => [name, { v, t: made }])),
    deleted: { v: isDeleted, t: isDeleted ? machineStamp(deletedAt) : made },
  }
}

/** A note of the version before as a row. */
export function migrateNote(note: NoteV1, taken: Taken, names: Names): Merged {
  const row = rowOfNote(shared(note, names), 0)
  const lost = taken.contexts.get(note.id) ?? []
  // Contexts that went with an article are only hidden now, and stand where they stood.
  const back = lost.map((contexts) => contextFacts(contextsOf(contexts, names), note.createdAt))
  const whole = back.reduce(withFacts, withFacts(row, suspensionFacts(taken, note.id)))
  return mergeRows(whole, {
    ...emptyRow(note.id),
    fields: lifeOf(note, taken.sentences.has(note.id)),
  })
}

/** Rows of notes that are not among the records, but had cards suspended. */
export function strayRows(taken: Taken, notes: readonly NoteV1[]): readonly Merged[] {
  const known = new Set(notes.map(({ id }) => id))
  return [...taken.suspensions.keys()]
    .filter((id) => !known.has(id))
    .map((id) => withFacts(emptyRow(id), suspensionFacts(taken, id)))
}
