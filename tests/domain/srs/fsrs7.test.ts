import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Memory, RATINGS } from '../../../src/domain/model.ts'
import {
  dualIntervalDays,
  dualRecall,
  FSRS7_WEIGHTS,
  nextDualMemory,
} from '../../../src/domain/srs/fsrs7.ts'
import { lasts, memoryModel } from '../../../src/domain/srs/models.ts'
import { replay } from '../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS, withModel } from '../../../src/domain/srs/settings.ts'
import { seededRandom } from '../../../src/domain/random.ts'
import { answer, randomLog } from './devices.ts'

function randomMemory(random: () => number): Memory {
  return {
    stability: Math.exp(random() * 12 - 5),
    difficulty: 1 + 9 * random(),
    fast: Math.exp(random() * 12 - 5),
  }
}

describe('FSRS-7', () => {
  it('starts with a fast trace of four fifths', () => {
    const memory = nextDualMemory(null, 0, 'good', FSRS7_WEIGHTS)
    expect(memory.stability).toBe(3.9221)
    expect(memory.fast).toBeCloseTo(3.13768, 10)
  })

  it('is sure of nothing, not even at once', () => {
    const memory = nextDualMemory(null, 0, 'good', FSRS7_WEIGHTS)
    expect(dualRecall(memory, 0, FSRS7_WEIGHTS)).toBeCloseTo(0.99999, 12)
    expect(dualRecall(memory, -4, FSRS7_WEIGHTS)).toBe(dualRecall(memory, 0, FSRS7_WEIGHTS))
  })

  it('only ever forgets', () => {
    const random = seededRandom(1)
    for (let round = 0; round < 500; round++) {
      const memory = randomMemory(random)
      let before = 1
      for (let days = 0.001; days < 40_000; days *= 1.7) {
        const recall = dualRecall(memory, days, FSRS7_WEIGHTS)
        expect(recall).toBeLessThan(before)
        expect(recall).toBeGreaterThan(0)
        before = recall
      }
    }
  })

  it('finds the moment at which recall has fallen to what is desired', () => {
    const random = seededRandom(2)
    let found = 0
    for (let round = 0; round < 500; round++) {
      const memory = randomMemory(random)
      for (const retention of [0.7, 0.9, 0.97]) {
        const days = dualIntervalDays(memory, retention, FSRS7_WEIGHTS)
        if (days === 0 || days === 36_500) continue
        expect(dualRecall(memory, days, FSRS7_WEIGHTS)).toBeCloseTo(retention, 7)
        found += 1
      }
    }
    expect(found).toBeGreaterThan(1_000)
  })

  it.each([0, 1, Number.NaN])('refuses a desired retention of %s', (retention) => {
    const memory = nextDualMemory(null, 0, 'good', FSRS7_WEIGHTS)
    expect(() => dualIntervalDays(memory, retention, FSRS7_WEIGHTS)).toThrow(RangeError)
  })

  it('keeps all three numbers in their ranges, and again above none of them', () => {
    const random = seededRandom(3)
    for (let round = 0; round < 2_000; round++) {
      const memory = randomMemory(random)
      const rating = RATINGS[Math.floor(random() * 4)]!
      const after = nextDualMemory(memory, random() * 100, rating, FSRS7_WEIGHTS)
      for (const days of [after.stability, after.fast!]) {
        expect(days).toBeGreaterThanOrEqual(0.0001)
        expect(days).toBeLessThanOrEqual(36_500)
      }
      expect(after.difficulty).toBeGreaterThanOrEqual(1)
      expect(after.difficulty).toBeLessThanOrEqual(10)
      if (rating === 'again') {
        expect(after.stability).toBeLessThanOrEqual(memory.stability)
        expect(after.fast!).toBeLessThanOrEqual(Math.max(0.0001, 0.8 * after.stability))
      }
    }
  })

  it('makes a card harder the more surprising it was to forget it', () => {
    const memory = { stability: 20, difficulty: 5, fast: 200 }
    const recall = dualRecall(memory, 3, FSRS7_WEIGHTS)
    const easiest = FSRS7_WEIGHTS[4]! - Math.exp(3 * FSRS7_WEIGHTS[5]!) + 1
    const rise = (2 * FSRS7_WEIGHTS[6]! * (recall + 0.1) * 5) / 9
    const { difficulty } = nextDualMemory(memory, 3, 'again', FSRS7_WEIGHTS)
    expect(difficulty).toBeCloseTo(0.01 * easiest + 0.99 * (5 + rise), 10)
  })

  it('counts the minutes of a learning step in a replay', () => {
    const first = answer({ id: 'a' })
    const second = answer({ id: 'b', at: first.at + 600_000, previous: 'a' })
    const settings = withModel(DEFAULT_SRS_SETTINGS, 'fsrs-7')
    const once = nextDualMemory(null, 0, 'good', FSRS7_WEIGHTS)
    const card = replay([first, second], settings).cards.get('card')!
    expect(card.memory).toEqual(nextDualMemory(once, 600 / 86_400, 'good', FSRS7_WEIGHTS))
  })

  it('takes over by a replay of the same log', () => {
    const log = randomLog(11, 60)
    const six = replay(log, DEFAULT_SRS_SETTINGS)
    const seven = replay(log, withModel(DEFAULT_SRS_SETTINGS, 'fsrs-7'))
    expect([...seven.cards.keys()]).toEqual([...six.cards.keys()])
    for (const [id, card] of seven.cards) {
      const { reps } = six.cards.get(id)!
      expect(card.reps).toBe(reps)
      if (card.memory !== null) expect(card.memory.fast).toBeGreaterThan(0)
    }
  })

  it('says like FSRS-6 whether a memory lasts three weeks', () => {
    const six = memoryModel('fsrs-6')
    expect(lasts(six, { stability: 21, difficulty: 5 }, 21, six.defaultWeights)).toBe(true)
    expect(lasts(six, { stability: 20.99, difficulty: 5 }, 21, six.defaultWeights)).toBe(false)
    const seven = memoryModel('fsrs-7')
    const memory = { stability: 30, difficulty: 5, fast: 300 }
    const days = seven.intervalDays(memory, 0.9, seven.defaultWeights)
    expect(lasts(seven, memory, days * 0.999, seven.defaultWeights)).toBe(true)
    expect(lasts(seven, memory, days * 1.001, seven.defaultWeights)).toBe(false)
  })
})

