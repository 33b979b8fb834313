import { type Lattice } from './latticeTypes.ts'
import { BEAD_TYPES, EN_SIZE, ZH_SIZE } from './beadTypes.ts'
import type { Sides } from '../model.ts'
import type { TokenSide } from './tokenIds.ts'
import { lengthCost, lengthRatio } from './lengthCost.ts'
import type { Evidence, Matches } from './lexicalCost.ts'

/** Edges scored between two reports of progress. */
const CHUNK = 4000

/** How the parts of an untrained score are weighed. */
export interface UntrainedWeights {
  readonly logPrior: readonly number[]
  /** Weight of the lexical evidence: tokens are not as independent as Model 1 takes them to be. */
  readonly lexical: number
  readonly length: number
  /** No length costs more than this. */
  readonly worstLength: number
}

const SENTENCES: UntrainedWeights = {
  logPrior: BEAD_TYPES.map(({ prior }) => Math.log(prior)),
  lexical: 0.15,
  length: 1,
  worstLength: 12,
}

/** Everything scores are made from, over the segments of one bitext. */
export interface Measures {
  readonly matches: Matches
  readonly evidence: Evidence
  /** Characters before each segment, one more than there are segments. */
  readonly zhBefore: Float64Array
  readonly enBefore: Float64Array
  /** English characters for each Chinese one. */
  readonly ratio: number
}

/** The measures that lengths give. */
export function lengthMeasures({ zh, en }: Sides<TokenSide>) {
  return {
    zhBefore: runningSums(zh.length),
    enBefore: runningSums(en.length),
    ratio: lengthRatio(zh.length, en.length),
  }
}

function runningSums(values: Float64Array): Float64Array {
  const before = new Float64Array(values.length + 1)
  values.forEach((value, i) => (before[i + 1] = before[i]! + value))
  return before
}

/** Sum of the log-likelihood ratios of the segments of a bead, English then Chinese. */
export function enEvidence(
  m: Measures,
  zh: number,
  zhSize: number,
  en: number,
  enSize: number,
): number {
  let sum = 0
  for (let j = en; j < en + enSize; j++) sum += m.evidence.en(zh, zhSize, j)
  return sum
}

export function zhEvidence(
  m: Measures,
  zh: number,
  zhSize: number,
  en: number,
  enSize: number,
): number {
  let sum = 0
  for (let i = zh; i < zh + zhSize; i++) sum += m.evidence.zh(i, en, enSize)
  return sum
}

/**
 * Score of every edge without anything learnt: log prior of the bead's type + 0.15 · log-likelihood ratios of its segments
 * − cost of its lengths. Roughly a log chance.
 */
export function* untrainedScores(
  lattice: Lattice,
  m: Measures,
  { logPrior, lexical, length, worstLength } = SENTENCES,
): Generator<number, Float64Array> {
  const { type, zh, en } = lattice
  const score = new Float64Array(type.length)
  yield 0
  for (let edge = 0; edge < score.length; edge++) {
    const zhSize = ZH_SIZE[type[edge]!]!
    const enSize = EN_SIZE[type[edge]!]!
    let sum = logPrior[type[edge]!]!
    if (zhSize > 0 && enSize > 0) {
      const i = zh[edge]!
      const j = en[edge]!
      sum += lexical * (enEvidence(m, i, zhSize, j, enSize) + zhEvidence(m, i, zhSize, j, enSize))
      sum -= length * Math.min(worstLength, spanLengthCost(m, i, zhSize, j, enSize))
    }
    score[edge] = sum
    if (edge % CHUNK === CHUNK - 1) yield edge / score.length
  }
  return score
}

/** {@link lengthCost} of two spans. */
export function spanLengthCost(
  m: Measures,
  zh: number,
  zhSize: number,
  en: number,
  enSize: number,
): number {
  return lengthCost(
    m.zhBefore[zh + zhSize]! - m.zhBefore[zh]!,
    m.enBefore[en + enSize]! - m.enBefore[en]!,
    m.ratio,
  )
}
