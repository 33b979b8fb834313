import { type Answer, ANSWERED_PHASES, RATINGS } from '../domain/model.ts'
import { count, name, number, orNull, type Check } from './checks.ts'

/** How a field lies in a packed column. Null is the lowest day of an `int32`, and NaN in a `float64`. */
export type Column =
  | { readonly of: 'id' }
  | { readonly of: 'name' }
  | { readonly of: 'choice'; readonly values: readonly string[] }
  | { readonly of: 'uint8' | 'uint16' | 'int16' | 'int32' | 'float64'; readonly orNull?: true }

/** A field of an answer. */
export interface AnswerField<T> {
  readonly check: Check<T>
  readonly column: Column
}

type Fields = { readonly [K in Exclude<keyof Answer, 'type'>]: AnswerField<Answer[K]> }

/** A word of the list, or one of a newer version: the answer is kept, and means nothing here. */
function wordOf<const T extends string>(values: readonly T[]): AnswerField<T> {
  return {
    check: (value): value is T => name(value),
    column: { of: 'choice', values },
  }
}

export const MODELS: readonly Answer['model'][] = ['fsrs-6', 'fsrs-7']

/**
 * The fields of an answer, in the order in which a backup lists them. What is checked, packed into columns and written
 * as a list of values follows from these rows; the order of the values of a choice never changes.
 */
export const ANSWER_FIELDS: Fields = {
  id: { check: name, column: { of: 'id' } },
  at: { check: number, column: { of: 'float64' } },
  device: { check: name, column: { of: 'name' } },
  card: { check: name, column: { of: 'name' } },
  rating: wordOf(RATINGS),
  tookMs: { check: number, column: { of: 'uint16' } },
  utcOffset: { check: number, column: { of: 'int16' } },
  rolloverHour: { check: number, column: { of: 'uint8' } },
  studyDay: { check: number, column: { of: 'int32' } },
  phase: wordOf(ANSWERED_PHASES),
  remaining: { check: count, column: { of: 'uint8' } },
  intervalSeconds: { check: number, column: { of: 'float64' } },
  dueAt: { check: orNull(number), column: { of: 'float64', orNull: true } },
  dueDay: { check: orNull(number), column: { of: 'int32', orNull: true } },
  weights: { check: name, column: { of: 'name' } },
  model: wordOf(MODELS),
  previous: { check: orNull(name), column: { of: 'id' } },
}

/** Their names, in order. */
export const ANSWER_FIELD_NAMES: readonly string[] = Object.keys(ANSWER_FIELDS)

const ROWS = Object.entries(ANSWER_FIELDS)

export const isAnswer: Check<Answer> = (value): value is Answer =>
  typeof value === 'object' &&
  value !== null &&
  Reflect.get(value, 'type') === 'answer' &&
  ROWS.every(([field, { check }]) => check(Reflect.get(value, field)))

const RANGES = {
  uint8: [0, 255],
  uint16: [0, 65_535],
  int16: [-32_768, 32_767],
  // The lowest stands for null.
  int32: [-0x7fffffff, 0x7fffffff],
} as const

/** Whether a value comes out of its column as it went in. */
function fitsColumn(column: Column, value: unknown): boolean {
  switch (column.of) {
    case 'id':
    case 'name':
      return value === null || (typeof value === 'string' && value !== '' && !value.includes('\n'))
    case 'choice':
      return typeof value === 'string' && column.values.includes(value)
    case 'float64':
      return value === null ? column.orNull === true : !Number.isNaN(value)
    default: {
      if (value === null) return column.orNull === true
      const [low, high] = RANGES[column.of]
      return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
    }
  }
}

/** Whether an answer comes out of the columns as it went in: it has these fields, no others, and none out of range. */
export const fitsColumns = (answer: Answer): boolean =>
  Object.keys(answer).length === ROWS.length + 1 &&
  ROWS.every(([field, { column }]) => fitsColumn(column, Reflect.get(answer, field)))
