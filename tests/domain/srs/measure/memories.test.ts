import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../../../../src/domain/srs/cardState.ts'
import { DEFAULT_WEIGHTS, retrievability } from '../../../../src/domain/srs/memory.ts'
import { histogram, median, memoriesOf } from '../../../../src/domain/srs/measure/memories.ts'
import { replay } from '../../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { oneCardLog, START } from './oneCard.ts'

const settings = DEFAULT_SRS_SETTINGS

describe('memoriesOf', () => {
  it('describes the cards in review', () => {
    const states = replay(oneCardLog(), settings).cards.values()
    const { intervals, stabilities, difficulties, recalls } = memoriesOf(
      states,
      settings,
      START,
      136,
    )
    expect(intervals).toEqual([8])
    expect(stabilities).toHaveLength(1)
    expect(difficulties[0]).toBeGreaterThan(1)
    expect(recalls[0]).toBeCloseTo(retrievability(4, stabilities[0]!, DEFAULT_WEIGHTS), 10)
    expect(memoriesOf([NEW_CARD], settings, START, 136).intervals).toEqual([])
  })
})

describe('histogram', () => {
  it('counts from one bound to the next', () => {
    expect(histogram([0, 1, 1.5, 7, 8, 400, -3], [0, 1, 7, 30])).toEqual([1, 2, 2, 1])
  })
})

describe('median', () => {
  it('is the middle, by size', () => {
    expect(median([])).toBeNull()
    expect(median([10, 9, 100])).toBe(10)
    expect(median([10, 9, 100, 12])).toBe(11)
  })
})
