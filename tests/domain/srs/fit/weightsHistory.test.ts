import { type Entry } from '../../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { DEFAULT_WEIGHTS } from '../../../../src/domain/srs/memory.ts'
import { DEFAULT_SRS_SETTINGS, withModel } from '../../../../src/domain/srs/settings.ts'
import {
  inForceSince,
  setBefore,
  weightSets,
} from '../../../../src/domain/srs/fit/weightsHistory.ts'
import { answer, OTHER_WEIGHTS } from '../devices.ts'

const settings = DEFAULT_SRS_SETTINGS
const THIRD_WEIGHTS = DEFAULT_WEIGHTS.map((weight, at) => (at < 4 ? weight * 0.7 : weight))

const use = (at: number, weights: readonly number[]): Entry => ({
  id: `w${at}`,
  at,
  device: 'phone',
  type: 'weights',
  model: 'fsrs-6',
  weights,
})
const takeBack = (entry: string): Entry => ({
  id: `v${entry}`,
  at: 99,
  device: 'phone',
  type: 'void',
  entry,
})

describe('weightSets', () => {
  it('begins with the defaults and goes on in the order of the log', () => {
    const log = [use(9, THIRD_WEIGHTS), answer({ id: 'a' }), use(5, OTHER_WEIGHTS)]
    expect(weightSets(log, settings).map(({ at }) => at)).toEqual([-Infinity, 5, 9])
    expect(weightSets(log, settings).at(-1)!.weights).toEqual(THIRD_WEIGHTS)
  })

  it('leaves out what was taken back, is of another model, or is no weight set', () => {
    const log = [use(5, OTHER_WEIGHTS), use(6, [1, 2]), takeBack('w5')]
    expect(weightSets(log, settings)).toEqual([{ weights: DEFAULT_WEIGHTS, at: -Infinity }])
    expect(weightSets([use(5, OTHER_WEIGHTS)], withModel(settings, 'fsrs-7'))).toHaveLength(1)
  })
})

describe('inForceSince', () => {
  it.each([
    [[], -Infinity],
    [[use(5, OTHER_WEIGHTS)], 5],
    [[use(5, OTHER_WEIGHTS), use(9, THIRD_WEIGHTS)], 9],
    // Gone back to: as old as they were.
    [[use(5, OTHER_WEIGHTS), use(9, THIRD_WEIGHTS), use(12, OTHER_WEIGHTS)], 5],
    [[use(5, OTHER_WEIGHTS), use(9, DEFAULT_WEIGHTS)], -Infinity],
  ])('of %# is the first use of the weights in force', (log, since) => {
    expect(inForceSince(weightSets(log, settings))).toBe(since)
  })
})

describe('setBefore', () => {
  it.each([
    [[], null],
    [[use(5, DEFAULT_WEIGHTS)], null],
    [[use(5, OTHER_WEIGHTS)], -Infinity],
    [[use(5, OTHER_WEIGHTS), use(7, OTHER_WEIGHTS), use(9, THIRD_WEIGHTS)], 7],
    // Going back twice is forth again.
    [[use(5, OTHER_WEIGHTS), use(9, DEFAULT_WEIGHTS)], 5],
  ])('of %# is the latest that differs', (log, at) => {
    expect(setBefore(weightSets(log, settings))?.at ?? null).toBe(at)
  })
})
