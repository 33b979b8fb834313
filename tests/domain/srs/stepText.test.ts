import { describe, expect, it } from 'vitest'
import { readSteps, writeSteps } from '../../../src/domain/srs/stepText.ts'

describe('readSteps', () => {
  it.each([
    ['1m 10m', [1, 10]],
    ['1 10', [1, 10]],
    ['30s, 1h，2D', [0.5, 60, 2880]],
    ['1.5h', [90]],
    ['', []],
    ['   ', []],
    ['ten', null],
    ['10x', null],
    ['-1m', null],
    ['0m', null],
    ['31d', null],
    ['1 2 3 4 5 6 7 8 9 10 11', null],
  ])('reads %j as %j minutes', (text, minutes) => {
    expect(readSteps(text)).toEqual(minutes)
  })
})

describe('writeSteps', () => {
  it.each([
    [[1, 10], '1m 10m'],
    [[0.5, 90, 60, 2880], '30s 90m 1h 2d'],
    [[1.234], '1.23m'],
    [[], ''],
  ])('writes %j as %j', (minutes, text) => {
    expect(writeSteps(minutes)).toBe(text)
  })

  it('is read back as what it was', () => {
    for (const steps of [[1, 10], [0.5, 90, 1440], []]) {
      expect(readSteps(writeSteps(steps))).toEqual(steps)
    }
  })
})
