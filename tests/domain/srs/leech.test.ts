import { describe, expect, it } from 'vitest'
import { isLeech } from '../../../src/domain/srs/leech.ts'

describe('isLeech', () => {
  it.each([
    [8, [8, 12, 16, 20, 24]],
    [5, [5, 8, 11, 14, 17, 20, 23]],
    [1, Array.from({ length: 24 }, (_, at) => at + 1)],
    [0, []],
  ])('at a threshold of %s says so at lapses %j', (threshold, lapses) => {
    const said = Array.from({ length: 25 }, (_, at) => at).filter((at) => isLeech(at, threshold))
    expect(said).toEqual(lapses)
  })
})
