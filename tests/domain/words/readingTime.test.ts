import { describe, expect, it } from 'vitest'
import { minutesFor, minutesOf } from '../../../src/domain/words/readingTime.ts'

describe('the time a text takes', () => {
  it.each([
    [0, 'zh', 1],
    [80, 'zh', 1],
    [200, 'zh', 3],
    [270, 'en', 3],
  ] as const)('of %i in %s is %i min', (length, side, minutes) => {
    expect(minutesFor(length, side)).toBe(minutes)
  })

  it('counts hanzi on one side and words on the other, each as often as it stands there', () => {
    const words = [{ key: '停火', level: {}, count: 80 }]
    expect(minutesOf(words, 'zh')).toBe(2)
    expect(minutesOf([{ key: 'ceasefire', level: {}, count: 180 }], 'en')).toBe(2)
  })
})
