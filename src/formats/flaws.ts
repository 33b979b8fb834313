import { isRecord, type Check, type Fields } from '../domain/records/checks.ts'

/** Something in a file that is not what it must be: where (`beads[3].zh`), and what was expected there. */
export interface Flaw {
  readonly place: string
  readonly expected: string
}

/** All that is wrong so far; those beyond `most` are counted only. */
class Flaws {
  readonly found: Flaw[] = []
  count = 0
  readonly #most: number
  constructor(most: number) {
    this.#most = most
  }

  tell(place: string, expected: string): undefined {
    this.count++
    if (this.found.length < this.#most) this.found.push({ place, expected })
  }
}

/** Reads the value at a place. Tells of everything that is wrong with it, and is undefined then. */
export type Reader<T> = (value: unknown, place: string, flaws: Flaws) => T | undefined

/** What a check lets in, after `clean`. */
export const one =
  <T>(expected: string, check: Check<T>, clean: (value: T) => T = (value) => value): Reader<T> =>
  (value, place, flaws) =>
    check(value) ? clean(value) : flaws.tell(place, expected)

/** A field that may be absent. */
export const optional =
  <T>(reader: Reader<T>): Reader<T> =>
  (value, place, flaws) =>
    value === undefined ? undefined : reader(value, place, flaws)

export const list =
  <T>(item: Reader<T>, least = 0): Reader<readonly T[]> =>
  (value, place, flaws) => {
    if (!Array.isArray(value) || value.length < least)
      return flaws.tell(place, `a list of ${least} or more`)
    const before = flaws.count
    const read = value.map((each, at) => item(each, `${place}[${at}]`, flaws))
    return flaws.count === before ? read.filter((each) => each !== undefined) : undefined
  }

type Readers<T> = { readonly [K in keyof T]-?: Reader<Exclude<T[K], undefined>> }

/** The twin of `shape`: its fields each with its reader; those nobody knows are left out. */
export function record<T extends object>(fields: Readers<T>): Reader<T> {
  const readers = Object.entries<Reader<unknown>>(fields)
  return (value, place, flaws) => {
    if (!isRecord(value)) return flaws.tell(place, 'a record')
    const before = flaws.count
    const read = readers.flatMap(([field, reader]) => {
      const each = reader(value[field], place === '' ? field : `${place}.${field}`, flaws)
      return each === undefined ? [] : [[field, each] as const]
    })
    // Without a flaw every field has been read by its reader.
    const whole: Fields = Object.fromEntries(read)
    return flaws.count === before ? (whole as T) : undefined
  }
}

/** A record that also has to make sense as a whole; `field` is to blame when it does not. */
export const sound =
  <T extends object>(
    reader: Reader<T>,
    field: keyof T & string,
    expected: string,
    isSound: (value: T) => boolean,
  ): Reader<T> =>
  (value, place, flaws) => {
    const read = reader(value, place, flaws)
    if (read === undefined || isSound(read)) return read
    return flaws.tell(`${place}.${field}`, expected)
  }

/** What a reader makes of a value; null when anything is wrong with it, and what. */
export function readAs<T>(
  reader: Reader<T>,
  value: unknown,
  most = Infinity,
): { readonly value: T | null; readonly flaws: readonly Flaw[] } {
  const flaws = new Flaws(most)
  const read = reader(value, '', flaws)
  return { value: flaws.count === 0 ? (read ?? null) : null, flaws: flaws.found }
}
