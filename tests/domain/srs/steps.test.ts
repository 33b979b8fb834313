import { describe, expect, it } from 'vitest'
import { stepDelays } from '../../../src/domain/srs/steps.ts'

const DAY = 86_400

describe('stepDelays', () => {
  it.each([
    ['the first of two', [1, 10], 2, 60, 330, 600],
    ['the last of two', [1, 10], 1, 60, 600, null],
    ['the first of three', [1, 10, 100], 3, 60, 330, 600],
    ['the second of three', [1, 10, 100], 2, 60, 600, 6_000],
    ['the last of three', [1, 10, 100], 1, 60, 6_000, null],
    ['a single step', [10], 1, 600, 900, null],
    ['a single step of a day', [1_440], 1, DAY, 2 * DAY, null],
    ['a single step of three days: hard is a day more at most', [4_320], 1, 3 * DAY, 4 * DAY, null],
    ['steps of days are whole days on average too', [1_440, 5_760], 2, DAY, 3 * DAY, 4 * DAY],
    ['half a minute', [0.5, 1], 2, 30, 45, 60],
    ['steps shortened since: on the first', [1, 10], 5, 60, 330, 600],
    ['none left: on the last', [1, 10], 0, 60, 600, null],
    ['no steps: the memory model decides', [], 0, null, null, null],
  ])('%s', (_, steps, remaining, again, hard, good) => {
    expect(stepDelays(steps, remaining)).toEqual({ again, hard, good })
  })
})
