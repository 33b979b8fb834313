import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_WEIGHTS } from '../../../../src/domain/srs/memory.ts'
import { cardLoss, newTape } from '../../../../src/domain/srs/fit/gradient.ts'
import { FEWEST_SCORED, fit, optimise } from '../../../../src/domain/srs/fit/optimise.ts'
import { logLoss } from './logLoss.ts'
import type { Optimised } from '../../../../src/domain/srs/fit/optimise.ts'
import { recencyWeights, trainingSet } from '../../../../src/domain/srs/fit/trainingSet.ts'
import type { TrainingSet } from '../../../../src/domain/srs/fit/trainingSet.ts'
import { clipWeights } from '../../../../src/domain/srs/fit/weights.ts'
import { answersOf, fitSeed, learners, testSeed } from '../../../quality/learners.ts'

/** Drives a generator to its end. */
function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const { value, done } = work.next()
    if (done === true) return value
  }
}

const finishOn = (set: TrainingSet, since?: number): Optimised =>
  finish(optimise(set, DEFAULT_WEIGHTS, since))

const learnerCalled = (name: string) => {
  const index = learners().findIndex((learner) => learner.name === name)
  return { learner: learners()[index]!, index }
}

describe('fit', () => {
  it('leaves the default weights where there is too little to go by', () => {
    const { learner } = learnerCalled('strayed far, 1')
    expect(finish(fit(trainingSet([])))).toEqual(DEFAULT_WEIGHTS)
    expect(finish(fit(answersOf(learner, FEWEST_SCORED - 1, 1)))).toEqual(DEFAULT_WEIGHTS)
    expect(finish(fit(answersOf(learner, FEWEST_SCORED, 1)))).not.toEqual(DEFAULT_WEIGHTS)
  })

  it('gives the same weights for the same answers, within the bounds', () => {
    const { learner } = learnerCalled('strayed far, 2')
    const set = answersOf(learner, 500, 3)
    const weights = finish(fit(set))
    expect(finish(fit(set))).toEqual(weights)
    clipWeights(weights).forEach((weight, at) => expect(weights[at]).toBeCloseTo(weight, 12))
  })

  it('comes to predict a learner who strays from the defaults', () => {
    const { learner, index } = learnerCalled('strayed far, 3')
    const later = answersOf(learner, 4_000, testSeed(index))
    const weights = finish(fit(answersOf(learner, 3_000, fitSeed(index, 0))))
    const best = logLoss(learner.weights, later)
    const standard = logLoss(DEFAULT_WEIGHTS, later)
    expect(logLoss(weights, later) - best).toBeLessThan(0.4 * (standard - best))
  })

  it('ends where no small step in any weight would do better', () => {
    const { learner } = learnerCalled('strayed far, 1')
    const set = answersOf(learner, 600, 3)
    const scores = recencyWeights(set)
    const spreads = [0.8, 0.8, 0.8, 0.8, 0.57, 0.28, 0.6, 0.01, 0.39, 0.18, 0.33, 0.3, 0.09]
    spreads.push(0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27)
    /** What is minimised: the weighted cost of all answers, and 4/2 (steps from the default, in spreads)². */
    const price = (weights: readonly number[]): number => {
      const tape = newTape(set)
      const w = Float64Array.from(weights)
      let sum = 0
      for (let card = 0; card + 1 < set.starts.length; card++) {
        sum += cardLoss(w, set, card, scores, tape)
      }
      weights.forEach((weight, at) => {
        const standard = DEFAULT_WEIGHTS[at]!
        const strayed = at < 4 ? Math.log(weight / standard) : weight - standard
        sum += 2 * (strayed / spreads[at]!) ** 2
      })
      return sum
    }
    const weights = finish(fit(set))
    const least = price(weights)
    weights.forEach((weight, at) => {
      const step = at < 4 ? 0.05 * weight : 0.05 * spreads[at]!
      for (const moved of [weight - step, weight + step]) {
        const within = clipWeights(weights.with(at, moved))
        expect(price(within), `w${at}`).toBeGreaterThan(least - 0.01)
      }
    })
  })

  it('stays finite on one-sided answers', () => {
    for (const grade of [1, 2, 3, 4]) {
      const set = trainingSet(
        Array.from({ length: 80 }, (_, at) => ({
          grades: Array.from({ length: 9 }, () => grade),
          days: [0, 0, 1, 3, 9, 30, 90, 300, 4_000],
          times: Array.from({ length: 9 }, (_step, step) => step * 100 + at),
        })),
      )
      for (const weight of finish(fit(set))) expect(Number.isFinite(weight)).toBe(true)
    }
  })

  it('reports its progress in small steps, and can be left at any of them', () => {
    const { learner } = learnerCalled('as the defaults')
    const work = fit(answersOf(learner, 2_000, 1))
    let last = 0
    let steps = 0
    for (let next = work.next(); next.done !== true; next = work.next()) {
      expect(next.value).toBeGreaterThanOrEqual(last)
      expect(next.value).toBeLessThanOrEqual(1)
      last = next.value
      steps += 1
    }
    expect(last).toBe(1)
    expect(steps).toBeGreaterThanOrEqual(200)
    const left = fit(answersOf(learner, 2_000, 1))
    left.next()
    expect(left.return([]).done).toBe(true)
  })
})

