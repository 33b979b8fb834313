import type { ArticleRecord, CareRecord, Taken, TakenTerm } from '../domain/article/record.ts'
import {
  type Anchor,
  type Article,
  type Bead,
  type Bury,
  CEFR,
  type Context,
  type Entry,
  type Flag,
  type Level,
  type Note,
  type Occurrence,
  type Provenance,
  type Reset,
  type Revision,
  type Segment,
  type SentenceNote,
  type SetDue,
  type Side,
  SIDES,
  type Sides,
  type Span,
  type Suspend,
  type Term,
  TERM_KINDS,
  type TermEdits,
  type TermNote,
  type TextEdit,
  type TextRange,
  type Unbury,
  type Void,
  type WeightsEntry,
} from '../domain/model.ts'
import { answerCheck } from './answerFields.ts'
import {
  count,
  either,
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

/** Checks of the model's nouns, for files that carry them. */

const side: Check<Side> = oneOf(...SIDES)
const sidesOf = <T>(check: Check<T>): Check<Sides<T>> => shape<Sides<T>>({ zh: check, en: check })

const range = shape<TextRange>({ start: count, end: count })
const span = shape<Span>({ from: count, to: count })
const edit = shape<TextEdit>({ at: count, removed: text, inserted: text })

export const isRevision: Check<Revision> = shape<Revision>({
  article: name,
  side,
  number: count,
  text,
  edits: listOf(edit),
})

const provenance = shape<Provenance>({
  source: text,
  author: text,
  translator: text,
  date: text,
  licence: text,
})

const level = shape<Level>({
  hsk2: maybe(number),
  hsk2021: maybe(number),
  hsk2025: maybe(number),
  cefr: maybe(oneOf(...CEFR)),
})

const term = shape<Term>({
  zh: text,
  en: text,
  reading: text,
  gloss: listOf(text),
  kind: oneOf(...TERM_KINDS),
  level,
  ipa: maybe(text),
  score: number,
  occurrences: listOf(shape<Occurrence>({ zh: orNull(range), en: orNull(range) })),
})

const article = shape<Article>({
  id: name,
  title: sidesOf(text),
  addedAt: number,
  provenance,
  contentHash: text,
  revision: sidesOf(count),
  segments: sidesOf(listOf(shape<Segment>({ start: count, end: count, paragraph: count }))),
  beads: listOf(shape<Bead>({ zh: span, en: span, confidence: number })),
  terms: listOf(term),
  deckRevision: maybe(number),
  settledDoubts: maybe(listOf(text)),
  deletedAt: maybe(number),
})

const anchor = shape<Anchor>({
  article: name,
  side,
  revision: count,
  start: count,
  end: count,
  quote: text,
})

const context = shape<Context>({
  article: name,
  zh: orNull(anchor),
  en: orNull(anchor),
  quote: sidesOf(text),
})

const edits = shape<TermEdits>({
  reading: maybe(text),
  gloss: maybe(listOf(text)),
  counterparts: maybe(listOf(text)),
})

const life = {
  id: name,
  learning: side,
  createdAt: number,
  kinds: maybe(listOf(name)),
  deletedAt: maybe(number),
}

export const isNote: Check<Note> = either<Note>(
  shape<TermNote>({
    ...life,
    kind: oneOf('term'),
    headword: text,
    reading: text,
    sense: count,
    gloss: listOf(text),
    counterparts: listOf(text),
    level,
    contexts: listOf(context),
    edits: maybe(edits),
  }),
  shape<SentenceNote>({ ...life, kind: oneOf('sentence'), anchor }),
)

export const isArticleRecord: Check<ArticleRecord> = shape<ArticleRecord>({
  id: name,
  article,
  care: listOf(
    shape<CareRecord>({ note: name, why: oneOf('lost', 'unpaired'), suspensions: listOf(name) }),
  ),
  taken: maybe(
    shape<Taken>({
      sentences: listOf(name),
      terms: listOf(shape<TakenTerm>({ note: name, contexts: listOf(context) })),
    }),
  ),
})

const entry = { id: name, at: number, device: name }
const cardEntry = { ...entry, card: name }

const ENTRY_CHECKS: Readonly<Record<Entry['type'], Check<Entry>>> = {
  answer: answerCheck(),
  void: shape<Void>({ ...entry, type: oneOf('void'), entry: name }),
  reset: shape<Reset>({ ...cardEntry, type: oneOf('reset') }),
  setDue: shape<SetDue>({ ...cardEntry, type: oneOf('setDue'), dueDay: number }),
  suspend: shape<Suspend>({ ...cardEntry, type: oneOf('suspend', 'unsuspend') }),
  unsuspend: shape<Suspend>({ ...cardEntry, type: oneOf('suspend', 'unsuspend') }),
  bury: shape<Bury>({ ...cardEntry, type: oneOf('bury'), untilDay: number }),
  unbury: shape<Unbury>({ ...cardEntry, type: oneOf('unbury') }),
  flag: shape<Flag>({ ...cardEntry, type: oneOf('flag'), flag: count }),
  weights: shape<WeightsEntry>({
    ...entry,
    type: oneOf('weights'),
    model: (value): value is WeightsEntry['model'] => name(value),
    weights: listOf(number),
  }),
}

/** What an entry has to say of itself whatever version wrote it. */
const isLogged = shape<{ id: string; at: number; device: string; type: string }>({
  ...entry,
  type: name,
})
const isKnownType = (type: string): type is Entry['type'] => Object.hasOwn(ENTRY_CHECKS, type)

/** An entry of the log; one of a type that is not known here is let be, see `isUnderstood`. */
export const isEntry: Check<Entry> = (value): value is Entry =>
  isLogged(value) && (!isKnownType(value.type) || ENTRY_CHECKS[value.type](value))
