import { describe, expect, it } from 'vitest'
import { forgettingCurve } from '../../../../src/domain/srs/measure/curve.ts'
import { DEFAULT_WEIGHTS, retrievability } from '../../../../src/domain/srs/memory.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { answered, DAY, START } from './oneCard.ts'

describe('forgettingCurve', () => {
  const until = START + 60 * DAY
  const curve = forgettingCurve(answered(), DEFAULT_SRS_SETTINGS, until)

  it('runs from the first answer to the end in order', () => {
    expect(curve[0]).toEqual({ at: START, recall: 1 })
    expect(curve.at(-1)!.at).toBe(until)
    expect(curve.map(({ at }) => at)).toEqual(curve.map(({ at }) => at).toSorted((a, b) => a - b))
  })

  it('falls between answers and is back at 1 with each', () => {
    expect(curve.filter(({ recall }) => recall === 1)).toHaveLength(6)
    const last = answered().at(-1)!.after.memory!
    expect(curve.at(-1)!.recall).toBeCloseTo(
      retrievability(28, last.stability, DEFAULT_WEIGHTS),
      12,
    )
    for (const [index, { recall }] of curve.entries()) {
      if (index > 0 && recall < 1) expect(recall).toBeLessThan(curve[index - 1]!.recall)
    }
  })

  it('stops where it is told to', () => {
    const early = forgettingCurve(answered(), DEFAULT_SRS_SETTINGS, START + 10 * DAY)
    expect(early.at(-1)!.at).toBe(START + 10 * DAY)
    expect(forgettingCurve([], DEFAULT_SRS_SETTINGS, until)).toEqual([])
  })
})
