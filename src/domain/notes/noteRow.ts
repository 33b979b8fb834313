import { hashOf } from '../ids.ts'
import { oldestPlace } from '../article/sharedAnchor.ts'
import type { RevisionTree } from '../article/revisionTree.ts'
import type { Anchor, Context, Note, SentenceNote, Sides, TermEdits, TermNote } from '../model.ts'
import { canonical } from '../records/canonical.ts'
import {
  emptyRow,
  fieldOf,
  mergeRows,
  valueOf,
  type Merged,
  type Stamped,
} from '../records/merged.ts'
import { machineStamp, type Now } from '../records/stamp.ts'
import { writeFields, type Written } from '../records/writing.ts'

/** Names of facts and fields of a note's row. */
export const BASE = 'base'
export const CONTEXT = 'context/'
export const COUNTERPART = 'counterpart/'
/** An entry that suspended a card because its text was lost, written by the version before. */
export const SUSPENSION = 'suspension/'
/** Of such an entry: that it was taken back. */
export const RELEASED = 'released/'
/** Of a context or counterpart, before its whole name: that the learner took back having met it. */
export const HIDDEN = 'hidden/'
export const FOUND = 'found'
/** The kinds of card it has, where somebody chose. */
export const KINDS = 'kinds'

/** A place as it lies in a fact: the article and the side are known from where it stands. */
export type PlaceFact = Pick<Anchor, 'revision' | 'start' | 'end' | 'quote'>

export const placeFact = ({ revision, start, end, quote }: Anchor): PlaceFact => ({
  revision,
  start,
  end,
  quote,
})

/** Told apart by what stood there, not by where: a pair met again after an edit elsewhere is the same pair. */
export const contextName = ({ article, quote, zh, en }: Context): string =>
  hashOf([canonical([article, quote.zh, quote.en, zh?.quote, en?.quote])])

/** Id of a sentence note: where its very letters first stood, so that it is one note on every device. */
export function sentenceIdOf(anchor: Anchor, tree: RevisionTree): string {
  const { article, side, revision, start, end } = oldestPlace(anchor, tree)
  return `s${hashOf([article, side, revision, start, end])}`
}

/** A context as a fact. */
export interface ContextFact extends Sides<PlaceFact | null> {
  readonly createdAt: number
  readonly article: string
  readonly quote: Sides<string>
}

/**
 * Contexts as facts, in the order given.
 *
 * @param createdAt lists are ordered by it: the n-th counts as n ms later, so that their order is kept
 */
export function contextFacts(
  contexts: readonly Context[],
  createdAt: number,
): Readonly<Record<string, ContextFact>> {
  const facts = contexts.map((context, i): [string, ContextFact] => {
    const { article, zh, en, quote } = context
    const places = { zh: zh && placeFact(zh), en: en && placeFact(en) }
    return [CONTEXT + contextName(context), { createdAt: createdAt + i, article, ...places, quote }]
  })
  // A pair that is there twice keeps its first place.
  return Object.fromEntries(facts.toReversed())
}

/** Counterparts as facts, in the order given. */
export const counterpartFacts = (counterparts: readonly string[], createdAt: number) =>
  Object.fromEntries(
    [...new Set(counterparts)].map((text, i) => [COUNTERPART + text, { createdAt: createdAt + i }]),
  )

/** That these entries were taken back, as facts. */
export const releasedFacts = (entries: readonly string[]) =>
  Object.fromEntries(entries.map((entry) => [RELEASED + entry, true]))

/** What identifies a note, as a fact. */
export type BaseFact =
  | (Pick<SentenceNote, 'kind' | 'learning' | 'createdAt'> & {
      readonly article: string
      readonly anchor: PlaceFact
    })
  | Pick<TermNote, 'kind' | 'learning' | 'createdAt' | 'headword' | 'reading' | 'sense'>

function baseFact(note: Note): BaseFact {
  const { learning, createdAt } = note
  if (note.kind === 'sentence') {
    const { article } = note.anchor
    return { kind: note.kind, learning, createdAt, article, anchor: placeFact(note.anchor) }
  }
  const { kind, headword, reading, sense } = note
  return { kind, learning, createdAt, headword, reading, sense }
}

/**
 * What the dictionary of one release says of a term. How an English word is said is found like its gloss; a Chinese
 * reading is part of what the note is.
 */
function foundOf({ learning, gloss, level, reading }: TermNote) {
  return { gloss, level, ...(learning === 'en' ? { reading } : {}) }
}

const kindsField = ({ kinds, createdAt }: Note): Readonly<Record<string, Stamped>> =>
  kinds === undefined ? {} : { [KINDS]: { v: kinds, t: machineStamp(createdAt) } }

/**
 * A note as a row, without what a person writes.
 *
 * @param release of the dictionary that its gloss and level come from, a number that grows; 0 when nobody knows
 */
export function rowOfNote(note: Note, release: number): Merged {
  const base = { [BASE]: baseFact(note) }
  if (note.kind === 'sentence') return { id: note.id, facts: base, fields: kindsField(note) }
  return {
    id: note.id,
    facts: {
      ...base,
      ...contextFacts(note.contexts, note.createdAt),
      ...counterpartFacts(note.counterparts, note.createdAt),
    },
    fields: { ...kindsField(note), [FOUND]: { v: foundOf(note), t: machineStamp(release) } },
  }
}

/** Whether a context or counterpart was taken back, by its whole name. */
export const isHidden = (row: Merged, name: string): boolean => fieldOf(row, HIDDEN + name) === true

const namesMet = (note: Note): readonly string[] =>
  Object.keys(rowOfNote(note, 0).facts).filter((name) => name !== BASE)

/**
 * Names of the contexts and counterparts that picking a note shows anew.
 *
 * @param row the note's row before it is picked
 */
export const metAnew = (row: Merged, note: Note): readonly string[] =>
  namesMet(note).filter((name) => valueOf(row.facts, name) === undefined || isHidden(row, name))

/** The row without what was met anew, as {@link metAnew} named it: facts stay for ever, so they are hidden. */
export const hideMet = (row: Merged, names: readonly string[], now: Now): Written =>
  writeFields(row, Object.fromEntries(names.map((name) => [HIDDEN + name, true])), now)

/**
 * The row of a note that was picked: one that is here already gains contexts and counterparts, and is alive again.
 *
 * @param row the note's row, null when it is new here
 * @param release as in {@link rowOfNote}
 */
export function pickNote(row: Merged | null, note: Note, release: number, now: Now): Written {
  const merged = mergeRows(row ?? emptyRow(note.id), rowOfNote(note, release))
  const back = namesMet(note).filter((name) => isHidden(merged, name))
  const shown = Object.fromEntries(back.map((name) => [HIDDEN + name, false]))
  return writeFields(merged, { ...shown, deleted: false }, now)
}

/**
 * The row with the learner's own words written over the note's; null takes an edit back.
 *
 * @param edits only what was changed
 */
export const editNote = (
  row: Merged,
  edits: { readonly [Name in keyof TermEdits]: TermEdits[Name] | null },
  now: Now,
): Written => writeFields(row, edits, now)
