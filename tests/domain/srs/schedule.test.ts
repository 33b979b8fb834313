import { type CardState } from '../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { RATINGS } from '../../../src/domain/model.ts'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import { DEFAULT_WEIGHTS, intervalDays, nextMemory } from '../../../src/domain/srs/memory.ts'
import { replay } from '../../../src/domain/srs/replay.ts'
import { answerEntry, choiceOf, choices } from '../../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { studyDay } from '../../../src/domain/time.ts'
import { seededRandom } from '../../../src/domain/random.ts'

const DAY = 86_400
const noon = { at: Date.UTC(2026, 2, 2, 4), utcOffset: 480 }
const today = studyDay(noon.at, 480, 4)
const settings = { ...DEFAULT_SRS_SETTINGS, fuzz: false }

/** A card in review, answered and due so many days ago. */
function inReview(fields: Partial<CardState> = {}): CardState {
  return {
    ...NEW_CARD,
    phase: 'review',
    memory: { stability: 10, difficulty: 5 },
    lastDay: today - 10,
    dueDay: today,
    reps: 3,
    last: 'before',
    ...fields,
  }
}

describe('choices for a new card', () => {
  const { again, hard, good, easy } = choices(NEW_CARD, noon, settings, 'card')

  it('go through the learning steps', () => {
    expect(again).toMatchObject({ phase: 'learning', remaining: 2, intervalSeconds: 60 })
    expect(hard).toMatchObject({ phase: 'learning', remaining: 2, intervalSeconds: 330 })
    expect(good).toMatchObject({ phase: 'learning', remaining: 1, intervalSeconds: 600 })
    expect(good.dueAt).toBe(noon.at + 600_000)
    expect(good.dueDay).toBeNull()
  })

  it('skip the steps when it was easy', () => {
    expect(easy).toMatchObject({ phase: 'review', remaining: 0, dueAt: null, dueDay: today + 8 })
    expect(easy.intervalSeconds).toBe(8 * DAY)
  })

  it('start the four memories', () => {
    for (const rating of RATINGS) {
      expect(choices(NEW_CARD, noon, settings, 'card')[rating].memory).toEqual(
        nextMemory(null, 0, rating, DEFAULT_WEIGHTS),
      )
    }
  })

  it('are all left to the memory model when there are no steps', () => {
    const none = { ...settings, learningStepsMinutes: [] }
    const days = RATINGS.map(
      (rating) => choices(NEW_CARD, noon, none, 'card')[rating].dueDay! - today,
    )
    expect(days).toEqual([1, 1, 2, 8])
  })
})

describe('choices for a card in learning', () => {
  const learning: CardState = {
    ...NEW_CARD,
    phase: 'learning',
    remaining: 1,
    memory: { stability: 2.3, difficulty: 5 },
    lastDay: today,
  }

  it('graduate on good from the last step, and keep easy a day longer', () => {
    const { hard, good, easy } = choices(learning, noon, settings, 'card')
    expect(hard).toMatchObject({ phase: 'learning', remaining: 1, intervalSeconds: 600 })
    expect(good).toMatchObject({ phase: 'review', remaining: 0, dueDay: today + 2 })
    expect(easy.dueDay! - today).toBeGreaterThan(2)
  })

  it('start over when the steps were shortened since', () => {
    const shortened = { ...settings, learningStepsMinutes: [5] }
    const { hard } = choices({ ...learning, remaining: 3 }, noon, shortened, 'card')
    expect(hard).toMatchObject({ remaining: 1, intervalSeconds: 450 })
  })

  it('make whole days of a step across the rollover', () => {
    const lateNight = { at: Date.UTC(2026, 2, 1, 19, 55), utcOffset: 480 } // 03:55
    const day = studyDay(lateNight.at, 480, 4)
    const { again, good } = choices(NEW_CARD, lateNight, settings, 'card')
    expect(again).toMatchObject({ dueAt: lateNight.at + 60_000, dueDay: null })
    expect(good).toMatchObject({ phase: 'learning', dueAt: null, dueDay: day + 1 })
    expect(good.intervalSeconds).toBe(DAY)
  })

  it('let a step across the rollover wait for the day after the one held by travel', () => {
    const westOfHome = { at: Date.UTC(2026, 2, 2, 8, 55), utcOffset: -300 } // 03:55 in New York
    const clock = studyDay(westOfHome.at, -300, 4)
    const held = { ...westOfHome, day: clock + 1 }
    const twoDays = { ...settings, learningStepsMinutes: [1, 1_450] }
    expect(choices(NEW_CARD, held, twoDays, 'card').good.dueDay).toBe(clock + 2)
    expect(choices(NEW_CARD, held, settings, 'card').good.dueAt).toBe(held.at + 600_000)
  })

  it('count a step of days in study days', () => {
    const days = { ...settings, learningStepsMinutes: [1_440, 4_320] }
    const { again, good } = choices(NEW_CARD, noon, days, 'card')
    expect(again).toMatchObject({ dueDay: today + 1, intervalSeconds: DAY })
    expect(good).toMatchObject({ dueDay: today + 3, intervalSeconds: 3 * DAY })
  })
})

