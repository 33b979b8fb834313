import type { ReadingPlace } from '../../domain/zh/readingPlace.ts'
import { BIAS } from '../../domain/zh/readingModel.ts'
import { groupBy } from './groupBy.ts'
import { minimise } from './minimise.ts'
import { usageCorrection } from './readingUsage.ts'

/** A place whose reading is known, and how much it counts. */
export interface LabelledPlace extends ReadingPlace {
  readonly reading: string
  readonly weight: number
}

/** Strength of regularisation, and rounds, of the shared weights, and of a hanzi's own for an example that counts one. */
const SHARED = { l2: 300, rounds: 80 }
const OWN = { l2: 0.1, rounds: 60 }
/** How much of what is known of usage is believed. */
const USAGE = 0.5
/** Kinds of features that must be seen twice, or in an example that counts more than one; hanzi somewhere around thrice. */
const RARE = /^[~LRdDekKJsW16]/
const AROUND = '~'
const EXCLUDED = -30

/** The weights all hanzi share. */
export function fitShared(examples: readonly LabelledPlace[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  const rows = examples
    .filter(({ candidates, reading }) => candidates.length > 1 && candidates.includes(reading))
    .map(({ candidates, reading, weight, shared }) => ({
      weight,
      gold: candidates.indexOf(reading),
      candidates: shared.map((features) =>
        features.map(([name, value]) => [numberOf(name, index), value] as const),
      ),
    }))
  const weights = new Float64Array(index.size)
  minimise(
    weights,
    (now, slope) => {
      for (let f = 0; f < now.length; f++) slope[f]! += SHARED.l2 * now[f]!
      for (const { weight, gold, candidates } of rows) {
        const shares = softmax(
          candidates.map((features) => features.reduce((sum, [f, v]) => sum + v * now[f]!, 0)),
        )
        for (const [y, features] of candidates.entries()) {
          const excess = weight * (shares[y]! - (y === gold ? 1 : 0))
          for (const [f, value] of features) slope[f]! += excess * value
        }
      }
    },
    SHARED.rounds,
  )
  return new Map([...index].map(([name, f]) => [name, weights[f]!]))
}

/** Of each reading of a hanzi, the weights of the place's features. */
export type OwnWeights = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The own weights of every hanzi of which the examples show two readings that compete. */
export function fitOwn(
  examples: readonly LabelledPlace[],
  shared: ReadonlyMap<string, number>,
): ReadonlyMap<string, OwnWeights> {
  const byHanzi = groupBy(examples, ({ hanzi }) => hanzi)
  const own = new Map<string, OwnWeights>()
  for (const [hanzi, group] of byHanzi) {
    const readings = [...new Set(group.flatMap((one) => [...one.candidates, one.reading]))]
    if (readings.length > 1) own.set(hanzi, fitHanzi(hanzi, readings, group, shared))
  }
  return own
}

function fitHanzi(
  hanzi: string,
  readings: readonly string[],
  examples: readonly LabelledPlace[],
  shared: ReadonlyMap<string, number>,
): OwnWeights {
  const isKept = frequent(examples)
  const index = new Map<string, number>()
  const rows = examples.map((one) => ({
    weight: one.weight,
    gold: readings.indexOf(one.reading),
    features: [BIAS, ...one.place.filter(isKept)].map((name) => numberOf(name, index)),
    given: givenScores(one, readings, shared),
  }))
  const size = index.size
  const weights = new Float64Array(readings.length * size)
  const l2 = (OWN.l2 * rows.reduce((sum, { weight }) => sum + weight, 0)) / rows.length
  minimise(
    weights,
    (now, slope) => {
      for (let i = 0; i < now.length; i++) slope[i] = l2 * now[i]!
      for (const { weight, gold, features, given } of rows) {
        const shares = softmax(
          given.map((score, y) => features.reduce((sum, f) => sum + now[y * size + f]!, score)),
        )
        for (let y = 0; y < readings.length; y++) {
          const excess = weight * (shares[y]! - (y === gold ? 1 : 0))
          for (const f of features) slope[y * size + f]! += excess
        }
      }
    },
    OWN.rounds,
  )
  const corrections = usageCorrection(hanzi, readings, learntAlone(examples, readings))
  return new Map(
    readings.map((reading, y) => {
      const ofReading = new Map([...index].map(([name, f]) => [name, weights[y * size + f]!]))
      const correction = USAGE * corrections[y]!
      return [reading, ofReading.set(ALONE, (ofReading.get(ALONE) ?? 0) + correction)]
    }),
  )
}

/** The indicator of a hanzi that is a word of its own. */
const ALONE = 'pa'

function learntAlone(examples: readonly LabelledPlace[], readings: readonly string[]): number[] {
  const learnt = readings.map(() => 0)
  for (const { place, reading, weight } of examples) {
    if (place.includes(ALONE)) learnt[readings.indexOf(reading)]! += weight
  }
  return learnt
}

function frequent(examples: readonly LabelledPlace[]): (feature: string) => boolean {
  const seen = new Map<string, number>()
  for (const { place, weight } of examples) {
    for (const name of place) seen.set(name, (seen.get(name) ?? 0) + (weight > 1 ? 3 : 1))
  }
  return (feature) =>
    seen.get(feature)! > (feature.startsWith(AROUND) ? 2 : 1) || !RARE.test(feature)
}

/** What the shared weights say; a reading that cannot be here is out of the contest. */
function givenScores(
  { candidates, shared: features, reading }: LabelledPlace,
  readings: readonly string[],
  shared: ReadonlyMap<string, number>,
): readonly number[] {
  return readings.map((one) => {
    const ofCandidate = features[candidates.indexOf(one)]
    if (!ofCandidate) return one === reading ? 0 : EXCLUDED
    return ofCandidate.reduce((sum, [name, value]) => sum + (shared.get(name) ?? 0) * value, 0)
  })
}

function softmax(scores: readonly number[]): readonly number[] {
  const greatest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - greatest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

function numberOf(name: string, index: Map<string, number>): number {
  let number = index.get(name)
  if (number === undefined) index.set(name, (number = index.size))
  return number
}
