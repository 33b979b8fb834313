import { describe, expect, it } from 'vitest'
import { calibration, rmseBins, scoredIn } from '../../../../src/domain/srs/measure/calibration.ts'
import type { Rating } from '../../../../src/domain/model.ts'
import { answer } from '../devices.ts'
import { answered, DAY, START } from './oneCard.ts'

describe('calibration', () => {
  it('compares predictions with outcomes, bin by bin', () => {
    const [first] = answered()
    const made = [0.92, 0.94, 0.93, 0.61].map((predicted, at) => ({
      ...first!,
      predicted,
      answer: { ...first!.answer, rating: at === 1 ? ('again' as const) : ('good' as const) },
    }))
    const { bins, predicted, recalled, logLoss } = calibration(made, 10)
    expect(bins).toHaveLength(2)
    expect(bins[0]).toEqual({ predicted: 0.61, recalled: 1, count: 1 })
    expect(bins[1]!.predicted).toBeCloseTo(0.93, 12)
    expect(bins[1]!.recalled).toBeCloseTo(2 / 3, 12)
    expect(predicted).toBeCloseTo(0.85, 12)
    expect(recalled).toBe(0.75)
    const cost = -(Math.log(0.92) + Math.log(0.06) + Math.log(0.93) + Math.log(0.61)) / 4
    expect(logLoss).toBeCloseTo(cost, 12)
  })

  it('has nothing to say without predictions', () => {
    expect(calibration([])).toEqual({
      bins: [],
      predicted: null,
      recalled: null,
      logLoss: null,
      rmse: null,
      chanceRmse: null,
    })
  })
})

describe('rmseBins', () => {
  it('weighs the distance of each bin by its count', () => {
    const scored = [
      { predicted: 0.9, recalled: true, bin: 'a' },
      { predicted: 0.8, recalled: false, bin: 'a' },
      { predicted: 0.7, recalled: true, bin: 'b' },
    ]
    // Bin a: 0.85 against 0.5, twice. Bin b: 0.7 against 1.
    const { rmse, chanceRmse } = rmseBins(scored)
    expect(rmse).toBeCloseTo(Math.sqrt((2 * 0.35 ** 2 + 0.3 ** 2) / 3), 12)
    // Bin a: 0.09 and 0.16 over two answers; bin b: 0.21.
    expect(chanceRmse).toBeCloseTo(Math.sqrt(((0.09 + 0.16) / 2 + 0.21) / 3), 12)
  })
})

describe('scoredIn', () => {
  /** A card answered after each of these numbers of days. */
  function card(days: readonly number[], ratings: readonly Rating[] = []) {
    let day = 0
    const entries = days.map((passed, index) => {
      day += passed
      const previous = index === 0 ? null : `${index - 1}`
      const rating = ratings[index] ?? 'good'
      const at = START + day * DAY + index
      return answer({ id: `${index}`, at, studyDay: 100 + day, previous, rating, dueDay: 999 })
    })
    return scoredIn(answered(entries)).map(({ bin }) => bin)
  }

  it('puts answers in the bins of the FSRS benchmark: by interval, number of reviews, lapses', () => {
    // Intervals: 3.62⁰ ≤ 1, 3 < 3.62¹ ≤ 4, 13 < 3.62² = 13.1 ≤ 14.
    expect(card([0, 1, 3, 4, 13, 14]).map((bin) => bin.split('/')[0])).toEqual([
      '0',
      '0',
      '1',
      '1',
      '2',
    ])
    // The first scored answer counts as review two: 1.99 · 1.89¹ = 3.8; from four on 1.89² = 3.6: 7.1.
    expect(card([0, 5, 5, 5, 5]).map((bin) => bin.split('/')[1])).toEqual(['4', '4', '7', '7'])
  })

  it('counts lapses before the answer, not its own, and not those of the first day', () => {
    const bins = card([0, 0, 5, 5, 5, 5], ['again', 'again', 'again', 'good', 'again', 'good'])
    expect(bins.map((bin) => bin.split('/')[2])).toEqual(['0', '2', '2', '3'])
  })
})
