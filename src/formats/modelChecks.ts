import {
  type Bury,
  type Entry,
  type Flag,
  type Reset,
  type SetDue,
  type Suspend,
  type Unbury,
  type Void,
  type WeightsEntry,
} from '../domain/srs/entries.ts'
import {
  CEFR,
  type Level,
  type Occurrence,
  type Provenance,
  type Side,
  SIDES,
  type Sides,
  type Span,
  type Term,
  TERM_KINDS,
  type TextEdit,
  type TextRange,
} from '../domain/model.ts'
import { answerCheck } from './answerFields.ts'
import {
  count,
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
