import type { LogClock } from '../domain/srs/logClock.ts'
import type { Totals } from './derived/make/catalogue.ts'
import { readMark } from './highWater.ts'
import { readLogClock } from './logClock.ts'
import type { Reading } from './schema.ts'

/** What the disk keeps of the log as a whole. */
export interface LogHead {
  readonly clock: LogClock
  /** How much of a log there has been. */
  readonly mark: Totals | null
}

/** Its head, as it is stored. */
export async function readLogHead(
  tx: Reading<'log' | 'segments' | 'settings'>,
  now: number,
): Promise<LogHead> {
  const [clock, mark] = await Promise.all([readLogClock(tx, now), readMark(tx)])
  return { clock, mark }
}
