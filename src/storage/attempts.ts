import { keepQuietly } from './refusals.ts'
import { flag, number, orNull, shape } from '../domain/records/checks.ts'
import type { Disk } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

/** The last attempt of this device to fit weights, and what the gate said. */
export interface Attempt {
  readonly at: number
  /** Answers in the log at that time: the next attempt is due so many later. */
  readonly answers: number
  /** Answers it was fitted to. */
  readonly scored: number
  readonly accepted: boolean
  /** Mean cost of predicting later answers, in nats, by the weights then in force and by fits; null: too few to tell. */
  readonly before: number | null
  readonly after: number | null
}

const KEY = 'optimiser'

const isAttempt = shape<Attempt>({
  at: number,
  answers: number,
  scored: number,
  accepted: flag,
  before: orNull(number),
  after: orNull(number),
})

/** null when there was none. */
export async function readAttempt(disk: Disk): Promise<Attempt | null> {
  const stored = await readSetting(disk, KEY)
  return isAttempt(stored) ? stored : null
}

/** Remembers what an attempt came to; where there is no room, the next one is only due earlier. */
export async function rememberAttempt(disk: Disk, attempt: Attempt): Promise<void> {
  await keepQuietly(() => writeSetting(disk, KEY, attempt))
}
