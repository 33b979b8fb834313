import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createEmptyCard, fsrs, FSRSAlgorithm, State } from 'ts-fsrs'
import { describe, expect, it } from 'vitest'
import { type Memory, type Phase, RATINGS } from '../../../src/domain/model.ts'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import { exactIntervalDays, intervalDays, nextMemory } from '../../../src/domain/srs/memory.ts'
import { applyEntries, replay } from '../../../src/domain/srs/replay.ts'
import { answerEntry, choices } from '../../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { seededRandom } from '../../../src/domain/random.ts'
import { HISTORIES_PER_SET, history, weightSets } from '../../golden/histories.ts'

/** How far apart two numbers are, as a share of the larger. */
function apart(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
}

interface Golden {
  sets: { weights: number[]; states: [stability: number, difficulty: number, interval: number][] }[]
}

describe('1,200 histories under six weight sets', () => {
  const file = resolve(import.meta.dirname, '../../golden/fsrs6-states.json')
  const golden: Golden = JSON.parse(readFileSync(file, 'utf8'))

  it('are those the golden states were made of', () => {
    expect(golden.sets.map(({ weights }) => weights)).toEqual(weightSets())
    expect(golden.sets.some(({ weights }) => weights[0]! < 0.1)).toBe(true)
  })

  it('end in the memories of fsrs-rs, to a thousandth', () => {
    let compared = 0
    golden.sets.forEach(({ weights, states }, set) => {
      states.forEach(([stability, difficulty, interval], at) => {
        const { grades, days } = history(set * HISTORIES_PER_SET + at + 1)
        let memory: Memory | null = null
        grades.forEach((grade, step) => {
          memory = nextMemory(memory, days[step]!, RATINGS[grade - 1]!, weights)
        })
        const ours: Memory = memory!
        expect(apart(ours.stability, stability), `set ${set}, history ${at}`).toBeLessThan(1e-3)
        expect(apart(ours.difficulty, difficulty)).toBeLessThan(1e-3)
        expect(apart(exactIntervalDays(ours.stability, 0.9, weights), interval)).toBeLessThan(1e-3)
        compared += 1
      })
    })
    expect(compared).toBe(1_200)
  })

  it('end in the memories of ts-fsrs where it does not raise the first stability to 0.1', () => {
    weightSets().forEach((weights, set) => {
      const oracle = new FSRSAlgorithm({ w: weights, enable_short_term: true })
      for (let at = 0; at < HISTORIES_PER_SET; at++) {
        const { grades, days } = history(set * HISTORIES_PER_SET + at + 1)
        if (weights[grades[0]! - 1]! < 0.1) continue
        let theirs: Memory | null = null
        let ours: Memory | null = null
        grades.forEach((grade, step) => {
          theirs = oracle.next_state(theirs, days[step]!, grade)
          ours = nextMemory(ours, days[step]!, RATINGS[grade - 1]!, weights)
          expect(apart(ours.stability, theirs.stability)).toBeLessThan(1e-5)
          expect(apart(ours.difficulty, theirs.difficulty)).toBeLessThan(1e-5)
          const whole = oracle.next_interval(theirs.stability, 0)
          expect(Math.min(36_500, intervalDays(ours.stability, 0.9, weights))).toBe(whole)
        })
      }
    })
  })
})

const PHASES: Readonly<Record<State, Phase>> = {
  [State.New]: 'new',
  [State.Learning]: 'learning',
  [State.Review]: 'review',
  [State.Relearning]: 'relearning',
}

describe('whole cards with learning steps', () => {
  it('go through the phases and memories of ts-fsrs', () => {
    // Midnight in UTC, where its days and ours are the same; no fuzz.
    const settings = { ...DEFAULT_SRS_SETTINGS, fuzz: false, rolloverHour: 0 }
    const scheduler = fsrs({ enable_fuzz: false, learning_steps: ['1m', '10m'] })
    for (let seed = 1; seed <= 300; seed++) {
      const random = seededRandom(seed)
      const state = replay([], settings)
      let at = Date.UTC(2026, 0, 5, 6)
      let theirs = createEmptyCard(at)
      for (let step = 0; step < 15; step++) {
        const grade = random() < 0.25 ? 1 : random() < 0.2 ? 2 : random() < 0.85 ? 3 : 4
        const rating = RATINGS[grade - 1]!
        const moment = { at, utcOffset: 0 }
        const before = state.cards.get('card') ?? NEW_CARD
        const choice = choices(before, moment, settings, 'card')[rating]
        applyEntries(state, [
          {
            id: `e${String(step).padStart(2, '0')}`,
            at: at,
            device: 'phone',
            ...answerEntry({
              card: 'card',
              rating,
              tookMs: 1_000,
              at: moment,
              choice,
              previous: before.last,
              settings,
            }),
          },
        ])
        theirs = scheduler.next(theirs, at, grade).card
        const ours = state.cards.get('card')!
        expect(ours.phase, `seed ${seed}, step ${step}`).toBe(PHASES[theirs.state])
        expect(apart(ours.memory!.stability, theirs.stability)).toBeLessThan(1e-5)
        expect(apart(ours.memory!.difficulty, theirs.difficulty)).toBeLessThan(1e-5)
        expect([ours.reps, ours.lapses]).toEqual([theirs.reps, theirs.lapses])
        // Its steps stay minutes across midnight, and hard on a later step is not that step again.
        if (choice.dueAt !== null && rating !== 'hard') expect(choice.dueAt).toBe(+theirs.due)
        // When the card comes back, or up to half as late again.
        at += Math.round(choice.intervalSeconds * 1_000 * (1 + random() / 2))
      }
    }
  })
})
