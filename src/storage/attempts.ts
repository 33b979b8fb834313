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

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value)

function isAttempt(stored: unknown): stored is Attempt {
  if (typeof stored !== 'object' || stored === null) return false
  const { at, answers, scored, accepted, before, after }: Record<string, unknown> = { ...stored }
  return (
    isNumber(at) &&
    isNumber(answers) &&
    isNumber(scored) &&
    typeof accepted === 'boolean' &&
    (before === null || isNumber(before)) &&
    (after === null || isNumber(after))
  )
}

/** null when there was none. */
export async function readAttempt(disk: Disk): Promise<Attempt | null> {
  const stored = await readSetting(disk, KEY)
  return isAttempt(stored) ? stored : null
}

export async function rememberAttempt(disk: Disk, attempt: Attempt): Promise<void> {
  await writeSetting(disk, KEY, attempt)
}
