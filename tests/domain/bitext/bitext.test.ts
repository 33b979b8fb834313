import { describe, expect, it } from 'vitest'
import { beadsAt, rangeOf, rangeOfBeads, textOf } from '../../../src/domain/bitext/bitext.ts'
import { bitext } from '../../make.ts'

const { article, texts } = bitext([
  ['一。', 'One.'],
  ['', 'Nobody said this.'],
  ['二。', 'Two.'],
  ['三。', ''],
])

describe('beadsAt', () => {
  it.each([
    ['a segment', 'zh', { start: 2, end: 4 }, [2]],
    ['a letter of it', 'zh', { start: 3, end: 4 }, [2]],
    ['a stretch of two', 'zh', { start: 1, end: 3 }, [0, 2]],
    ['everything', 'zh', { start: 0, end: 6 }, [0, 2, 3]],
    ['an unpaired segment', 'en', { start: 6, end: 10 }, [1]],
    ['the blank between two', 'en', { start: 4, end: 5 }, []],
    ['a place behind the text', 'zh', { start: 90, end: 99 }, []],
  ] as const)('finds the beads of %s', (_what, side, range, expected) => {
    expect(beadsAt(article, side, range)).toEqual(expected.map((i) => article.beads[i]))
  })
})

describe('the place of segments', () => {
  it('goes from the first to the last, and an empty span has none', () => {
    expect(rangeOf(article.segments.zh, { from: 0, to: 2 })).toEqual({ start: 0, end: 4 })
    expect(rangeOf(article.segments.zh, { from: 1, to: 1 })).toBe(null)
    expect(rangeOf(article.segments.zh, { from: 3, to: 4 })).toBe(null)
  })

  it('is that of all beads together on a side, whichever of them is empty there', () => {
    expect(rangeOfBeads(article, article.beads.slice(0, 3), 'zh')).toEqual({ start: 0, end: 4 })
    expect(rangeOfBeads(article, article.beads.slice(1, 2), 'zh')).toBe(null)
    expect(rangeOfBeads(article, [], 'en')).toBe(null)
  })

  it('is what the text of a bead is cut at; a bead that is not there is refused', () => {
    const whole = { ...article, texts }
    expect(article.beads.map((_, at) => textOf(whole, at, 'en'))).toEqual([
      'One.',
      'Nobody said this.',
      'Two.',
      '',
    ])
    expect(() => textOf(whole, 9, 'zh')).toThrow(RangeError)
  })
})
