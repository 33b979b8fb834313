import { describe, expect, it } from 'vitest'
import { beadsAt } from '../../../src/domain/bitext/bitext.ts'
import { bitext } from '../../make.ts'

const { article } = bitext([
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