describe('optimise', () => {
  it('says nothing about too few answers', () => {
    const few = answersOf(learners()[0]!, 70, 1)
    expect(finishOn(few)).toMatchObject({ accepted: false, before: null, after: null, scored: 70 })
    expect(finishOn(trainingSet([]))).toMatchObject({ accepted: false, before: null, scored: 0 })
  })

  it('accepts a fit that predicts later answers better', () => {
    const { learner, index } = learnerCalled('strayed far, 3')
    const result = finishOn(answersOf(learner, 2_000, fitSeed(index, 0)))
    expect(result.accepted).toBe(true)
    expect(result.after!).toBeLessThan(result.before!)
  })

  it('does not accept what only fits the past', () => {
    const { learner, index } = learnerCalled('as the defaults')
    let accepted = 0
    for (let at = 0; at < 6; at++) {
      const set = answersOf(learner, 400, fitSeed(index, at))
      const result = finishOn(set)
      expect(logLoss(result.weights, set)).toBeLessThan(logLoss(DEFAULT_WEIGHTS, set))
      if (result.accepted) accepted += 1
    }
    expect(accepted).toBeLessThanOrEqual(2)
  })

  it('tests weights in force only on answers given since they were fitted', () => {
    const { learner, index } = learnerCalled('strayed far, 3')
    const set = answersOf(learner, 2_000, fitSeed(index, 0))
    const times = [...set.times].sort((a, b) => a - b)
    expect(finishOn(set, times.at(-1)!)).toMatchObject({ accepted: false, before: null })
    const half = finishOn(set, times[Math.floor(times.length / 2)]!)
    expect(half.accepted).toBe(true)
  })

  it('goes from 0 to 1', () => {
    const seen: number[] = []
    const work = optimise(answersOf(learners()[0]!, 300, 1), DEFAULT_WEIGHTS)
    for (let next = work.next(); next.done !== true; next = work.next()) {
      seen.push(Number(next.value.toFixed(9)))
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBeCloseTo(1, 10)
  })
})

interface Fits {
  fits: { learner: string; scored: number; weights: number[] }[]
}

describe('against fsrs-rs', () => {
  const file = resolve(import.meta.dirname, '../../../golden/fsrs6-fits.json')
  const { fits }: Fits = JSON.parse(readFileSync(file, 'utf8'))

  it('predicts later answers as well, from 2,000 on, give or take a thousandth of a nat', () => {
    const behind: number[] = []
    for (const { learner: name, scored, weights } of fits) {
      const { learner, index } = learnerCalled(name)
      if (scored > 2_000 || index % 4 !== 0) continue
      const later = answersOf(learner, 6_000, testSeed(index))
      const ours = finishOn(answersOf(learner, scored, fitSeed(index, 0)))
      behind.push(
        logLoss(ours.accepted ? ours.weights : DEFAULT_WEIGHTS, later) - logLoss(weights, later),
      )
    }
    expect(behind).toHaveLength(5)
    expect(behind.reduce((sum, gap) => sum + gap, 0) / behind.length).toBeLessThan(0.001)
  })
})