const VECTORS = resolve(process.cwd(), '../shared/vectors/fsrs7-model.json')

interface Vectors {
  default_weights: number[]
  progression: {
    ratings: number[]
    delta_t_days: number[]
    states: [slow: number, fast: number, difficulty: number][]
    tol: number
  }
}

describe.runIf(existsSync(VECTORS))('FSRS-7 against the reference numbers', () => {
  const vectors: Vectors = existsSync(VECTORS) ? JSON.parse(readFileSync(VECTORS, 'utf8')) : null

  it('has the same default weights', () => {
    expect(FSRS7_WEIGHTS).toEqual(vectors.default_weights)
  })

  it('goes through the same states', () => {
    const { ratings, delta_t_days, states, tol } = vectors.progression
    let memory: Memory | null = null
    ratings.forEach((grade, at) => {
      memory = nextDualMemory(memory, delta_t_days[at]!, RATINGS[grade - 1]!, FSRS7_WEIGHTS)
      const [slow, fast, difficulty] = states[at]!
      expect(Math.abs(memory.stability - slow)).toBeLessThanOrEqual(tol)
      expect(Math.abs(memory.fast! - fast)).toBeLessThanOrEqual(tol)
      expect(Math.abs(memory.difficulty - difficulty)).toBeLessThanOrEqual(tol)
    })
  })
})
