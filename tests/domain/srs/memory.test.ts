import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Memory, type Rating, RATINGS } from '../../../src/domain/model.ts'
import {
  DEFAULT_WEIGHTS,
  exactIntervalDays,
  intervalDays,
  nextDifficulty,
  nextMemory,
  rawStabilityAfterFailure,
  retrievability,
  stabilityAfterSuccess,
  stabilityOnTheSameDay,
} from '../../../src/domain/srs/memory.ts'
import { clipWeights, migrateWeights } from '../../../src/domain/srs/fit/weights.ts'
import { studyDay } from '../../../src/domain/time.ts'

const ratingOf = (grade: number): Rating => RATINGS[grade - 1]!

function memoryAfter(
  reviews: readonly (readonly [number, number])[],
  weights: readonly number[],
): Memory {
  let memory: Memory | null = null
  for (const [grade, days] of reviews) memory = nextMemory(memory, days, ratingOf(grade), weights)
  return memory!
}

describe('FSRS-6', () => {
  it('starts from the default weights of the reference', () => {
    expect(DEFAULT_WEIGHTS).toHaveLength(21)
    expect(nextMemory(null, 0, 'good', DEFAULT_WEIGHTS).stability).toBe(2.3065)
  })

  it('recalls with a chance of 1 at once and 0.9 after one stability', () => {
    expect(retrievability(0, 3, DEFAULT_WEIGHTS)).toBe(1)
    expect(retrievability(-5, 3, DEFAULT_WEIGHTS)).toBe(1)
    expect(retrievability(3, 3, DEFAULT_WEIGHTS)).toBeCloseTo(0.9, 12)
  })

  it('finds the interval that undoes the forgetting curve', () => {
    for (const retention of [0.7, 0.8, 0.9, 0.97, 0.99]) {
      const days = exactIntervalDays(12.5, retention, DEFAULT_WEIGHTS)
      expect(retrievability(days, 12.5, DEFAULT_WEIGHTS)).toBeCloseTo(retention, 12)
    }
    expect(exactIntervalDays(12.5, 1, DEFAULT_WEIGHTS)).toBe(0)
    expect(intervalDays(0.01, 0.9, DEFAULT_WEIGHTS)).toBe(1)
  })

  it.each([0, -0.1, 1.01, Number.NaN])('refuses a desired retention of %s', (retention) => {
    expect(() => exactIntervalDays(1, retention, DEFAULT_WEIGHTS)).toThrow(RangeError)
  })

  it('refuses elapsed days that are not a number', () => {
    expect(() => nextMemory(null, Number.NaN, 'good', DEFAULT_WEIGHTS)).toThrow(RangeError)
  })

  it('takes a clock set back for the same day', () => {
    const memory = { stability: 4, difficulty: 6 }
    expect(nextMemory(memory, -3, 'good', DEFAULT_WEIGHTS)).toEqual(
      nextMemory(memory, 0, 'good', DEFAULT_WEIGHTS),
    )
  })

  it('keeps stability and difficulty in their ranges whatever happens', () => {
    let memory: Memory | null = null
    for (let round = 0; round < 400; round++) {
      memory = nextMemory(memory, round % 3 === 0 ? 0 : 50_000, 'easy', DEFAULT_WEIGHTS)
    }
    expect(memory).toEqual({ stability: 36_500, difficulty: 1 })
    for (let round = 0; round < 400; round++) {
      memory = nextMemory(memory, 0, 'again', DEFAULT_WEIGHTS)
    }
    expect(memory!.stability).toBeGreaterThanOrEqual(0.001)
    expect(memory!.difficulty).toBeLessThanOrEqual(10)
  })

  it('never lets a lapse end above the stability it started from', () => {
    for (const stability of [0.001, 0.05, 1, 20, 36_500]) {
      const after = nextMemory({ stability, difficulty: 1 }, 900, 'again', DEFAULT_WEIGHTS)
      expect(after.stability).toBeLessThanOrEqual(Math.max(0.001, stability))
    }
  })
})

