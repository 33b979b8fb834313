import { UNIT, OWN_STEP, type StoredReadings } from '../../domain/zh/readingModel.ts'
import type { CommonReadings } from './commonReadings.ts'
import type { OwnWeights } from './fitReadings.ts'

/** Own weights below this many sixteenths are dropped. */
const LEAST = 3
const GREATEST = 32_000 / OWN_STEP

/** Weights as they are stored: whole numbers, sorted, so the same for any order of the examples. */
export function storeReadings(
  shared: ReadonlyMap<string, number>,
  common: CommonReadings,
  own: ReadonlyMap<string, OwnWeights>,
): StoredReadings {
  const steps = [...shared]
    .map(([name, weight]) => [name, Math.round(UNIT * weight)] as const)
    .filter(([, weight]) => weight !== 0)
  return {
    shared: sorted(steps).flat().join(' '),
    common: [...common]
      .map(([hanzi, readings]) => [hanzi, ...sorted(readings)].flat().join(' '))
      .join('|'),
    rows: Object.fromEntries(sorted(own).map(([hanzi, weights]) => [hanzi, storeOwn(weights)])),
  }
}

const sorted = <T>(rows: Iterable<readonly [string, T]>): readonly (readonly [string, T])[] =>
  [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))

/** Each reading relative to the first: a choice among them does not see the difference. */
function storeOwn(weights: OwnWeights): string {
  const readings = sorted(weights)
  const zero = readings[0]![1]
  return readings
    .map(([reading, ofReading]) => {
      const byWeight = new Map<number, string[]>()
      for (const [name, weight] of sorted(ofReading)) {
        const exact = (weight - (zero.get(name) ?? 0)) * (UNIT / OWN_STEP)
        const step = Math.max(-GREATEST, Math.min(GREATEST, Math.round(exact)))
        if (Math.abs(step) >= LEAST) byWeight.set(step, [...(byWeight.get(step) ?? []), name])
      }
      const groups = [...byWeight].toSorted(([a], [b]) => a - b)
      return [reading, ...groups.map(([step, names]) => [step, ...names].join(';'))].join(' ')
    })
    .join('|')
}
