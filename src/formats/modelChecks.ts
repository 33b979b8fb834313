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
import { answerCheck, answerFlaw } from './answerFields.ts'
import {
  calendarDay,
  count,
  identifier,
  isRecord,
  listOf,
  maybe,
  moment,
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
  headword: maybe(text),
  reading: text,
  gloss: listOf(text),
  kind: oneOf(...TERM_KINDS),
  level,
  ipa: maybe(text),
  score: number,
  occurrences: listOf(shape<Occurrence>({ zh: orNull(range), en: orNull(range) })),
})

const entry = {
  ...{ id: identifier, at: moment, device: identifier },
  ...{ wall: maybe(moment), redates: maybe(identifier) },
}
const cardEntry = { ...entry, card: identifier }

const ENTRY_CHECKS: Readonly<Record<Entry['type'], Check<Entry>>> = {
  answer: answerCheck(),
  void: shape<Void>({ ...entry, type: oneOf('void'), entry: identifier }),
  reset: shape<Reset>({ ...cardEntry, type: oneOf('reset') }),
  setDue: shape<SetDue>({ ...cardEntry, type: oneOf('setDue'), dueDay: calendarDay }),
  suspend: shape<Suspend>({ ...cardEntry, type: oneOf('suspend', 'unsuspend') }),
  unsuspend: shape<Suspend>({ ...cardEntry, type: oneOf('suspend', 'unsuspend') }),
  bury: shape<Bury>({ ...cardEntry, type: oneOf('bury'), untilDay: calendarDay }),
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
const isLogged = shape<Pick<Entry, keyof typeof entry> & { readonly type: string }>({
  ...entry,
  type: name,
})
const isKnownType = (type: string): type is Entry['type'] => Object.hasOwn(ENTRY_CHECKS, type)

/** An entry of the log; one of a type that is not known here is let be, see `isUnderstood`. */
export const isEntry: Check<Entry> = (value): value is Entry =>
  // Of an answer, of which there are many, this asks all that is asked of any entry.
  isRecord(value) && value['type'] === 'answer'
    ? ENTRY_CHECKS.answer(value)
    : isLogged(value) && (!isKnownType(value.type) || ENTRY_CHECKS[value.type](value))

/** What fields of entries are, whatever their type. */
const FIELD_CHECKS: Readonly<Record<string, Check<unknown>>> = {
  ...{ ...cardEntry, type: name, entry: identifier },
  ...{ dueDay: calendarDay, untilDay: calendarDay, flag: count },
}
const flawOfAnswer = answerFlaw()

/** Where an entry is wrong: its field, `''` when that cannot be said, null when it is sound. */
export function flawOfEntry(value: unknown): string | null {
  if (isEntry(value)) return null
  if (!isRecord(value)) return ''
  if (value['type'] === 'answer') return flawOfAnswer(value) ?? ''
  const wrong = Object.entries(value).find(([field, one]) => FIELD_CHECKS[field]?.(one) === false)
  return wrong?.[0] ?? ''
}
