import type { SharedFeature } from './candidateFeatures.ts'

/**
 * Which reading a hanzi has where it stands: a log-linear model (conditional logit).
 *
 *   score(y) = Σ shared weight(f) · f(y)  +  Σ own weight(hanzi, y, f)
 *
 * over the features of the candidate (`candidateFeatures.ts`) and the indicators of the place (`placeFeatures.ts`). Weights are
 * whole numbers, so a score is a sum of whole numbers: the same in every engine. One natural logarithm is {@link UNIT}.
 */
export interface ReadingModel {
  /** Whether the model has learnt from examples of the hanzi, or what the given reading of it is like. */
  has(hanzi: string, reading?: string): boolean
  /** How common a reading is in the dictionary's words that hold the hanzi, in eighths of a natural logarithm. */
  commonness(hanzi: string, reading: string): number
  /** The score of each candidate. */
  score(
    hanzi: string,
    candidates: readonly string[],
    place: readonly string[],
    shared: readonly (readonly SharedFeature[])[],
  ): readonly number[]
}

/** Steps of a score to one natural logarithm. */
export const UNIT = 64
/** Own weights are stored in sixteenths. */
export const OWN_STEP = UNIT / 16
/** Of a reading that no word of the dictionary has, and that no example could have had. */
export const UNCOMMON = 6
const NEVER = -30 * UNIT

/** What is stored; made by `cli/training/storeReadings.ts`. */
export interface StoredReadings {
  /** `name weight`, separated by spaces. */
  readonly shared: string
  /** Of each hanzi its readings with their commonness: `还 hai2 40 huan2 33|…`. */
  readonly common: string
  /**
   * Of each hanzi its readings, separated by `|`; of each the features that differ from the first reading's, grouped by weight:
   * `hai2|huan2 -3;5了;R钱 12;…`.
   */
  readonly rows: Readonly<Record<string, string>>
}

interface OwnWeights {
  readonly readings: readonly string[]
  /** Of a feature, the weight for each reading. */
  readonly weights: ReadonlyMap<string, Int16Array>
}

/** The model of stored weights; those of a hanzi are read when it is first met. */
export function openReadingModel(stored: StoredReadings): ReadingModel {
  const shared = parsePairs(stored.shared.split(' '))
  let common: ReadonlyMap<string, ReadonlyMap<string, number>> | null = null
  const opened = new Map<string, OwnWeights>()
  const ownOf = (hanzi: string): OwnWeights | null => {
    const known = opened.get(hanzi)
    if (known) return known
    if (!Object.hasOwn(stored.rows, hanzi)) return null
    const own = parseOwn(stored.rows[hanzi]!)
    opened.set(hanzi, own)
    return own
  }
  return {
    has: (hanzi, reading) =>
      reading === undefined
        ? Object.hasOwn(stored.rows, hanzi)
        : ownOf(hanzi)?.readings.includes(reading) === true,
    commonness: (hanzi, reading) => {
      common ??= parseCommon(stored.common)
      return common.get(hanzi)?.get(reading) ?? UNCOMMON
    },
    score: (hanzi, candidates, place, features) => {
      const scores = features.map((ofCandidate) => {
        let score = 0
        for (const [name, value] of ofCandidate) score += (shared.get(name) ?? 0) * value
        return score
      })
      const own = ownOf(hanzi)
      if (own) addOwn(scores, own, candidates, place)
      return scores
    },
  }
}

function addOwn(
  scores: number[],
  { readings, weights }: OwnWeights,
  candidates: readonly string[],
  place: readonly string[],
): void {
  const sums = new Int32Array(readings.length)
  for (const feature of [BIAS, ...place]) {
    const row = weights.get(feature)
    if (row) for (let y = 0; y < sums.length; y++) sums[y]! += row[y]!
  }
  candidates.forEach((candidate, i) => {
    const y = readings.indexOf(candidate)
    scores[i]! += y < 0 ? NEVER : OWN_STEP * sums[y]!
  })
}

/** The indicator that is always there. */
export const BIAS = '*'

function parsePairs(fields: readonly string[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < fields.length; i += 2) pairs.set(fields[i]!, Number(fields[i + 1]))
  return pairs
}

function parseCommon(rows: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return new Map(
    rows.split('|').map((row) => {
      const [hanzi = '', ...fields] = row.split(' ')
      return [hanzi, parsePairs(fields)]
    }),
  )
}

function parseOwn(row: string): OwnWeights {
  const parts = row.split('|').map((part) => part.split(' '))
  const weights = new Map<string, Int16Array>()
  for (const [y, [, ...groups]] of parts.entries()) {
    for (const group of groups) {
      const [weight, ...features] = group.split(';')
      for (const feature of features) {
        let ofFeature = weights.get(feature)
        if (!ofFeature) weights.set(feature, (ofFeature = new Int16Array(parts.length)))
        ofFeature[y] = Number(weight)
      }
    }
  }
  return { readings: parts.map(([reading = '']) => reading), weights }
}
