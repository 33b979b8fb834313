import { describe, expect, it } from 'vitest'
import { growText } from './growthText.ts'

describe('a grown text', () => {
  it.each([
    [450, 600],
    [1_250, 1_750],
    [30, 20],
  ])('has %i Chinese and %i English segments, each in one bead', (zh, en) => {
    const text = growText({ zh, en })
    expect([text.zh.length, text.en.length]).toEqual([zh, en])
    const sizes = text.bounds.slice(1).map((end, at) => {
      const start = text.bounds[at]
      return `${end.zh - (start?.zh ?? 0)}:${end.en - (start?.en ?? 0)}`
    })
    const joined = zh < en ? '1:2' : '2:1'
    expect(new Set(sizes)).toEqual(new Set(['1:1', joined]))
    expect(text.bounds.at(-1)).toEqual({ zh, en })
  })

  it('is the same whenever it is grown, and nowhere the same order twice', () => {
    const size = { zh: 450, en: 600 }
    expect(growText(size)).toEqual(growText(size))
    const { en } = growText(size)
    expect(en.slice(0, 100)).not.toEqual(en.slice(300, 400))
  })
})