describe('choices for a card in review', () => {
  it('come back when recall is expected to reach the desired retention', () => {
    const { good } = choices(inReview(), noon, settings, 'card')
    const memory = nextMemory({ stability: 10, difficulty: 5 }, 10, 'good', DEFAULT_WEIGHTS)
    expect(good.memory).toEqual(memory)
    expect(good.dueDay! - today).toBe(intervalDays(memory.stability, 0.9, DEFAULT_WEIGHTS))
    expect(good.intervalSeconds).toBe((good.dueDay! - today) * DAY)
  })

  it('relearn after a lapse, and without steps wait for the memory model', () => {
    const { again } = choices(inReview({ lapses: 7 }), noon, settings, 'card')
    expect(again).toMatchObject({ phase: 'relearning', remaining: 1, intervalSeconds: 600 })
    expect(again).toMatchObject({ lapses: 8, leech: true })
    const none = { ...settings, relearningStepsMinutes: [] }
    const lapsed = choices(inReview(), noon, none, 'card').again
    expect(lapsed).toMatchObject({ phase: 'review', remaining: 0, lapses: 1, leech: false })
  })

  it('leave relearning on good', () => {
    const relearning = inReview({ phase: 'relearning', remaining: 1, lastDay: today })
    const { good, again } = choices(relearning, noon, settings, 'card')
    expect(good).toMatchObject({ phase: 'review', lapses: 0 })
    expect(again).toMatchObject({ phase: 'relearning', remaining: 1, lapses: 0 })
  })

  it('respect the maximum', () => {
    const short = { ...settings, fuzz: true, maximumIntervalDays: 12 }
    for (const rating of ['hard', 'good', 'easy'] as const) {
      const { dueDay } = choices(inReview(), noon, short, 'card')[rating]
      expect(dueDay! - today).toBeLessThanOrEqual(12)
    }
  })

  it('take an early review by the days that have really passed', () => {
    const early = inReview({ lastDay: today - 2, dueDay: today + 8 })
    const { good } = choices(early, noon, settings, 'card')
    expect(good.memory).toEqual(
      nextMemory({ stability: 10, difficulty: 5 }, 2, 'good', DEFAULT_WEIGHTS),
    )
  })

  it('take a study day held by travel over the clock', () => {
    const held = { ...noon, day: today + 1 }
    expect(choices(inReview(), held, settings, 'card').good.memory).toEqual(
      nextMemory({ stability: 10, difficulty: 5 }, 11, 'good', DEFAULT_WEIGHTS),
    )
  })
})

describe('choices under fuzz', () => {
  it('keep hard, good and easy apart and never shrink what should grow', () => {
    const random = seededRandom(7)
    for (let round = 0; round < 5_000; round++) {
      const stability = Math.exp(random() * 7)
      const last = Math.max(1, Math.round(stability * (0.5 + random())))
      const state = inReview({
        memory: { stability, difficulty: 1 + 9 * random() },
        lastDay: today - Math.round(last * (0.5 + random())),
        reps: round,
      })
      const placed = { ...state, dueDay: state.lastDay! + last }
      const { hard, good, easy } = choices(placed, noon, DEFAULT_SRS_SETTINGS, `card${round}`)
      const [h, g, e] = [hard, good, easy].map(({ dueDay }) => dueDay! - today)
      expect(h!).toBeGreaterThanOrEqual(1)
      expect(g!).toBeGreaterThan(h!)
      expect(e!).toBeGreaterThan(g!)
      if (intervalDays(good.memory.stability, 0.9, DEFAULT_WEIGHTS) > last) {
        expect(g!).toBeGreaterThan(last)
      }
    }
  })

  it('hand the range to whoever balances the days', () => {
    const seen: number[][] = []
    const { good } = choices(inReview(), noon, DEFAULT_SRS_SETTINGS, 'card', (low, high) => {
      seen.push([low, high])
      return high
    })
    expect(seen).toHaveLength(3)
    expect(good.dueDay! - today).toBe(seen[1]![1])
  })

  it('are the same one by one', () => {
    for (const state of [NEW_CARD, inReview(), inReview({ phase: 'relearning', remaining: 1 })]) {
      const all = choices(state, noon, DEFAULT_SRS_SETTINGS, 'card')
      for (const rating of RATINGS) {
        expect(choiceOf(rating, state, noon, DEFAULT_SRS_SETTINGS, 'card')).toEqual(all[rating])
      }
    }
  })
})

describe('answerEntry', () => {
  it('logs what stood on the button, and replay comes to just that state', () => {
    const random = seededRandom(3)
    let at = noon.at
    let log = replay([], DEFAULT_SRS_SETTINGS)
    const entries = []
    for (let round = 0; round < 60; round++) {
      const state = log.cards.get('card') ?? NEW_CARD
      const moment = { at, utcOffset: 480 }
      const rating = RATINGS[Math.floor(random() * 4)]!
      // Whatever the day was chosen by, the log says which it was.
      const choice = choices(state, moment, log.settings, 'card', (_, high) => high)[rating]
      entries.push({
        id: `e${String(round).padStart(3, '0')}`,
        at: at,
        device: 'phone',
        ...answerEntry({
          card: 'card',
          rating,
          tookMs: 90_000.4,
          at: moment,
          choice,
          previous: state.last,
          settings: log.settings,
        }),
      })
      log = replay(entries, DEFAULT_SRS_SETTINGS)
      const { phase, remaining, memory, dueAt, dueDay, lapses } = choice
      expect(log.cards.get('card')).toMatchObject({
        phase,
        remaining,
        memory,
        dueAt,
        dueDay,
        lapses,
      })
      expect(entries.at(-1)!.intervalSeconds).toBe(choice.intervalSeconds)
      expect(entries.at(-1)!.tookMs).toBe(60_000)
      at = dueAt ?? at + choice.intervalSeconds * 1_000
    }
  })
})
