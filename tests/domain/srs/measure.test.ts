import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../src/domain/model.ts'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import { decodeImage, encodeImage } from '../../../src/domain/srs/image.ts'
import {
  answeredIn,
  buttons,
  calendar,
  calibration,
  forecast,
  histogram,
  knownOverTime,
  medianTookMs,
  memoriesOf,
  trueRetention,
} from '../../../src/domain/srs/measure.ts'
import type { Answered } from '../../../src/domain/srs/measure.ts'
import { DEFAULT_WEIGHTS, nextMemory, retrievability } from '../../../src/domain/srs/memory.ts'
import { replay } from '../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { habitsOf, USUAL_HABITS } from '../../../src/domain/srs/simulate.ts'
import { answer } from './devices.ts'

const settings = DEFAULT_SRS_SETTINGS
const DAY = 86_400_000
const start = answer({ id: '-' }).at

/** A card met on day 0, again the same day, and then on later days; ids in order. */
function log(): Entry[] {
  const at = (day: number, second: number) => start + day * DAY + second * 1_000
  const say = (
    id: string,
    day: number,
    second: number,
    rating: 'again' | 'good',
    rest: Partial<Parameters<typeof answer>[0]>,
  ) => answer({ id, at: at(day, second), studyDay: 100 + day, rating, tookMs: 6_000, ...rest })
  return [
    say('a', 0, 0, 'again', { phase: 'learning', remaining: 2, dueAt: at(0, 60), dueDay: null }),
    say('b', 0, 60, 'good', { previous: 'a', dueDay: 103 }),
    say('c', 3, 0, 'good', { previous: 'b', dueDay: 130 }),
    say('d', 30, 0, 'again', {
      previous: 'c',
      phase: 'relearning',
      remaining: 1,
      dueAt: at(30, 600),
      dueDay: null,
    }),
    say('e', 30, 600, 'good', { previous: 'd', dueDay: 132 }),
    say('f', 32, 0, 'good', { previous: 'e', dueDay: 140 }),
  ]
}

const answered = (entries = log()): Answered[] => answeredIn(replay(entries, settings))

