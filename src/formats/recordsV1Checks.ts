import type {
  AnchorV1,
  ArticleRecordV1,
  ArticleV1,
  CareV1,
  ContextV1,
  NoteV1,
  RevisionV1,
  SentenceNoteV1,
  SettingV1,
  TakenV1,
  TermNoteV1,
} from '../domain/notes/recordsV1.ts'
import type { Bead, Segment, TermEdits } from '../domain/model.ts'
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
import { edit, level, provenance, side, sidesOf, span, term } from './modelChecks.ts'

/** Checks of the records of backup version 1. */

export const isRevisionV1: Check<RevisionV1> = shape<RevisionV1>({
  article: name,
  side,
  number: count,
  text,
  edits: listOf(edit),
})

const article = shape<ArticleV1>({
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

const anchor = shape<AnchorV1>({
  article: name,
  side,
  revision: count,
  start: count,
  end: count,
  quote: text,
})

const context = shape<ContextV1>({
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

const life = { id: name, learning: side, createdAt: number, deletedAt: maybe(number) }

export const isNoteV1: Check<NoteV1> = either<NoteV1>(
  shape<TermNoteV1>({
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
  shape<SentenceNoteV1>({ ...life, kind: oneOf('sentence'), anchor }),
)

export const isArticleRecordV1: Check<ArticleRecordV1> = shape<ArticleRecordV1>({
  id: name,
  article,
  care: listOf(shape<CareV1>({ note: name, suspensions: listOf(name) })),
  taken: maybe(
    shape<TakenV1>({
      sentences: listOf(name),
      terms: listOf(shape<TakenV1['terms'][number]>({ note: name, contexts: listOf(context) })),
    }),
  ),
})

export const isSettingV1: Check<SettingV1> = shape<SettingV1>({
  key: text,
  value: (value): value is unknown => value !== undefined,
})
