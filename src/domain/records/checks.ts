/** Checks of values that come from outside, a file or a disk: each says whether a value is of a type, and lets fields it does not know be. */
export type Check<T> = (value: unknown) => value is T

export const text: Check<string> = (value) => typeof value === 'string'
export const name: Check<string> = (value): value is string =>
  typeof value === 'string' && value !== ''
/** A name without control characters: nobody sees them, and what is listed by lines would be torn. */
export const identifier: Check<string> = (value): value is string =>
  name(value) && !hasControl(value)

/** A pattern would take twice as long, and a backup has half a million names. */
function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true
  }
  return false
}

export const number: Check<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value)
/** A number from `low` to `high`. */
export const within =
  (low: number, high: number): Check<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= low && value <= high
/** A moment that a calendar has, ms since 1970. */
export const moment: Check<number> = within(0, 8.64e15)
/** A study day that a calendar has. */
export const calendarDay: Check<number> = (value): value is number =>
  Number.isInteger(value) && within(-1e8, 1e8)(value)
export const flag: Check<boolean> = (value) => typeof value === 'boolean'
/** A whole number, 0 or more. */
export const count: Check<number> = (value): value is number =>
  Number.isSafeInteger(value) && number(value) && value >= 0

export function oneOf<const T extends string | number | boolean | null>(
  ...values: readonly T[]
): Check<T> {
  return (value): value is T => values.some((one) => one === value)
}

export function listOf<T>(item: Check<T>): Check<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(item)
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value): value is T | null => value === null || check(value)
}

/** A field that may be absent. */
export function maybe<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value)
}

/** Either of several shapes. */
export function either<T>(...checks: readonly Check<T>[]): Check<T> {
  return (value): value is T => checks.some((check) => check(value))
}

export type Fields = Readonly<Record<string, unknown>>

/** Anything with fields: no list. */
export const isRecord: Check<Fields> = (value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of T, each with its check; the compiler sees to it that none is forgotten. */
type Shape<T> = { readonly [K in keyof T]-?: Check<T[K]> | Check<T[K] | undefined> }

export function shape<T extends object>(fields: Shape<T>): Check<T> {
  const checks: readonly (readonly [string, (value: unknown) => boolean])[] = Object.entries(fields)
  return (value): value is T =>
    isRecord(value) && checks.every(([field, check]) => check(value[field]))
}