describe('answeredIn', () => {
  it('gives every answer with what the model expected of it', () => {
    const all = answered(log().toReversed())
    expect(all.map(({ answer: { id } }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    const twice = nextMemory(
      nextMemory(null, 0, 'again', DEFAULT_WEIGHTS),
      0,
      'good',
      DEFAULT_WEIGHTS,
    )
    expect(all.map(({ predicted }) => predicted !== null)).toEqual([
      false,
      false,
      true,
      true,
      false,
      true,
    ])
    expect(all[2]!.predicted).toBeCloseTo(retrievability(3, twice.stability, DEFAULT_WEIGHTS), 12)
    expect(all[2]!.after).toEqual(all[3]!.before)
  })

  it('leaves out what was taken back', () => {
    const takenBack: Entry = { id: 'v', at: 1, device: 'x', type: 'void', entry: 'f' }
    expect(answered([...log(), takenBack])).toHaveLength(5)
  })

  it('wants the log, not an image of it', () => {
    const image = encodeImage(replay(log(), settings))
    expect(() => answeredIn(decodeImage(image, settings))).toThrow(RangeError)
  })
})

describe('trueRetention', () => {
  it('counts the first review of a day, by the interval before it', () => {
    expect(trueRetention(answered(), 100, 132)).toEqual({
      young: { recalled: 2, total: 2 },
      mature: { recalled: 0, total: 1 },
      all: { recalled: 2, total: 3 },
    })
  })

  it('does not count a second review on the same day', () => {
    const first = answer({ id: 'a', studyDay: 100, dueDay: 102 })
    const later = { at: start + 2 * DAY, studyDay: 102, previous: 'a', dueDay: 102 }
    const second = answer({ id: 'b', ...later })
    const third = answer({ id: 'c', ...later, at: later.at + 1, previous: 'b', rating: 'again' })
    expect(trueRetention(answered([first, second, third]), 0, 999).all).toEqual({
      recalled: 1,
      total: 1,
    })
  })

  it('counts within the days asked for', () => {
    expect(trueRetention(answered(), 103, 129).all).toEqual({ recalled: 1, total: 1 })
    expect(trueRetention(answered(), 133, 999).all).toEqual({ recalled: 0, total: 0 })
  })
})

describe('calibration', () => {
  it('compares predictions with outcomes, bin by bin', () => {
    const [first] = answered()
    const made = [0.92, 0.94, 0.93, 0.61].map((predicted, at) => ({
      ...first!,
      predicted,
      answer: { ...first!.answer, rating: at === 1 ? ('again' as const) : ('good' as const) },
    }))
    const { bins, logLoss, rmse } = calibration(made, 10)
    expect(bins).toHaveLength(2)
    expect(bins[0]).toEqual({ predicted: 0.61, recalled: 1, count: 1 })
    expect(bins[1]!.predicted).toBeCloseTo(0.93, 12)
    expect(bins[1]!.recalled).toBeCloseTo(2 / 3, 12)
    const cost = -(Math.log(0.92) + Math.log(0.06) + Math.log(0.93) + Math.log(0.61)) / 4
    expect(logLoss).toBeCloseTo(cost, 12)
    expect(rmse).toBeCloseTo(Math.sqrt((0.39 ** 2 + 3 * (0.93 - 2 / 3) ** 2) / 4), 12)
  })

  it('has nothing to say without predictions', () => {
    expect(calibration([])).toEqual({ bins: [], logLoss: null, rmse: null })
  })
})

describe('forecast', () => {
  it('counts cards by the day they are due, what is overdue on the first', () => {
    const due = (dueDay: number | null, rest = {}) => ({ ...NEW_CARD, dueDay, ...rest })
    const states = [
      due(95),
      due(100),
      due(102),
      due(102),
      due(110),
      due(101, { suspended: true }),
      due(null, { dueAt: start }),
      due(null),
    ]
    expect(forecast(states, 100, 5)).toEqual({ due: [3, 0, 2, 0, 0], overdue: 1 })
  })
})

describe('calendar', () => {
  it('adds up what was done on each day', () => {
    expect(calendar(answered())).toEqual(
      new Map([
        [100, { answers: 2, minutes: 0.2, introduced: 1 }],
        [103, { answers: 1, minutes: 0.1, introduced: 0 }],
        [130, { answers: 2, minutes: 0.2, introduced: 0 }],
        [132, { answers: 1, minutes: 0.1, introduced: 0 }],
      ]),
    )
  })
})

describe('buttons', () => {
  it('are counted by the stage of the card', () => {
    expect(buttons(answered())).toEqual({
      learning: { again: 1, hard: 0, good: 2, easy: 0 },
      young: { again: 0, hard: 0, good: 2, easy: 0 },
      mature: { again: 1, hard: 0, good: 0, easy: 0 },
    })
  })
})

describe('histogram', () => {
  it('counts from one bound to the next', () => {
    expect(histogram([0, 1, 1.5, 7, 8, 400, -3], [0, 1, 7, 30])).toEqual([1, 2, 2, 1])
  })
})

describe('memoriesOf', () => {
  it('describes the cards in review', () => {
    const states = replay(log(), settings).cards.values()
    const { intervals, stabilities, difficulties, recalls } = memoriesOf(
      states,
      settings,
      start,
      136,
    )
    expect(intervals).toEqual([8])
    expect(stabilities).toHaveLength(1)
    expect(difficulties[0]).toBeGreaterThan(1)
    expect(recalls[0]).toBeCloseTo(retrievability(4, stabilities[0]!, DEFAULT_WEIGHTS), 10)
    expect(memoriesOf([NEW_CARD], settings, start, 136).intervals).toEqual([])
  })
})

describe('knownOverTime', () => {
  it('follows cards as their memory comes to last three weeks, and falls short again', () => {
    const easy = (id: string, day: number, card: string) =>
      answer({ id, at: start + day * DAY, studyDay: 100 + day, rating: 'easy', card })
    const entries: Entry[] = [
      easy('a', 0, 'x'),
      { ...easy('b', 9, 'x'), previous: 'a' },
      easy('c', 0, 'y'),
      { ...easy('d', 9, 'y'), previous: 'c' },
      { ...easy('e', 60, 'x'), previous: 'b', rating: 'again' },
      easy('f', 0, 'produce'),
      { ...easy('g', 9, 'produce'), previous: 'f' },
    ]
    const groups: Record<string, string> = { x: 'HSK 1', y: 'HSK 2' }
    const known = knownOverTime(answered(entries), settings, (card) => groups[card] ?? null)
    expect(known).toEqual([
      { day: 109, known: { 'HSK 1': 1, 'HSK 2': 1 } },
      { day: 160, known: { 'HSK 1': 0, 'HSK 2': 1 } },
    ])
  })
})

describe('medianTookMs', () => {
  it('is the middle of the latest answers', () => {
    const took = (tookMs: number) => answer({ id: `${tookMs}`, tookMs })
    expect(medianTookMs([])).toBeNull()
    expect(medianTookMs([took(9), took(1), took(4)])).toBe(4)
    expect(medianTookMs([took(9), took(1), took(4), took(6)])).toBe(5)
    expect(medianTookMs([took(60_000), took(1), took(3)], 2)).toBe(2)
  })
})

describe('habitsOf', () => {
  it('are the shares of the buttons', () => {
    const habits = habitsOf(answered())
    expect(habits.firstShares).toEqual({ again: 1, hard: 0, good: 0, easy: 0 })
    expect(habits).toMatchObject({ hardShare: 0, easyShare: 0, tookMs: 6_000 })
    expect(habitsOf([])).toEqual(USUAL_HABITS)
  })
})
