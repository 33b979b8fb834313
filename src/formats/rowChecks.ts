import { BASE as ARTICLE_BASE, CHUNK, CONTENT } from '../domain/article/articleRow.ts'
import { isTrueRevision, type SharedRevision } from '../domain/article/sharedRevision.ts'
import { TERMS, type TermList } from '../domain/article/termLists.ts'
import { deckIn, importId, VERSION, versionId, type Version } from '../domain/article/versions.ts'
import { hashOf } from '../domain/ids.ts'
import {
  BASE as NOTE_BASE,
  CONTEXT,
  COUNTERPART,
  type BaseFact,
  type ContextFact,
  type PlaceFact,
} from '../domain/notes/noteRow.ts'
import { canonical } from '../domain/records/canonical.ts'
import type { Alignment, Bead, Segment } from '../domain/model.ts'
import { isStamp } from '../domain/records/stamp.ts'
import {
  count,
  either,
  identifier,
  listOf,
  maybe,
  name,
  number,
  oneOf,
  orNull,
  shape,
  text,
  type Check,
} from './checks.ts'
import { edit, side, sidesOf, span, term } from './modelChecks.ts'

/**
 * Checks of rows and revisions out of a file. Facts and fields that nobody here knows are let be; those that are known
 * must be what their readers take them for, and those that are named by their content must be that content: merged, a
 * damaged one could take the place of a sound one.
 */

type Values = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a fact, by its name without the prefix, is sound in the row of this id. */
type FactCheck = (value: unknown, name: string, row: string) => boolean

const isArrival = shape<{ createdAt: number }>({ createdAt: number })
const isNamedByContent = (value: unknown, own: string): boolean =>
  hashOf([canonical(value)]) === own

/** Beads in a row, each with as many numbers as it says. */
function isPackedChunk(value: unknown): boolean {
  if (!Array.isArray(value)) return false
  let next = 0
  while (next < value.length) {
    const [confidence, zh, en]: readonly unknown[] = value.slice(next, next + 3)
    if (!number(confidence) || !count(zh) || !count(en)) return false
    const end = next + 3 + 3 * (zh + en)
    if (end > value.length || !value.slice(next + 3, end).every(Number.isSafeInteger)) return false
    next = end
  }
  return true
}

const isWholeChunk = shape<Alignment>({
  segments: sidesOf(listOf(shape<Segment>({ start: count, end: count, paragraph: count }))),
  beads: listOf(shape<Bead>({ zh: span, en: span, confidence: number })),
})
const isTerms = shape<TermList>({ revision: sidesOf(name), terms: listOf(term) })

const isVersion = shape<Version>({
  from: listOf(name),
  by: oneOf('hand', 'import'),
  t: isStamp,
  createdAt: maybe(number),
  body: shape<Version['body']>({ revision: sidesOf(name), chunks: listOf(name), terms: name }),
})

/** One made in another way than by hand or import, or named in another way, is a newer version's and let be. */
function isNamedVersion(value: unknown, id: string, article: string): boolean {
  if (!isRecord(value)) return false
  if (value['by'] !== 'hand' && value['by'] !== 'import') return name(value['by'])
  if (!isVersion(value)) return false
  const deck = deckIn(article, id)
  if (deck !== null) return id === importId(article, deck, value.body)
  return !id.startsWith('v') || id === versionId(value)
}

const place = shape<PlaceFact>({ revision: text, start: count, end: count, quote: text })
const isContext = shape<ContextFact>({
  createdAt: number,
  article: name,
  zh: orNull(place),
  en: orNull(place),
  quote: sidesOf(text),
})

type SentenceBase = Extract<BaseFact, { readonly kind: 'sentence' }>
type TermBase = Extract<BaseFact, { readonly kind: 'term' }>
const isKnownBase: Check<BaseFact> = either<BaseFact>(
  shape<SentenceBase>({
    kind: oneOf('sentence'),
    learning: side,
    createdAt: number,
    article: name,
    anchor: place,
  }),
  shape<TermBase>({
    kind: oneOf('term'),
    learning: side,
    createdAt: number,
    headword: text,
    reading: text,
    sense: count,
  }),
)
/** A note of a kind that only a newer version knows is let be. */
const isNoteBase = (value: unknown): boolean =>
  isRecord(value) &&
  name(value['kind']) &&
  (!['sentence', 'term'].includes(value['kind']) || isKnownBase(value))

/** By kind of row: facts by the beginning of their names. */
const FACTS = {
  article: new Map<string, FactCheck>([
    [ARTICLE_BASE, isArrival],
    [CONTENT, isArrival],
    [
      CHUNK,
      (value, own) => isNamedByContent(value, own) && (isPackedChunk(value) || isWholeChunk(value)),
    ],
    [TERMS, (value, own) => isNamedByContent(value, own) && isTerms(value)],
    [VERSION, isNamedVersion],
  ]),
  note: new Map<string, FactCheck>([
    [NOTE_BASE, isNoteBase],
    [CONTEXT, isContext],
    [COUNTERPART, isArrival],
  ]),
  setting: new Map<string, FactCheck>(),
} as const

export type RowKind = keyof typeof FACTS

function isSoundFact(kind: RowKind, row: string, fact: string, value: unknown): boolean {
  for (const [prefix, check] of FACTS[kind]) {
    const isMeant = prefix.endsWith('/') ? fact.startsWith(prefix) : fact === prefix
    if (isMeant && !check(value, fact.slice(prefix.length), row)) return false
  }
  return true
}

/** Where a row is not what it should be (`fields.deleted.t`); null when it is sound. */
export function flawOfRow(kind: RowKind, value: unknown): string | null {
  if (!isRecord(value)) return 'row'
  const { id, facts, fields } = value
  if (!identifier(id)) return 'id'
  if (!isRecord(facts)) return 'facts'
  if (!isRecord(fields)) return 'fields'
  for (const [field, stamped] of Object.entries(fields)) {
    if (!isRecord(stamped) || stamped['v'] === undefined) return `fields.${field}`
    if (!isStamp(stamped['t'])) return `fields.${field}.t`
  }
  const wrong = Object.entries(facts).find(([fact, one]) => !isSoundFact(kind, id, fact, one))
  return wrong === undefined ? null : `facts.${wrong[0]}`
}

const common = { id: identifier, article: identifier, side }
const isShaped: Check<SharedRevision> = either<SharedRevision>(
  shape<Extract<SharedRevision, { readonly parent: string }>>({
    ...common,
    parent: name,
    edits: listOf(edit),
  }),
  shape<Extract<SharedRevision, { readonly text: string }>>({ ...common, text }),
)

/** A revision that is what its id says. */
export const isRevision: Check<SharedRevision> = (value): value is SharedRevision =>
  isShaped(value) && isTrueRevision(value)
