import { describe, expect, it } from 'vitest'
import {
  DEFAULT_LEARNER_SETTINGS,
  readLearnerSettings,
} from '../../../src/domain/learner/settings.ts'

describe('readLearnerSettings', () => {
  it('gives back what it wrote', () => {
    const chosen = { ...DEFAULT_LEARNER_SETTINGS, hsk: 4, cefr: 'B2', theme: 'dark' } as const
    expect(readLearnerSettings(structuredClone(chosen))).toEqual(chosen)
  })

  it('keeps no steps at all, which leaves every interval to the memory model', () => {
    const { learningSteps } = readLearnerSettings({ learningSteps: [] })
    expect(learningSteps).toEqual([])
  })

  it('keeps the limits of single articles that make sense', () => {
    const articleLimits = { A: { newPerDay: 2 }, B: { newPerDay: -1, reviewsPerDay: 40 }, C: 7 }
    expect(readLearnerSettings({ articleLimits }).articleLimits).toEqual({
      A: { newPerDay: 2 },
      B: { reviewsPerDay: 40 },
      C: {},
    })
  })

  it('drops only those easy dates that make no sense', () => {
    const { easyDates } = readLearnerSettings({ easyDates: { '2026-10-01': 0.2, '2026-10-02': 7 } })
    expect(easyDates).toEqual({ '2026-10-01': 0.2 })
  })

  it('keeps what only a newer version knows', () => {
    const newer = { ...DEFAULT_LEARNER_SETTINGS, voice: 'slow', hsk: 99 }
    expect(readLearnerSettings(newer)).toEqual({ ...DEFAULT_LEARNER_SETTINGS, voice: 'slow' })
  })

  it.each([
    ['nothing', undefined],
    ['a string', 'x'],
    ['values out of range', { newPerDay: -1, desiredRetention: 3, rolloverHour: 24, hsk: 9 }],
    ['values of another kind', { theme: 'pink', learning: 'fr', buttons: 2, newPerDay: '6' }],
    ['steps that are no times', { learningSteps: [1, -3], relearningSteps: ['10'] }],
    ['too many steps', { learningSteps: Array.from({ length: 11 }, () => 1) }],
    [
      'shares of six weekdays, and of no date',
      { easyWeekdays: [1, 1, 1, 1, 1, 1], easyDates: { may: 0 } },
    ],
    [
      'a hand, a pace, voices and a time that are none',
      { hand: 'both', speechRate: 9, voices: 'Ting', reminderAt: '25:00', hanziFace: 'kai' },
    ],
    ['an unknown model and script', { model: 'sm-2', script: 'latin', readings: 'wade-giles' }],
  ])('falls back to the defaults for %s', (_what, record) => {
    expect(readLearnerSettings(record)).toEqual(DEFAULT_LEARNER_SETTINGS)
  })
})
