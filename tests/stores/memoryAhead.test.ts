import { describe, expect, it } from 'vitest'
import { NEW_CARD, type ReplayCard } from '../../src/domain/srs/cardState.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { reviewsAhead } from '../../src/stores/memory/ahead.ts'

const TODAY = 20_000
const due = (dueDay: number): ReplayCard => ({ ...NEW_CARD, phase: 'review', dueDay })
const state = (days: readonly number[], reviewsPerDay = 200) => ({
  cards: new Map(days.map((day, i) => [`c${i}`, due(TODAY + day)])),
  settings: { ...DEFAULT_SRS_SETTINGS, reviewsPerDay },
})
const NONE = { reviews: 0, learning: 0 }

describe('reviewsAhead', () => {
  it('counts what is due on each of the seven days after today', () => {
    expect(reviewsAhead(state([1, 1, 3, 7, 8]), TODAY, NONE)).toEqual([2, 0, 1, 0, 0, 0, 1])
  })

  it('leaves to today what today still holds, and to tomorrow what it does not', () => {
    const left = { reviews: 1, learning: 0 }
    expect(reviewsAhead(state([-5, -3, 0, 1]), TODAY, left)).toEqual([3, 0, 0, 0, 0, 0, 0])
  })

  it('brings no more in a day than the learner wants', () => {
    const behind = state([-9, -8, -7, -6, -5, 1], 2)
    expect(reviewsAhead(behind, TODAY, NONE)).toEqual([2, 2, 2, 0, 0, 0, 0])
  })
})
