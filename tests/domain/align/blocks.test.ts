import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../src/domain/align/blocks.ts'

const tie = (a: number, b: number, c: number, d: number) => ({
  zh: { from: a, to: b },
  en: { from: c, to: d },
})
const zh = ['一', '二', '三', '四']
const en = ['One', 'Two', 'Three', 'Four', 'Five']

describe('blocksOf', () => {
  it('is the whole bitext without ties', () => {
    expect(blocksOf({ zh, en })).toEqual([tie(0, 4, 0, 5)])
  })

  it('is nothing for two empty texts', () => {
    expect(blocksOf({ zh: [], en: [] })).toEqual([])
  })

  it('cuts at tied paragraphs, and what lies between them is a block', () => {
    // Paragraphs: zh [0 0 1 2], en [0 1 1 2 2].
    const paragraphs = { zh: [0, 0, 1, 2], en: [0, 1, 1, 2, 2] }
    expect(blocksOf({ zh, en, paragraphs, ties: [tie(0, 1, 0, 1), tie(2, 3, 2, 3)] })).toEqual([
      tie(0, 2, 0, 1),
      tie(2, 3, 1, 3),
      tie(3, 4, 3, 5),
    ])
  })

  it('cuts before the first segment of a tied paragraph and after its last', () => {
    const paragraphs = { zh: [0, 0, 1, 2], en: [0, 1, 1, 2, 2] }
    expect(blocksOf({ zh, en, paragraphs, ties: [tie(1, 2, 1, 2)] })).toEqual([
      tie(0, 2, 0, 1),
      tie(2, 3, 1, 3),
      tie(3, 4, 3, 5),
    ])
  })

  it('ties segments where there are no paragraphs', () => {
    expect(blocksOf({ zh, en, ties: [tie(1, 2, 2, 3)] })).toEqual([
      tie(0, 1, 0, 2),
      tie(1, 2, 2, 3),
      tie(2, 4, 3, 5),
    ])
  })

  it('lets a tie have one side only', () => {
    expect(blocksOf({ zh, en, ties: [tie(0, 0, 0, 1)] })).toEqual([
      tie(0, 0, 0, 1),
      tie(0, 4, 1, 5),
    ])
  })

  it('refuses ties that do not ascend', () => {
    expect(() => blocksOf({ zh, en, ties: [tie(2, 3, 2, 3), tie(0, 1, 3, 4)] })).toThrow(RangeError)
  })
})
