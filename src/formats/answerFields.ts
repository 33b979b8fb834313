import { type Answer } from '../domain/srs/entries.ts'
import { ANSWERED_PHASES, RATINGS } from '../domain/model.ts'
import {
  calendarDay,
  count,
  identifier,
  maybe,
  moment,
  name,
  number,
  orNull,
  within,
  type Check,
} from '../domain/records/checks.ts'

/** A field of an answer: what it is, and so how it lies in a packed column and what a file may hold. */
export interface AnswerField {
  /** `choice`: a place in `values`. The rest are numbers. */
  readonly of: 'id' | 'name' | 'choice' | 'uint8' | 'uint16' | 'int16' | 'int32' | 'float64'
  /** Their order never changes. Other words are of a newer version: such an answer is kept beside the columns. */
  readonly values?: readonly string[]
  readonly orNull?: boolean
  /** Whether a file may hold whole numbers from 0 on only. */
  readonly count?: boolean
  /** What a file may hold of the numbers, where not all make sense. */
  readonly check?: Check<number>
  /** What its column is called, where that is not the field's own name. */
  readonly column?: string
  /** What answers have there that were given before there was this field; the first ones have no such value. */
  readonly before?: string | number | null
}

/** Fields by name, in the order of their columns, in which a backup lists their values too. */
export type AnswerFields = readonly (readonly [name: string, field: AnswerField])[]

export const MODELS: readonly Answer['model'][] = ['fsrs-6', 'fsrs-7']

/** As many seconds as there are in all days of a calendar. */
const LONGEST_SECONDS = 8.64e12

/** Fields that few answers have. They get no column: an answer with one is kept whole beside the columns. */
const RARE = { wall: maybe(moment), redates: maybe(identifier) } as const
export type RareField = keyof typeof RARE

/** A new field is one row more, the last one, with a `before`. Nothing else has to know it. */
const FIELDS: Readonly<Record<Exclude<keyof Answer, 'type' | RareField>, AnswerField>> = {
  id: { of: 'id', column: 'ids' },
  previous: { of: 'id', orNull: true },
  at: { of: 'float64', check: moment },
  card: { of: 'name' },
  device: { of: 'name' },
  weights: { of: 'name' },
  rating: { of: 'choice', values: RATINGS },
  phase: { of: 'choice', values: ANSWERED_PHASES },
  model: { of: 'choice', values: MODELS },
  remaining: { of: 'uint8', count: true },
  rolloverHour: { of: 'uint8' },
  tookMs: { of: 'uint16' },
  utcOffset: { of: 'int16' },
  studyDay: { of: 'int32', check: calendarDay },
  intervalSeconds: { of: 'float64', check: within(0, LONGEST_SECONDS) },
  dueAt: { of: 'float64', orNull: true, check: moment },
  dueDay: { of: 'int32', orNull: true, check: calendarDay },
}

export const ANSWER_FIELDS: AnswerFields = Object.entries(FIELDS)

/** What answers given before there were some fields have in them. */
export const valuesBefore = (
  fields: AnswerFields = ANSWER_FIELDS,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.flatMap(([name, { before }]) => (before === undefined ? [] : [[name, before]])),
  )

/** What a field may be; a word that is not among its values is of a newer version. */
function checkOf(row: AnswerField): Check<unknown> {
  const { of, orNull: isNullable, count: isCount, before, check: own = number } = row
  const isId = of === 'id' || of === 'name'
  const check: Check<unknown> = isId
    ? identifier
    : of === 'choice'
      ? name
      : isCount === true
        ? count
        : own
  const checked = isNullable === true ? orNull(check) : check
  return before === undefined ? checked : maybe(checked)
}

/** Which field of an answer is not what it should be; null when all are. What else it has is a newer version's. */
export function answerFlaw(fields: AnswerFields = ANSWER_FIELDS): (value: object) => string | null {
  const checks: readonly (readonly [string, Check<unknown>])[] = [
    ...fields.map(([field, row]) => [field, checkOf(row)] as const),
    ...Object.entries(RARE),
  ]
  return (value) => {
    for (const [field, check] of checks) if (!check(Reflect.get(value, field))) return field
    return null
  }
}

/** Whether a value has what an answer has. */
export function answerCheck(fields: AnswerFields = ANSWER_FIELDS): Check<Answer> {
  const flawOf = answerFlaw(fields)
  return (value): value is Answer =>
    typeof value === 'object' && value !== null && flawOf(value) === null
}
