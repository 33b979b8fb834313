import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Memory, RATINGS } from '../../../../src/domain/model.ts'
import { adam, addPull, cosineRate } from '../../../../src/domain/srs/fit/adam.ts'
import {
  firstStabilityLoss,
  searchFirstStability,
  smoothAndFill,
} from '../../../../src/domain/srs/fit/firstStability.ts'
import type {
  FirstReturn,
  FirstStabilities,
} from '../../../../src/domain/srs/fit/firstStability.ts'
import { addCardGradient, cardLoss, newTape } from '../../../../src/domain/srs/fit/gradient.ts'
import { DEFAULT_WEIGHTS, nextMemory, retrievability } from '../../../../src/domain/srs/memory.ts'
import { trainingSet } from '../../../../src/domain/srs/fit/trainingSet.ts'
import type { TrainingSet } from '../../../../src/domain/srs/fit/trainingSet.ts'
import { clipWeights } from '../../../../src/domain/srs/fit/weights.ts'
import { history, weightSets } from '../../../golden/histories.ts'

function lossOf(weights: readonly number[], set: TrainingSet, scores: Float64Array): number {
  const w = Float64Array.from(weights)
  const tape = newTape(set)
  let loss = 0
  for (let card = 0; card + 1 < set.starts.length; card++) {
    loss += cardLoss(w, set, card, scores, tape)
  }
  return loss
}

function gradientOf(weights: readonly number[], set: TrainingSet, scores: Float64Array): number[] {
  const w = Float64Array.from(weights)
  const tape = newTape(set)
  const gradient = new Float64Array(21)
  for (let card = 0; card + 1 < set.starts.length; card++) {
    cardLoss(w, set, card, scores, tape)
    addCardGradient(w, set, card, scores, tape, gradient)
  }
  return [...gradient]
}

function randomSet(from: number, cards: number): { set: TrainingSet; scores: Float64Array } {
  const set = trainingSet(
    Array.from({ length: cards }, (_, at) => {
      const { grades, days } = history(from + at)
      return { grades, days, times: grades.map((_grade, step) => step) }
    }),
  )
  return { set, scores: Float64Array.from(set.days, (days) => (days > 0 ? 1 : 0)) }
}

describe('cardLoss', () => {
  it('is the cross-entropy of the recall that memory.ts predicts', () => {
    for (const weights of weightSets()) {
      const { set, scores } = randomSet(1, 40)
      let expected = 0
      for (let card = 0; card < 40; card++) {
        let memory: Memory | null = null
        for (let row = set.starts[card]!; row < set.starts[card + 1]!; row++) {
          const grade = set.grades[row]!
          const days = set.days[row]!
          if (memory !== null && days > 0) {
            const recall = retrievability(days, memory.stability, weights)
            expected -= Math.log(grade > 1 ? recall : 1 - recall)
          }
          memory = nextMemory(memory, days, RATINGS[grade - 1]!, weights)
        }
      }
      expect(lossOf(weights, set, scores)).toBeCloseTo(expected, 6)
    }
  })
})

describe('addCardGradient', () => {
  it('is the slope of the loss by every weight', () => {
    // Away from the bounds, and where no minimum changes sides within the step.
    weightSets().forEach((weights, at) => {
      const { set, scores } = randomSet(500 + 60 * at, 60)
      const gradient = gradientOf(weights, set, scores)
      weights.forEach((weight, index) => {
        const step = 1e-6 * Math.max(0.1, weight)
        const above = lossOf(weights.with(index, weight + step), set, scores)
        const below = lossOf(weights.with(index, weight - step), set, scores)
        const slope = (above - below) / (2 * step)
        const scale = Math.max(1, Math.abs(slope))
        expect(Math.abs(gradient[index]! - slope) / scale, `set ${at}, w${index}`).toBeLessThan(
          1e-4,
        )
      })
    })
  })
})

describe('cosineRate', () => {
  it('falls to nothing at the period', () => {
    expect(cosineRate(0.04, 0, 5)).toBe(0.04)
    expect(cosineRate(0.04, 5, 5)).toBeCloseTo(0, 15)
  })
})

describe('smoothAndFill', () => {
  it('keeps the defaults when nothing was seen', () => {
    expect(smoothAndFill({})).toEqual(DEFAULT_WEIGHTS.slice(0, 4))
  })

  it('makes the one with fewer answers give way where two fall', () => {
    expect(smoothAndFill({ 1: 2, 2: 1, 3: 3, 4: 9 }, { 1: 50, 2: 5 })).toEqual([2, 2, 3, 9])
    expect(smoothAndFill({ 1: 2, 2: 1, 3: 3, 4: 9 }, { 1: 5, 2: 50 })).toEqual([1, 1, 3, 9])
  })

  it.each([
    [{ 1: 0.2, 2: 1.2 }],
    [{ 1: 0.2, 3: 3 }],
    [{ 1: 0.2, 4: 8 }],
    [{ 2: 1.2, 3: 3 }],
    [{ 2: 1.2, 4: 8 }],
    [{ 3: 3, 4: 8 }],
    [{ 1: 0.2, 2: 1.2, 4: 8 }],
  ])('fills %j with numbers that rise and satisfy both relations', (found: FirstStabilities) => {
    const filled = smoothAndFill(found)
    const [again, hard, good, easy] = filled.map(Math.log)
    for (const [grade, stability] of Object.entries(found)) {
      expect(filled[Number(grade) - 1]).toBeCloseTo(stability, 10)
    }
    if (Object.keys(found).length === 2) {
      expect(hard).toBeCloseTo(0.41 * again! + 0.59 * good!, 8)
    }
    expect(good).toBeCloseTo(0.46 * hard! + 0.54 * easy!, 8)
    expect(filled).toEqual(filled.toSorted((a, b) => a - b))
  })
})

