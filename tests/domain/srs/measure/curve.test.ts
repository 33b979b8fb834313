import { type Entry } from '../../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { forgettingCurve, storyOf } from '../../../../src/domain/srs/measure/curve.ts'
import { DEFAULT_WEIGHTS, retrievability } from '../../../../src/domain/srs/memory.ts'
import { replay } from '../../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { answered, DAY, oneCardLog, START } from './oneCard.ts'

describe('storyOf', () => {
  it('tells all that happened to the card and was not taken back', () => {
    const base = { device: 'x', card: 'card' }
    const log: Entry[] = [
      ...oneCardLog(),
      { ...base, id: 's', at: START + 31 * DAY, type: 'suspend' },
      { ...base, id: 't', at: START + 33 * DAY, type: 'suspend', card: 'another' },
      { id: 'v', at: START + 34 * DAY, device: 'x', type: 'void', entry: 'f' },
    ]
    const story = storyOf(replay(log, DEFAULT_SRS_SETTINGS), 'card')
    expect(story.map(({ entry }) => entry.id)).toEqual(['a', 'b', 'c', 'd', 'e', 's'])
    expect(story.map((event) => event.answered?.answer.id ?? '-').join('')).toBe('abcde-')
    expect(storyOf(replay(log, DEFAULT_SRS_SETTINGS), 'nobody')).toEqual([])
  })
})

describe('forgettingCurve', () => {
  const until = START + 60 * DAY
  const curve = forgettingCurve(answered(), DEFAULT_SRS_SETTINGS, until, 61)

  it('runs from the first answer to the end at even distances', () => {
    expect(curve[0]).toEqual({ at: START, recall: 1 })
    expect(curve.map(({ at }) => (at - START) / DAY)).toEqual(curve.map((_point, day) => day))
  })

  it('falls between answers and is back at 1 with each', () => {
    const whole = curve.flatMap(({ recall }, day) => (recall === 1 ? [day] : []))
    // Those of days 0 and 30 were followed by another a minute or ten later.
    expect(whole).toEqual([0, 3, 30, 32])
    const last = answered().at(-1)!.after.memory!
    const at28 = retrievability(28, last.stability, DEFAULT_WEIGHTS)
    expect(curve[60]!.recall).toBeCloseTo(at28, 12)
    expect(curve[29]!.recall).toBeLessThan(curve[28]!.recall)
  })

  it('has no point before there is a memory', () => {
    expect(forgettingCurve([], DEFAULT_SRS_SETTINGS, until)).toEqual([])
    expect(forgettingCurve(answered(), DEFAULT_SRS_SETTINGS, START)).toEqual([])
  })
})
