import { type Answer } from '../domain/srs/entries.ts'
import { ANSWERED_PHASES, RATINGS } from '../domain/model.ts'

/** A field of an answer: what it is, and so how it lies in a packed column and what a file may hold. */
export interface AnswerField {
  /** `choice`: a place in `values`. The rest are numbers; null is the lowest day of an `int32`, and NaN in a `float64`. */
  readonly of: 'id' | 'name' | 'choice' | 'uint8' | 'uint16' | 'int16' | 'int32' | 'float64'
  /** Their order never changes. Other words are of a newer version: such an answer is kept beside the columns. */
  readonly values?: readonly string[]
  readonly orNull?: boolean
  /** Whether a file may hold whole numbers from 0 on only. */
  readonly count?: boolean
}

export const MODELS: readonly Answer['model'][] = ['fsrs-6', 'fsrs-7']

const FIELDS: Readonly<Record<Exclude<keyof Answer, 'type'>, AnswerField>> = {
  id: { of: 'id' },
  at: { of: 'float64' },
  device: { of: 'name' },
  card: { of: 'name' },
  rating: { of: 'choice', values: RATINGS },
  tookMs: { of: 'uint16' },
  utcOffset: { of: 'int16' },
  rolloverHour: { of: 'uint8' },
  studyDay: { of: 'int32' },
  phase: { of: 'choice', values: ANSWERED_PHASES },
  remaining: { of: 'uint8', count: true },
  intervalSeconds: { of: 'float64' },
  dueAt: { of: 'float64', orNull: true },
  dueDay: { of: 'int32', orNull: true },
  weights: { of: 'name' },
  model: { of: 'choice', values: MODELS },
  previous: { of: 'id', orNull: true },
}

/** The fields of an answer, in the order in which a backup lists their values. */
export const ANSWER_FIELDS: readonly (readonly [name: string, field: AnswerField])[] =
  Object.entries(FIELDS)

const RANGES = {
  uint8: [0, 255],
  uint16: [0, 65_535],
  int16: [-32_768, 32_767],
  // The lowest stands for null.
  int32: [-0x7fffffff, 0x7fffffff],
} as const

function fitsColumn({ of, values = [], orNull = false }: AnswerField, value: unknown): boolean {
  if (value === null) return orNull
  if (of === 'choice') return typeof value === 'string' && values.includes(value)
  if (of === 'float64') return typeof value === 'number' && !Number.isNaN(value)
  if (of === 'id' || of === 'name')
    return typeof value === 'string' && value !== '' && !value.includes('\n')
  const [low, high] = RANGES[of]
  return typeof value === 'number' && Number.isInteger(value) && value >= low && value <= high
}

/** Whether an answer comes out of the columns as it went in: it has these fields, no others, and none out of range. */
export const fitsColumns = (answer: Answer): boolean =>
  Object.keys(answer).length === ANSWER_FIELDS.length + 1 &&
  ANSWER_FIELDS.every(([name, field]) => fitsColumn(field, Reflect.get(answer, name)))
