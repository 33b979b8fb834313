/** Review histories that a script can hand to another program and a test to ours: the same for the same seed. */
import { seededRandom } from '../../src/domain/random.ts'
import { DEFAULT_WEIGHTS } from '../../src/domain/srs/memory.ts'
import { clipWeights } from '../../src/domain/srs/fit/weights.ts'

export interface History {
  /** 1 again … 4 easy. */
  readonly grades: readonly number[]
  /** Days since the answer before; 0 for the first. */
  readonly days: readonly number[]
}

/** Six weight sets: the default, four within the bounds at random, one whose first stability is below 0.1 days. */
export function weightSets(): readonly (readonly number[])[] {
  const random = seededRandom(6)
  const strayed = Array.from({ length: 4 }, () =>
    clipWeights(DEFAULT_WEIGHTS.map((weight) => weight * Math.exp((random() - 0.5) * 0.9))).map(
      (weight) => Number(weight.toFixed(4)),
    ),
  )
  const forgetful = DEFAULT_WEIGHTS.with(0, 0.0313).with(1, 0.0982).with(2, 0.4)
  return [DEFAULT_WEIGHTS, ...strayed, forgetful]
}

/** A history of 2 … 14 answers: steps on one day, reviews about when they are due, and some long breaks. */
export function history(seed: number): History {
  const random = seededRandom(seed)
  const length = 2 + Math.floor(random() * 13)
  const grades: number[] = []
  const days: number[] = []
  let interval = 1
  for (let at = 0; at < length; at++) {
    const chance = random()
    grades.push(chance < 0.2 ? 1 : chance < 0.3 ? 2 : chance < 0.85 ? 3 : 4)
    const sameDay = at === 0 || random() < 0.3
    days.push(sameDay ? 0 : Math.max(1, Math.round(interval * (0.5 + random() * 1.5))))
    interval = grades[at] === 1 ? 1 : Math.min(2_000, interval * (1.2 + random() * 2))
    if (random() < 0.03) interval = 5_000 * random()
  }
  return { grades, days }
}

export const HISTORIES_PER_SET = 200