const VECTORS = resolve(process.cwd(), '../shared/vectors/fsrs6-optimizer.json')

interface Vectors {
  batch: { t: number[][]; r: number[][]; delta_t: number[]; label: number[] }
  step1: {
    loss: number
    grad: number[]
    tol: number
    adam: { lr: number }
    w_after_adam_and_clip: number[]
  }
  l2_after_step1: {
    stddev: number[]
    batch_size: number
    total_size: number
    gamma: number
    penalty: number
    grad: number[]
  }
  step2: { w: string; loss: number; grad: number[]; w_after: number[] }
  cosine_annealing: { init_lr: number; t_max: number; lr: number[] }
  initial_stability_search: {
    first_rating: number
    data: { delta_t: number; recall: number; count: number }[]
    average_recall: number
    s0: number
    loss_at: { s: number; expected: number }
    tol: number
  }
  smooth_and_fill: { in: FirstStabilities; out: number[] }[]
}

describe.runIf(existsSync(VECTORS))('training against the reference numbers', () => {
  const vectors: Vectors = existsSync(VECTORS) ? JSON.parse(readFileSync(VECTORS, 'utf8')) : null
  const near = (actual: number, expected: number, tolerance: number) =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance)

  function batch(): { set: TrainingSet; scores: Float64Array } {
    const { t, r, delta_t, label } = vectors.batch
    const set = trainingSet(
      delta_t.map((days, card) => {
        const grades = [...r.map((row) => row[card]!), label[card] === 1 ? 3 : 1]
        return { grades, days: [...t.map((row) => row[card]!), days], times: grades }
      }),
    )
    const scores = new Float64Array(set.grades.length)
    delta_t.forEach((_, card) => {
      scores[set.starts[card + 1]! - 1] = 1
    })
    return { set, scores }
  }

  it('comes to the same loss, slopes and steps', () => {
    const { set, scores } = batch()
    const { step1, step2 } = vectors
    near(lossOf(DEFAULT_WEIGHTS, set, scores), step1.loss, step1.tol)
    const gradient = gradientOf(DEFAULT_WEIGHTS, set, scores)
    step1.grad.forEach((slope, at) => near(gradient[at]!, slope, step1.tol))

    const optimiser = adam(21)
    const weights = Float64Array.from(DEFAULT_WEIGHTS)
    optimiser.step(weights, Float64Array.from(gradient), step1.adam.lr)
    weights.set(clipWeights([...weights]))
    step1.w_after_adam_and_clip.forEach((weight, at) => near(weights[at]!, weight, 1e-4))

    near(lossOf([...weights], set, scores), step2.loss, step1.tol)
    const second = gradientOf([...weights], set, scores)
    step2.grad.forEach((slope, at) => near(second[at]!, slope, step1.tol))
    optimiser.step(weights, Float64Array.from(second), step1.adam.lr)
    weights.set(clipWeights([...weights]))
    step2.w_after.forEach((weight, at) => near(weights[at]!, weight, 1e-4))
  })

  it('pays the same price for leaving the weights it started from', () => {
    const { batch_size, total_size, gamma, penalty, grad, stddev } = vectors.l2_after_step1
    const slopes = new Float64Array(21)
    const weights = Float64Array.from(vectors.step1.w_after_adam_and_clip)
    const strength = (gamma * batch_size) / total_size
    near(addPull(weights, DEFAULT_WEIGHTS, stddev, strength, slopes), penalty, 1e-4)
    grad.forEach((slope, at) => near(slopes[at]!, slope, 1e-4 * Math.max(1, Math.abs(slope))))
  })

  it('slows down along the same cosine', () => {
    const { init_lr, t_max, lr } = vectors.cosine_annealing
    lr.forEach((rate, step) => near(cosineRate(init_lr, step, t_max), rate, 1e-12))
  })

  it('finds the same first stability', () => {
    const { first_rating, data, average_recall, s0, loss_at, tol } =
      vectors.initial_stability_search
    const returns: FirstReturn[] = data.map(({ delta_t, recall, count }) => ({
      days: delta_t,
      recall,
      count,
    }))
    near(searchFirstStability(first_rating, returns, average_recall), s0, 10 * tol)
    near(firstStabilityLoss(loss_at.s, first_rating, returns), loss_at.expected, tol)
  })

  it('smooths and fills to the same four', () => {
    for (const { in: found, out } of vectors.smooth_and_fill) {
      smoothAndFill(found).forEach((stability, at) => near(stability, out[at]!, 1e-6))
    }
  })
})
