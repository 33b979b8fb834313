import { type Entry } from '../../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../../../../src/domain/srs/cardState.ts'
import { decodeImage, encodeImage } from '../../../../src/domain/srs/image.ts'
import { answeredIn, isMature } from '../../../../src/domain/srs/measure/answered.ts'
import { DEFAULT_WEIGHTS, nextMemory, retrievability } from '../../../../src/domain/srs/memory.ts'
import { replay } from '../../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { answered, oneCardLog } from './oneCard.ts'

describe('answeredIn', () => {
  it('gives every answer with what the model expected of it', () => {
    const all = answered(oneCardLog().toReversed())
    expect(all.map(({ answer: { id } }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    const twice = nextMemory(
      nextMemory(null, 0, 'again', DEFAULT_WEIGHTS),
      0,
      'good',
      DEFAULT_WEIGHTS,
    )
    const scored = [false, false, true, true, false, true]
    expect(all.map(({ predicted }) => predicted !== null)).toEqual(scored)
    expect(all[2]!.predicted).toBeCloseTo(retrievability(3, twice.stability, DEFAULT_WEIGHTS), 12)
    expect(all[2]!.after).toEqual(all[3]!.before)
  })

  it('leaves out what was taken back', () => {
    const takenBack: Entry = { id: 'v', at: 1, device: 'x', type: 'void', entry: 'f' }
    expect(answered([...oneCardLog(), takenBack])).toHaveLength(5)
  })

  it('wants the log, not an image of it', () => {
    const image = encodeImage(replay(oneCardLog(), DEFAULT_SRS_SETTINGS))
    expect(() => answeredIn(decodeImage(image, DEFAULT_SRS_SETTINGS))).toThrow(RangeError)
  })
})

describe('isMature', () => {
  it.each([
    [20, false],
    [21, true],
  ])('of an interval of %i days is %s', (days, mature) => {
    expect(isMature({ ...NEW_CARD, lastDay: 100, dueDay: 100 + days })).toBe(mature)
  })
})