const VECTORS = resolve(process.cwd(), '../shared/vectors/fsrs6-model.json')

interface Vectors {
  default_parameters: number[]
  memory_state: {
    id: string
    w: number[] | string
    reviews?: [number, number][]
    timestamps_ms?: number[]
    ratings?: number[]
    stability?: number
    difficulty?: number
    stability_sequence?: number[]
    final_stability?: number
    tol: number
  }[]
  next_states: {
    w: number[]
    start: { reviews: [number, number][] } | Memory
    desired_retention: number
    days_elapsed: number
    again?: Memory
    hard?: Memory
    good?: Memory
    easy?: Memory
    tol: number
  }[]
  first_review: { stability: number[]; difficulty: number[]; tol: number }
  next_difficulty: { d: number; after: number[]; tol: number }
  stability_after_success: {
    s: number
    difficulty: number[]
    rating: number[]
    r: number[]
    expected: number[]
    tol: number
  }
  stability_after_failure_raw: {
    s: number
    difficulty: number[]
    r: number[]
    expected: number[]
    tol: number
  }
  stability_short_term: { s: number; rating: number[]; expected: number[]; tol: number }
  forgetting_curve: { decay?: number; t: number[]; s: number[]; expected: number[]; tol: number }[]
  next_interval: { stability: number; desired_retention: number[]; days: number[] }
  migrate_parameters: {
    from17?: number[]
    to21?: number[]
    from19?: number[]
    append?: number[]
    tol?: number
  }[]
  clip_w17_w18: { w: string; relearning_steps: number; expected: number[]; tol: number }[]
  clip_partial: { input: number[]; expected: number[] }
  bounds: { clamps: [number, number][] }
}

