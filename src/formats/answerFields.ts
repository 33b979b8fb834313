import { type Answer } from '../domain/srs/entries.ts'
import { ANSWERED_PHASES, RATINGS } from '../domain/model.ts'
import { count, maybe, name, number, orNull, type Check } from '../domain/records/checks.ts'

/** A field of an answer: what it is, and so how it lies in a packed column and what a file may hold. */
export interface AnswerField {
  /** `choice`: a place in `values`. The rest are numbers. */
  readonly of: 'id' | 'name' | 'choice' | 'uint8' | 'uint16' | 'int16' | 'int32' | 'float64'
  /** Their order never changes. Other words are of a newer version: such an answer is kept beside the columns. */
  readonly values?: readonly string[]
  readonly orNull?: boolean
  /** Whether a file may hold whole numbers from 0 on only. */
  readonly count?: boolean
  /** What its column is called, where that is not the field's own name. */
  readonly column?: string
  /** What answers have there that were given before there was this field; the first ones have no such value. */
  readonly before?: string | number | null
}

/** Fields by name, in the order of their columns, in which a backup lists their values too. */
export type AnswerFields = readonly (readonly [name: string, field: AnswerField])[]

export const MODELS: readonly Answer['model'][] = ['fsrs-6', 'fsrs-7']

/** A new field is one row more, the last one, with a `before`. Nothing else has to know it. */
const FIELDS: Readonly<Record<Exclude<keyof Answer, 'type'>, AnswerField>> = {
  id: { of: 'id', column: 'ids' },
  previous: { of: 'id', orNull: true },
  at: { of: 'float64' },
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
  studyDay: { of: 'int32' },
  intervalSeconds: { of: 'float64' },
  dueAt: { of: 'float64', orNull: true },
  dueDay: { of: 'int32', orNull: true },
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
function checkOf({ of, orNull: isNullable, count: isCount, before }: AnswerField): Check<unknown> {
  const isText = of === 'id' || of === 'name' || of === 'choice'
  const check: Check<unknown> = isText ? name : isCount === true ? count : number
  const checked = isNullable === true ? orNull(check) : check
  return before === undefined ? checked : maybe(checked)
}

/** Whether a value has what an answer has; what else it has is a newer version's. */
export function answerCheck(fields: AnswerFields = ANSWER_FIELDS): Check<Answer> {
  const checks = fields.map(([field, row]) => [field, checkOf(row)] as const)
  return (value): value is Answer =>
    typeof value === 'object' &&
    value !== null &&
    checks.every(([field, check]) => check(Reflect.get(value, field)))
}
