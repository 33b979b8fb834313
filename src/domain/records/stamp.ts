/**
 * When a field was written: `<ms, 9 digits of base 36>-<counter, 3>-<device, 10>`. Compared with `<`, never by the rules
 * of a language.
 */
export type Stamp = string

export interface StampParts {
  readonly ms: number
  readonly counter: number
  readonly device: string
}

/** What a device knows of time: the greatest it gave or took in. Stored in the same transaction as what was stamped. */
export interface Clock {
  /** From {@link stampDevice}. */
  readonly device: string
  readonly ms: number
  readonly counter: number
}

/** A device's clock, and what its wall clock says. */
export interface Now {
  readonly clock: Clock
  readonly wallMs: number
}

/** The device of what no person wrote: imports, the dictionary, records of the version before. */
export const NO_DEVICE = '0'.repeat(10)

/** Stamps further ahead of the wall clock are not adopted, or one wrong clock would take all others along. */
export const MOST_AHEAD = 24 * 3_600_000

const FORM = /^[0-9a-z]{9}-[0-9a-z]{3}-[0-9a-z]{10}$/
const COUNTERS = 36 ** 3
/** The last ms a stamp may name (in the year 5188). Room is left above, so that any field can still be written over. */
const LAST_MS = parseInt('zzz000000', 36) - 1

/** The time since the first stamp as a clock may hold it, whatever the wall clock says. */
const within = (ms: number): number => Math.min(Math.max(Math.floor(ms), 0), LAST_MS)

export function formatStamp({ ms, counter, device }: StampParts): Stamp {
  const digits = (value: number, length: number) => value.toString(36).padStart(length, '0')
  return `${digits(ms, 9)}-${digits(counter, 3)}-${device}`
}

/** Parts of a stamp; null for any other text. */
export function parseStamp(text: string): StampParts | null {
  if (!FORM.test(text)) return null
  const ms = parseInt(text.slice(0, 9), 36)
  if (ms > LAST_MS) return null
  return { ms, counter: parseInt(text.slice(10, 13), 36), device: text.slice(14) }
}

export const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'string' && parseStamp(value) !== null

/** The stamp of what nobody wrote at any moment: two devices give it alike. */
export const machineStamp = (ms: number): Stamp =>
  formatStamp({ ms: within(ms), counter: 0, device: NO_DEVICE })

/** The device of a stamp, from a device's id (a ULID): its last ten characters, which are chance. */
export function stampDevice(id: string): string {
  const last = id.slice(-10).toLowerCase()
  if (!/^[0-9a-z]{10}$/.test(last)) throw new RangeError(`no device: ${id}`)
  return last
}

/** The greater of two stamps; `''` is less than all. */
export const laterStamp = (a: Stamp, b: Stamp): Stamp => (a > b ? a : b)

const next = <T extends { readonly ms: number; readonly counter: number }>(at: T): T =>
  at.counter + 1 < COUNTERS
    ? { ...at, counter: at.counter + 1 }
    : { ...at, ms: at.ms + 1, counter: 0 }

/** The clock after it met a stamp: not behind it, unless that lies more than {@link MOST_AHEAD} ahead. */
export function witness({ clock, wallMs }: Now, stamp: Stamp): Clock {
  const seen = parseStamp(stamp)
  if (seen === null || seen.ms > wallMs + MOST_AHEAD) return clock
  const isLater = seen.ms > clock.ms || (seen.ms === clock.ms && seen.counter > clock.counter)
  return isLater ? { ...clock, ms: seen.ms, counter: seen.counter } : clock
}

/**
 * A stamp above all this clock gave or took in and above `over`, which it is to win against; and the clock after it.
 * Where `over` lies too far ahead to have been adopted, the stamp goes just above it, this once, and the clock stays.
 */
export function tick(
  { clock, wallMs }: Now,
  over: Stamp = '',
): { readonly stamp: Stamp; readonly clock: Clock } {
  const wall = within(wallMs)
  const own = wall > clock.ms ? { ...clock, ms: wall, counter: 0 } : next(clock)
  const stamp = formatStamp(own)
  const ahead = parseStamp(over)
  if (ahead === null || stamp > over) return { stamp, clock: own }
  return { stamp: formatStamp({ ...next(ahead), device: clock.device }), clock: own }
}
