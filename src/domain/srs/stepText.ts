import { MOST_STEPS, MOST_STEP_MINUTES } from './steps.ts'

/** Minutes of a unit, largest first. */
const UNITS = [
  ['d', 24 * 60],
  ['h', 60],
  ['m', 1],
  ['s', 1 / 60],
] as const

/** Learning steps as a learner types them: `1m 10m`, `30s 1h 1d`; a bare number is minutes. */
export function writeSteps(minutes: readonly number[]): string {
  return minutes.map(writeStep).join(' ')
}

function writeStep(minutes: number): string {
  const [unit, size] = UNITS.find(([, per]) => isWhole(minutes / per)) ?? (['m', 1] as const)
  return `${Math.round((minutes / size) * 100) / 100}${unit}`
}

const isWhole = (value: number): boolean => value >= 1 && Math.abs(value - Math.round(value)) < 1e-9

/**
 * The steps in minutes; empty for an empty text, which leaves every interval to the memory model.
 *
 * null when a part is no time, is longer than {@link MOST_STEP_MINUTES}, or there are more than {@link MOST_STEPS}.
 */
export function readSteps(text: string): readonly number[] | null {
  const parts = text.split(/[\s,，、;；]+/).filter((part) => part !== '')
  if (parts.length > MOST_STEPS) return null
  const minutes: number[] = []
  for (const part of parts) {
    const [, amount = '', letter = 'm'] = /^(\d+(?:\.\d+)?)([smhd])?$/i.exec(part) ?? []
    const size = UNITS.find(([unit]) => unit === letter.toLowerCase())?.[1] ?? 1
    const value = Number(amount) * size
    if (amount === '' || !(value >= 1 / 60) || value > MOST_STEP_MINUTES) return null
    minutes.push(value)
  }
  return minutes
}