describe.runIf(existsSync(VECTORS))('FSRS-6 against the reference numbers', () => {
  const vectors: Vectors = existsSync(VECTORS) ? JSON.parse(readFileSync(VECTORS, 'utf8')) : null

  function near(actual: number, expected: number, tolerance: number): void {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance)
  }

  function weightsOf(w: number[] | string): readonly number[] {
    if (typeof w !== 'string') return migrateWeights(w)!
    const named = [...DEFAULT_WEIGHTS]
    if (w.includes('w17=w18=w19=0')) named.fill(0, 17, 20)
    else if (w !== 'default') throw new RangeError(w)
    return named
  }

  it('has the same default weights', () => {
    expect(DEFAULT_WEIGHTS).toEqual(vectors.default_parameters)
  })

  it('reaches the same memory after whole histories', () => {
    for (const vector of vectors.memory_state) {
      const weights = weightsOf(vector.w)
      let memory: Memory | null = null
      let lastDay: number | null = null
      const stabilities: number[] = []
      const answers =
        vector.reviews ??
        vector.ratings!.map((grade, at): [number, number] => {
          if (grade === 0) return [0, 0]
          const day = studyDay(vector.timestamps_ms![at]!, 0, 0)
          const elapsed = lastDay === null ? 0 : day - lastDay
          lastDay = day
          return [grade, elapsed]
        })
      for (const [grade, days] of answers) {
        if (grade === 0) continue
        memory = nextMemory(memory, days, ratingOf(grade), weights)
        stabilities.push(memory.stability)
      }
      const stability = vector.stability ?? vector.final_stability
      if (stability !== undefined) near(memory!.stability, stability, vector.tol)
      if (vector.difficulty !== undefined) near(memory!.difficulty, vector.difficulty, vector.tol)
      vector.stability_sequence?.forEach((expected, at) =>
        near(stabilities[at]!, expected, vector.tol),
      )
    }
  })

  it('branches into the same four memories', () => {
    for (const vector of vectors.next_states) {
      const weights = weightsOf(vector.w)
      const start =
        'reviews' in vector.start ? memoryAfter(vector.start.reviews, weights) : vector.start
      for (const rating of RATINGS) {
        const expected = vector[rating]
        if (expected === undefined) continue
        const actual = nextMemory(start, vector.days_elapsed, rating, weights)
        near(actual.stability, expected.stability, vector.tol)
        near(actual.difficulty, expected.difficulty, vector.tol)
        near(
          exactIntervalDays(actual.stability, vector.desired_retention, weights),
          expected.stability,
          vector.tol,
        )
      }
    }
  })

  it('gives the same first memories', () => {
    const { stability, difficulty, tol } = vectors.first_review
    RATINGS.forEach((rating, at) => {
      const memory = nextMemory(null, 0, rating, DEFAULT_WEIGHTS)
      near(memory.stability, stability[at]!, tol)
      near(memory.difficulty, difficulty[at]!, tol)
    })
  })

  it('has the same parts', () => {
    const difficulty = vectors.next_difficulty
    difficulty.after.forEach((expected, at) =>
      near(nextDifficulty(difficulty.d, at + 1, DEFAULT_WEIGHTS), expected, difficulty.tol),
    )
    const success = vectors.stability_after_success
    success.expected.forEach((expected, at) => {
      const { s, difficulty: d, r, rating } = success
      const actual = stabilityAfterSuccess(s, d[at]!, r[at]!, rating[at]!, DEFAULT_WEIGHTS)
      // The reference counts an "again" through the formula of success here, as plain numbers.
      near(actual, expected, success.tol)
    })
    const failure = vectors.stability_after_failure_raw
    failure.expected.forEach((expected, at) =>
      near(
        rawStabilityAfterFailure(
          failure.s,
          failure.difficulty[at]!,
          failure.r[at]!,
          DEFAULT_WEIGHTS,
        ),
        expected,
        failure.tol,
      ),
    )
    const sameDay = vectors.stability_short_term
    sameDay.expected.forEach((expected, at) =>
      near(
        stabilityOnTheSameDay(sameDay.s, sameDay.rating[at]!, DEFAULT_WEIGHTS),
        expected,
        sameDay.tol,
      ),
    )
  })

  it('forgets along the same curve', () => {
    for (const { decay, t, s, expected, tol } of vectors.forgetting_curve) {
      const weights = DEFAULT_WEIGHTS.with(20, decay ?? DEFAULT_WEIGHTS[20]!)
      expected.forEach((value, at) => near(retrievability(t[at]!, s[at]!, weights), value, tol))
    }
  })

  it('waits the same whole days', () => {
    const { stability, desired_retention, days } = vectors.next_interval
    expect(desired_retention.map((r) => intervalDays(stability, r, DEFAULT_WEIGHTS))).toEqual(days)
  })

  it('turns older weight sets into the same 21', () => {
    for (const { from17, to21, from19, append, tol = 0 } of vectors.migrate_parameters) {
      if (from17 !== undefined) {
        migrateWeights(from17)!.forEach((weight, at) => near(weight, to21![at]!, tol))
      }
      if (from19 !== undefined) expect(migrateWeights(from19)).toEqual([...from19, ...append!])
    }
  })

  it('clips weights to the same bounds', () => {
    const low = vectors.bounds.clamps.map(([least]) => least)
    const high = vectors.bounds.clamps.map(([, greatest]) => greatest)
    expect(clipWeights(low.map(() => -Infinity))).toEqual(low)
    expect(clipWeights(high.map(() => Infinity))).toEqual(high)
    const { input, expected } = vectors.clip_partial
    expect(clipWeights(input)).toEqual(expected)
  })

  it('holds same-day growth back where there are several relearning steps', () => {
    for (const vector of vectors.clip_w17_w18) {
      const weights = [...DEFAULT_WEIGHTS]
      for (const [, names, value] of vector.w.matchAll(/((?:w\d+=)+)(inf|[\d.]+)/g)) {
        for (const [, index] of names!.matchAll(/w(\d+)=/g)) {
          weights[Number(index)] = value === 'inf' ? Infinity : Number(value)
        }
      }
      const clipped = clipWeights(weights, vector.relearning_steps)
      near(clipped[17]!, vector.expected[0]!, vector.tol)
      near(clipped[18]!, vector.expected[1]!, vector.tol)
    }
  })
})
