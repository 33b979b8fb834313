import { describe, expect, it } from 'vitest'
import {
  atOrBelow,
  hskOf,
  parseCefr,
  parseHsk,
  type KnownLevel,
} from '../../../src/domain/dictionary/levels.ts'

it('reads HSK levels by line', () => {
  const levels = parseHsk('111\t一 爱\n007\t一一\n\n')
  expect([...levels]).toEqual([
    ['一', [1, 1, 1]],
    ['爱', [1, 1, 1]],
    ['一一', [0, 0, 7]],
  ])
})

it('reads CEFR levels by line', () => {
  expect([...parseCefr('A1\ta|about\nB1\taccording to\n')]).toEqual([
    ['a', 'A1'],
    ['about', 'A1'],
    ['according to', 'B1'],
  ])
})

it('takes the HSK level of 2021 before that of 2025, and none of the old list', () => {
  expect(hskOf({ hsk2: 1, hsk2021: 2, hsk2025: 3 })).toBe(2)
  expect(hskOf({ hsk2: 1, hsk2025: 3 })).toBe(3)
  expect(hskOf({ hsk2: 1 })).toBe(undefined)
})

describe('atOrBelow', () => {
  const NONE: KnownLevel = { hsk: null, cefr: null }
  const knows = (part: Partial<KnownLevel>) => ({ ...NONE, ...part })

  it('knows words up to the declared HSK level', () => {
    expect(atOrBelow({ hsk2021: 3 }, 'zh', knows({ hsk: 3 }))).toBe(true)
    expect(atOrBelow({ hsk2021: 4 }, 'zh', knows({ hsk: 3 }))).toBe(false)
  })

  it('knows words up to the declared CEFR level', () => {
    expect(atOrBelow({ cefr: 'A2' }, 'en', knows({ cefr: 'B1' }))).toBe(true)
    expect(atOrBelow({ cefr: 'B2' }, 'en', knows({ cefr: 'B1' }))).toBe(false)
  })

  it('assumes nothing of who declared no level', () => {
    expect(atOrBelow({ hsk2021: 1 }, 'zh', NONE)).toBe(false)
    expect(atOrBelow({ cefr: 'A1' }, 'en', NONE)).toBe(false)
  })

  it('does not know a word the lists do not have', () => {
    expect(atOrBelow({}, 'zh', knows({ hsk: 7 }))).toBe(false)
  })
})
