import {
  type Answer,
  ANSWERED_PHASES,
  type Bury,
  CEFR,
  type Entry,
  type Flag,
  type Level,
  type Occurrence,
  type Provenance,
  RATINGS,
  type Reset,
  type SetDue,
  type Side,
  SIDES,
  type Sides,
  type Span,
  type Suspend,
  type Term,
  TERM_KINDS,
  type TextEdit,
  type TextRange,
  type Unbury,
  type Void,
  type WeightsEntry,
} from '../domain/model.ts'
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

export const side: Check<Side> = oneOf(...SIDES)
export const sidesOf = <T>(check: Check<T>): Check<Sides<T>> =>
  shape<Sides<T>>({ zh: check, en: check })

const range = shape<TextRange>({ start: count, end: count })
export const span = shape<Span>({ from: count, to: count })
export const edit = shape<TextEdit>({ at: count, removed: text, inserted: text })

export const provenance = shape<Provenance>({
  source: text,
  author: text,
  translator: text,
  date: text,
  licence: text,
})

export const level = shape<Level>({
  hsk2: maybe(number),
  hsk2021: maybe(number),
  hsk2025: maybe(number),
  cefr: maybe(oneOf(...CEFR)),
})

export const term = shape<Term>({
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

const model = oneOf('fsrs-6', 'fsrs-7')
const entry = { id: name, at: number, device: name }
const cardEntry = { ...entry, card: name }

export const isEntry: Check<Entry> = either<Entry>(
  shape<Answer>({
    ...cardEntry,
    type: oneOf('answer'),
    rating: oneOf(...RATINGS),
    tookMs: number,
    utcOffset: number,
    rolloverHour: number,
    studyDay: number,
    phase: oneOf(...ANSWERED_PHASES),
    remaining: count,
    intervalSeconds: number,
    dueAt: orNull(number),
    dueDay: orNull(number),
    weights: name,
    model,
    previous: orNull(name),
  }),
  shape<Void>({ ...entry, type: oneOf('void'), entry: name }),
  shape<Reset>({ ...cardEntry, type: oneOf('reset') }),
  shape<SetDue>({ ...cardEntry, type: oneOf('setDue'), dueDay: number }),
  shape<Suspend>({ ...cardEntry, type: oneOf('suspend', 'unsuspend') }),
  shape<Bury>({ ...cardEntry, type: oneOf('bury'), untilDay: number }),
  shape<Unbury>({ ...cardEntry, type: oneOf('unbury') }),
  shape<Flag>({ ...cardEntry, type: oneOf('flag'), flag: count }),
  shape<WeightsEntry>({ ...entry, type: oneOf('weights'), model, weights: listOf(number) }),
)
