import type { Answer } from '../domain/srs/entries.ts'
import type { AnswerField, AnswerFields } from './answerFields.ts'

/** The values of one field, a row an answer: texts are joined by line feeds, which none of them holds. */
export type Column = string | Uint8Array | Uint16Array | Int16Array | Int32Array | Float64Array

/** Columns of numbers: what they are made of, the numbers they hold, and the one that stands for null. */
const NUMBERS = {
  uint8: { Type: Uint8Array, low: 0, high: 255, none: 255 },
  uint16: { Type: Uint16Array, low: 0, high: 65_535, none: 65_535 },
  int16: { Type: Int16Array, low: -32_768, high: 32_767, none: -32_768 },
  int32: { Type: Int32Array, low: -0x7fffffff, high: 0x7fffffff, none: -0x80000000 },
  float64: { Type: Float64Array, low: -Infinity, high: Infinity, none: Number.NaN },
} as const

/** What the numbers of names and of choices lie in. */
const numbersOf = (of: Exclude<AnswerField['of'], 'id'>) =>
  NUMBERS[of === 'name' ? 'uint16' : of === 'choice' ? 'uint8' : of]

export const columnName = (name: string, { column = name }: AnswerField): string => column

const isLine = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && !value.includes('\n')

function fits({ of, values = [], orNull = false, before }: AnswerField, value: unknown): boolean {
  if (value === null) return orNull
  if (value === undefined) return before !== undefined
  if (of === 'id' || of === 'name') return isLine(value)
  if (of === 'choice') return values.some((word) => word === value)
  const { low, high, none } = NUMBERS[of]
  const isNumber = typeof value === 'number' && value >= low && value <= high
  return isNumber && (of === 'float64' || Number.isInteger(value)) && !(orNull && value === none)
}

/** Tells whether an answer comes out of the columns as it went in: it has these fields, no others, and none out of range. */
export function columnFit(fields: AnswerFields): (answer: Answer) => boolean {
  const known = new Set(fields.map(([name]) => name)).add('type')
  return (answer) => {
    for (const name in answer) if (!known.has(name)) return false
    for (const [name, field] of fields) if (!fits(field, Reflect.get(answer, name))) return false
    return true
  }
}

/** Gives every distinct string a number, in order of appearance. */
export function numbering() {
  const numbers = new Map<string, number>()
  return {
    numberOf(name: string): number {
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, numbers.size)
      return numbers.size - 1
    },
    names: () => [...numbers.keys()].join('\n'),
  }
}

/** The column of values that {@link columnFit} let in. */
export function packColumn(
  { of, values = [], before }: AnswerField,
  given: readonly unknown[],
  names: ReturnType<typeof numbering>,
): Column {
  const all =
    before === undefined ? given : given.map((value) => (value === undefined ? before : value))
  if (of === 'id') return all.map((value) => value ?? '').join('\n')
  const { Type, none } = numbersOf(of)
  const column = new Type(all.length)
  if (of === 'name') {
    for (let row = 0; row < all.length; row++) column[row] = names.numberOf(String(all[row] ?? ''))
    return column
  }
  const placeOf = new Map<unknown, number>(values.map((word, place) => [word, place]))
  for (let row = 0; row < all.length; row++) {
    const value = all[row]
    column[row] = value === null ? none : (placeOf.get(value) ?? Number(value))
  }
  return column
}

const isNumbers = (column: unknown): column is Exclude<Column, string> =>
  Object.values(NUMBERS).some(({ Type }) => column instanceof Type)

/** How many values a column has; -1 when it is none of this field. */
export function rowsOf({ of }: AnswerField, column: unknown): number {
  if (of !== 'id') return column instanceof numbersOf(of).Type ? column.length : -1
  return typeof column === 'string' ? column.split('\n').length : -1
}

/**
 * What the rows of a column hold.
 *
 * @param column undefined where it was packed before there was this field
 * @throws TypeError when there is no column, and always was
 */
export function columnValues(
  { of, values = [], orNull = false, before }: AnswerField,
  column: unknown,
  rows: number,
  names: readonly string[],
): ArrayLike<string | number | null> {
  if (column === undefined && before !== undefined)
    return Array.from<string | number | null>({ length: rows }).fill(before)
  if (of === 'id' && typeof column === 'string') {
    const ids: readonly string[] = column.split('\n')
    return orNull ? ids.map((id) => (id === '' ? null : id)) : ids
  }
  if (of === 'id' || !isNumbers(column)) throw new TypeError('no column')
  // A log has many answers, and `Array.from` takes eight times as long.
  const told: (string | number | null)[] = []
  if (of === 'name') for (let row = 0; row < rows; row++) told.push(names[column[row]!]! || null)
  else if (of === 'choice')
    for (let row = 0; row < rows; row++) told.push(values[column[row]!] ?? null)
  else if (!orNull) return column
  else {
    const { none } = NUMBERS[of]
    for (let row = 0; row < rows; row++)
      told.push(Object.is(column[row], none) ? null : column[row]!)
  }
  return told
}
