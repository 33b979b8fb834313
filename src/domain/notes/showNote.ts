import type {
  Anchor,
  Context,
  Level,
  Note,
  SentenceNote,
  Side,
  Sides,
  TermEdits,
  TermNote,
} from '../model.ts'
import { fieldOf, inOrder, under, valueOf, type Merged } from '../records/merged.ts'
import { isAlive } from '../records/writing.ts'
import {
  BASE,
  CONTEXT,
  COUNTERPART,
  FOUND,
  KINDS,
  RELEASED,
  SUSPENSION,
  isHidden,
  type BaseFact,
  type ContextFact,
  type PlaceFact,
} from './noteRow.ts'
import { isBareQuote } from './contexts.ts'

/** A note as it is shown. */
export interface ShownNote {
  readonly note: Note
  /** `deleted`: by the learner. `hidden`: a sentence whose article is; it comes back with it. */
  readonly state: 'alive' | 'deleted' | 'hidden'
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isSide = (value: unknown): value is Side => value === 'zh' || value === 'en'
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(isText)

function isPlace(value: unknown): value is PlaceFact {
  if (!isRecord(value)) return false
  const { revision, quote, start, end } = value
  return isText(revision) && isText(quote) && isNumber(start) && isNumber(end)
}

function isBase(value: unknown): value is BaseFact {
  if (!isRecord(value) || !isSide(value['learning']) || !isNumber(value['createdAt'])) return false
  if (value['kind'] === 'sentence') return isText(value['article']) && isPlace(value['anchor'])
  const { kind, headword, reading, sense } = value
  return kind === 'term' && isText(headword) && isText(reading) && isNumber(sense)
}

function isContext(value: unknown): value is ContextFact {
  if (!isRecord(value) || !isText(value['article']) || !isRecord(value['quote'])) return false
  const { zh, en, quote } = value
  if ((zh !== null && !isPlace(zh)) || (en !== null && !isPlace(en))) return false
  return isText(quote['zh']) && isText(quote['en'])
}

const anchorOf = (article: string, side: Side, place: PlaceFact): Anchor => ({
  article,
  side,
  ...place,
})

function contextOf({ article, zh, en, quote }: ContextFact): Context {
  const anchor = (side: Side, place: PlaceFact | null) => place && anchorOf(article, side, place)
  return { article, zh: anchor('zh', zh), en: anchor('en', en), quote }
}

/** Contexts or counterparts in order, without those that were taken back. */
const metIn = (row: Merged, prefix: string) =>
  inOrder(row, prefix).filter(([name]) => !isHidden(row, prefix + name))

/** Contexts of articles that are shown; without any, the first one as a bare quote. */
function shownContexts(row: Merged, isShown: (article: string) => boolean) {
  const all = metIn(row, CONTEXT).flatMap(([, fact]) => (isContext(fact) ? [contextOf(fact)] : []))
  const shown = all.filter((context) => !isBareQuote(context) && isShown(context.article))
  return shown.length > 0 ? shown : all.slice(0, 1).map((one) => ({ ...one, zh: null, en: null }))
}

function editsOf(row: Merged): TermEdits | undefined {
  const [reading, gloss, counterparts] = ['reading', 'gloss', 'counterparts'].map((name) =>
    fieldOf(row, name),
  )
  const edits: TermEdits = {
    ...(isText(reading) ? { reading } : {}),
    ...(isTexts(gloss) ? { gloss } : {}),
    ...(isTexts(counterparts) ? { counterparts } : {}),
  }
  return Object.keys(edits).length > 0 ? edits : undefined
}

const isLevel = (value: unknown): value is Level => isRecord(value)

function foundIn(row: Merged) {
  const found = fieldOf(row, FOUND)
  const { gloss, level, reading } = isRecord(found) ? found : {}
  return {
    gloss: isTexts(gloss) ? gloss : [],
    level: isLevel(level) ? level : {},
    reading: isText(reading) ? reading : '',
  }
}

/** The kinds of card it has, where somebody chose. */
function kindsOf(row: Merged): Pick<Note, 'kinds'> {
  const kinds = fieldOf(row, KINDS)
  return isTexts(kinds) ? { kinds } : {}
}

/** Articles in which a note has a place, hidden ones included, in the order in which it was met there. */
export function articlesIn(row: Merged): readonly string[] {
  const base = valueOf(row.facts, BASE)
  const own = isBase(base) && 'article' in base ? [base.article] : []
  const met = metIn(row, CONTEXT).flatMap(([, fact]) =>
    isContext(fact) && (fact.zh !== null || fact.en !== null) ? [fact.article] : [],
  )
  return [...new Set([...own, ...met])]
}

/** Entries of the version before that still suspend this note's cards because of lost text: to be voided once it is well. */
export const suspensionsOf = (row: Merged): readonly string[] =>
  [...under(row.facts, SUSPENSION)]
    .map(([entry]) => entry)
    .filter((entry) => !Object.hasOwn(row.facts, RELEASED + entry))
    .sort()

/**
 * What is shown of a note; null when its row does not say what it is, or it is of a kind this version does not know.
 *
 * Contexts of deleted articles are hidden, not gone: so the undo of a deletion needs nothing saved.
 *
 * @param isShown whether an article is here and alive
 */
export function showNote(row: Merged, isShown: (article: string) => boolean): ShownNote | null {
  const base = valueOf(row.facts, BASE)
  if (!isBase(base)) return null
  const { learning, createdAt } = base
  if ('anchor' in base) {
    const anchor = anchorOf(base.article, learning, base.anchor)
    const kinds = kindsOf(row)
    const note: SentenceNote = {
      ...kinds,
      kind: 'sentence',
      id: row.id,
      learning,
      createdAt,
      anchor,
    }
    const state = isShown(base.article) ? 'alive' : 'hidden'
    return { note, state: isAlive(row) ? state : 'deleted' }
  }
  const { headword, sense } = base
  const { gloss, level, reading } = foundIn(row)
  const edits = editsOf(row)
  const note: TermNote = {
    ...kindsOf(row),
    kind: 'term',
    id: row.id,
    learning,
    createdAt,
    headword,
    reading: base.reading || reading,
    sense,
    gloss,
    counterparts: metIn(row, COUNTERPART).map(([text]) => text),
    level,
    contexts: shownContexts(row, isShown),
    ...(edits === undefined ? {} : { edits }),
  }
  return { note, state: isAlive(row) ? 'alive' : 'deleted' }
}

/** The anchors of a note in one article, one pair a context: for `mapPair`. */
export function pairsIn(note: Note, article: string): readonly Sides<Anchor | null>[] {
  if (note.kind === 'term')
    return note.contexts.filter((context) => context.article === article && !isBareQuote(context))
  if (note.anchor.article !== article) return []
  return [note.anchor.side === 'zh' ? { zh: note.anchor, en: null } : { zh: null, en: note.anchor }]
}
