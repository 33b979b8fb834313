import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Memory, RATINGS } from '../../src/domain/model.ts'
import { FSRS7_WEIGHTS, nextDualMemory } from '../../src/domain/srs/fsrs7.ts'
import {
  DEFAULT_WEIGHTS,
  nextDifficulty,
  nextMemory,
  rawStabilityAfterFailure,
  retrievability,
  stabilityAfterSuccess,
  stabilityOnTheSameDay,
} from '../../src/domain/srs/memory.ts'
import type { QualityRow } from './row.ts'

const FOLDER = resolve(process.cwd(), '../shared/vectors')

interface Listed {
  readonly expected: readonly number[]
  readonly tol: number
}

interface Fsrs6 {
  readonly first_review: {
    readonly stability: readonly number[]
    readonly difficulty: readonly number[]
    readonly tol: number
  }
  readonly next_difficulty: {
    readonly d: number
    readonly after: readonly number[]
    readonly tol: number
  }
  readonly stability_after_success: Listed & Terms & { readonly rating: readonly number[] }
  readonly stability_after_failure_raw: Listed & Terms
  readonly stability_short_term: Listed & { readonly s: number; readonly rating: readonly number[] }
  readonly forgetting_curve: readonly (Listed & {
    readonly decay?: number
    readonly t: readonly number[]
    readonly s: readonly number[]
  })[]
  readonly memory_state: readonly {
    readonly w: string | readonly number[]
    readonly reviews?: readonly (readonly [grade: number, days: number])[]
    readonly stability?: number
    readonly difficulty?: number
    readonly tol: number
  }[]
}

interface Terms {
  readonly s: number
  readonly difficulty: readonly number[]
  readonly r: readonly number[]
}

interface Fsrs7 {
  readonly progression: {
    readonly ratings: readonly number[]
    readonly delta_t_days: readonly number[]
    readonly states: readonly (readonly [slow: number, fast: number, difficulty: number])[]
    readonly tol: number
  }
}

/** Distances in units of the tolerance that the vector states: at most 1 is exact enough. */
type Distances = number[]

/** How far the memory models are from the reference vectors, at worst; the tests go through every vector one by one. */
export function measureVectors(): QualityRow[] {
  return [
    row('FSRS-6', 'fsrs6-model.json', (text) => distances6(JSON.parse(text))),
    row('FSRS-7', 'fsrs7-model.json', (text) => distances7(JSON.parse(text))),
  ]
}

function row(model: string, file: string, distancesOf: (text: string) => Distances): QualityRow {
  const path = resolve(FOLDER, file)
  const name = `memory, ${model} reference vectors: farthest, in tolerances`
  const rest = { name, goal: 1, floor: 1, better: 'lower' } as const
  if (!existsSync(path)) return { ...rest, value: null, note: '../shared is absent' }
  const distances = distancesOf(readFileSync(path, 'utf8'))
  return { ...rest, value: Math.max(...distances), note: `${distances.length} numbers` }
}

function distances6(vectors: Fsrs6): Distances {
  const distances: Distances = []
  const note = (actual: number, expected: number | undefined, tolerance: number) => {
    if (expected !== undefined) distances.push(Math.abs(actual - expected) / tolerance)
  }
  const { first_review: first, next_difficulty: harder } = vectors
  RATINGS.forEach((rating, at) => {
    const memory = nextMemory(null, 0, rating, DEFAULT_WEIGHTS)
    note(memory.stability, first.stability[at], first.tol)
    note(memory.difficulty, first.difficulty[at], first.tol)
  })
  harder.after.forEach((expected, at) =>
    note(nextDifficulty(harder.d, at + 1, DEFAULT_WEIGHTS), expected, harder.tol),
  )
  const success = vectors.stability_after_success
  success.expected.forEach((expected, at) => {
    const { s, difficulty, r, rating } = success
    const actual = stabilityAfterSuccess(s, difficulty[at]!, r[at]!, rating[at]!, DEFAULT_WEIGHTS)
    note(actual, expected, success.tol)
  })
  const failure = vectors.stability_after_failure_raw
  failure.expected.forEach((expected, at) => {
    const { s, difficulty, r } = failure
    note(
      rawStabilityAfterFailure(s, difficulty[at]!, r[at]!, DEFAULT_WEIGHTS),
      expected,
      failure.tol,
    )
  })
  const sameDay = vectors.stability_short_term
  sameDay.expected.forEach((expected, at) =>
    note(
      stabilityOnTheSameDay(sameDay.s, sameDay.rating[at]!, DEFAULT_WEIGHTS),
      expected,
      sameDay.tol,
    ),
  )
  for (const { decay, t, s, expected, tol } of vectors.forgetting_curve) {
    const weights = DEFAULT_WEIGHTS.with(20, decay ?? DEFAULT_WEIGHTS[20]!)
    expected.forEach((chance, at) => note(retrievability(t[at]!, s[at]!, weights), chance, tol))
  }
  for (const { w, reviews, stability, difficulty, tol } of vectors.memory_state) {
    if (w !== 'default' || reviews === undefined) continue
    let memory: Memory | null = null
    for (const [grade, days] of reviews)
      memory = nextMemory(memory, days, RATINGS[grade - 1]!, DEFAULT_WEIGHTS)
    note(memory?.stability ?? Number.NaN, stability, tol)
    note(memory?.difficulty ?? Number.NaN, difficulty, tol)
  }
  return distances
}

function distances7({ progression }: Fsrs7): Distances {
  const { ratings, delta_t_days: days, states, tol } = progression
  let memory: Memory | null = null
  return ratings.flatMap((grade, at) => {
    memory = nextDualMemory(memory, days[at]!, RATINGS[grade - 1]!, FSRS7_WEIGHTS)
    const [slow, fast, difficulty] = states[at]!
    const { stability, fast: quick = Number.NaN } = memory
    return [stability - slow, quick - fast, memory.difficulty - difficulty].map(
      (distance) => Math.abs(distance) / tol,
    )
  })
}
