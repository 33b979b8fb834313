import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import type { ReplayCard } from '../../../src/domain/srs/cardState.ts'
import { DEFAULT_SRS_SETTINGS, withModel } from '../../../src/domain/srs/settings.ts'
import { habitsOf, simulateWorkloads, USUAL_HABITS } from '../../../src/domain/srs/simulate.ts'
import type { SimulationInput, Workload } from '../../../src/domain/srs/simulate.ts'
import { answered } from './measure/oneCard.ts'

const today = 20_500

function workloads(input: Partial<SimulationInput>, retentions: number[]): Workload[] {
  const whole = { states: cards(400), settings: DEFAULT_SRS_SETTINGS, today, ...input }
  const work = simulateWorkloads(whole, retentions)
  for (;;) {
    const { value, done } = work.next()
    if (done === true) return value
  }
}

const cards = (count: number): ReplayCard[] =>
  Array.from({ length: count }, (_, at) => ({
    ...NEW_CARD,
    phase: 'review',
    memory: { stability: 5 + (at % 60), difficulty: 2 + (at % 7) },
    lastDay: today - (at % 30),
    dueDay: today + (at % 25) - 5,
  }))

describe('simulateWorkloads', () => {
  it('asks more the more is to be remembered, and remembers more', () => {
    const all = workloads({}, [0.75, 0.8, 0.85, 0.9, 0.95])
    for (const [index, workload] of all.slice(1).entries()) {
      expect(workload.answersPerDay).toBeGreaterThan(all[index]!.answersPerDay)
      expect(workload.remembered).toBeGreaterThan(all[index]!.remembered)
    }
    const [nine, ninetyFive] = [all[3]!, all[4]!]
    expect(ninetyFive.answersPerDay / nine.answersPerDay).toBeGreaterThan(1.5)
    expect(ninetyFive.answersPerDay / nine.answersPerDay).toBeLessThan(3)
    expect(nine.minutesPerDay).toBeCloseTo((nine.answersPerDay * USUAL_HABITS.tookMs) / 60_000, 9)
  })

  it('counts by hand what chance has no part in', () => {
    // Never forgotten in a year, all good: a card of stability 36,500 is asked once when it is due, and not again.
    const sure = { ...NEW_CARD, phase: 'review' as const, lastDay: today - 1, dueDay: today + 2 }
    const states = Array.from({ length: 10 }, () => ({
      ...sure,
      memory: { stability: 36_500, difficulty: 5 },
    }))
    const [workload] = workloads({ states, days: 100, seed: 5 }, [0.9])
    expect(workload!.answersPerDay).toBeCloseTo(10 / 100, 9)
    expect(workload!.remembered).toBeGreaterThan(9.9)
  })

  it('asks what is overdue on the first day', () => {
    const overdue = {
      ...NEW_CARD,
      phase: 'review' as const,
      lastDay: today - 90,
      dueDay: today - 60,
    }
    const states = [{ ...overdue, memory: { stability: 2, difficulty: 5 } }]
    const asked = Array.from({ length: 40 }, (_, seed) => {
      return workloads({ states, days: 1, seed }, [0.9])[0]!.answersPerDay
    })
    // Once, or forgotten and then its step: not for every time it was missed.
    expect(new Set(asked)).toEqual(new Set([1, 2]))
  })

  it('spreads new cards over the days, also when only a part is simulated', () => {
    const settings = { ...DEFAULT_SRS_SETTINGS, newPerDay: 10 }
    const many = { states: [], settings, newCards: 3_000, days: 300 }
    const [whole] = workloads({ ...many, mostCards: 3_000 }, [0.9])
    const [part] = workloads({ ...many, mostCards: 600 }, [0.9])
    expect(Math.abs(part!.answersPerDay / whole!.answersPerDay - 1)).toBeLessThan(0.05)
  })

  it('introduces new cards at the learner’s pace', () => {
    const settings = { ...DEFAULT_SRS_SETTINGS, newPerDay: 5, learningStepsMinutes: [] }
    const [few] = workloads({ states: [], settings, newCards: 10, days: 2 }, [0.9])
    const [many] = workloads({ states: [], settings, newCards: 500, days: 2 }, [0.9])
    expect(few!.answersPerDay).toBe(many!.answersPerDay)
    expect(few!.answersPerDay).toBeGreaterThanOrEqual(5)
    expect(few!.answersPerDay).toBeLessThan(9)
  })

  it('comes to about the same from a part of the cards', () => {
    const states = cards(4_000)
    const [whole] = workloads({ states, mostCards: 4_000 }, [0.9])
    const [part] = workloads({ states, mostCards: 1_000 }, [0.9])
    expect(Math.abs(part!.answersPerDay / whole!.answersPerDay - 1)).toBeLessThan(0.05)
  })

  it('leaves suspended cards alone', () => {
    const states = cards(50).map((card) => ({ ...card, suspended: true }))
    expect(workloads({ states }, [0.9])[0]).toMatchObject({ answersPerDay: 0, remembered: 0 })
  })

  it('takes cards from an iterator, which comes only once', () => {
    const [nine, ninetyFive] = workloads({ states: cards(50).values() }, [0.9, 0.95])
    expect(ninetyFive!.answersPerDay).toBeGreaterThan(nine!.answersPerDay)
  })

  it('works with the other memory model', () => {
    const settings = withModel(DEFAULT_SRS_SETTINGS, 'fsrs-7')
    const [nine, ninetyFive] = workloads({ settings, states: cards(200) }, [0.9, 0.95])
    expect(ninetyFive!.answersPerDay).toBeGreaterThan(nine!.answersPerDay)
  })

  it('is the same for the same seed', () => {
    expect(workloads({ seed: 3 }, [0.9])).toEqual(workloads({ seed: 3 }, [0.9]))
  })
})

describe('habitsOf', () => {
  it('are the shares of the buttons and the mean time', () => {
    const habits = habitsOf(answered())
    expect(habits.firstShares).toEqual({ again: 1, hard: 0, good: 0, easy: 0 })
    expect(habits).toMatchObject({ hardShare: 0, easyShare: 0, tookMs: 6_000 })
    expect(habitsOf([])).toEqual(USUAL_HABITS)
  })
})
