import { describe, expect, it } from 'vitest'
import {
  atOrBelow,
  DEFAULT_LEARNER_SETTINGS,
  readLearnerSettings,
} from '../../src/domain/learner.ts'

describe('atOrBelow', () => {
  const knows = (part: object) => ({ ...DEFAULT_LEARNER_SETTINGS, ...part })

  it('knows words up to the declared HSK level', () => {
    expect(atOrBelow({ hsk2021: 3 }, 'zh', knows({ hsk: 3 }))).toBe(true)
    expect(atOrBelow({ hsk2021: 4 }, 'zh', knows({ hsk: 3 }))).toBe(false)
  })

  it('knows words up to the declared CEFR level', () => {
    expect(atOrBelow({ cefr: 'A2' }, 'en', knows({ cefr: 'B1' }))).toBe(true)
    expect(atOrBelow({ cefr: 'B2' }, 'en', knows({ cefr: 'B1' }))).toBe(false)
  })

  it('assumes nothing of who declared no level', () => {
    expect(atOrBelow({ hsk2021: 1 }, 'zh', DEFAULT_LEARNER_SETTINGS)).toBe(false)
    expect(atOrBelow({ cefr: 'A1' }, 'en', DEFAULT_LEARNER_SETTINGS)).toBe(false)
  })

  it('does not know a word the lists do not have', () => {
    expect(atOrBelow({}, 'zh', knows({ hsk: 7 }))).toBe(false)
  })
})

describe('readLearnerSettings', () => {
  it('gives back what it wrote', () => {
    const chosen = { ...DEFAULT_LEARNER_SETTINGS, hsk: 4, cefr: 'B2', theme: 'dark' } as const
    expect(readLearnerSettings(structuredClone(chosen))).toEqual(chosen)
  })

  it.each([
    ['nothing', undefined],
    ['a string', 'x'],
    ['values out of range', { newPerDay: -1, desiredRetention: 3, rolloverHour: 24, hsk: 9 }],
    ['values of another kind', { theme: 'pink', learning: 'fr', buttons: 2, newPerDay: '6' }],
  ])('falls back to the defaults for %s', (_what, record) => {
    expect(readLearnerSettings(record)).toEqual(DEFAULT_LEARNER_SETTINGS)
  })
})
