import { describe, expect, it } from 'vitest'
import { FIRST_FILES, firstText } from '../../../src/domain/learner/firstText.ts'
import {
  eachRunning,
  levelOfRow,
  packRunning,
  shelfCoverage,
  type ShelfReader,
  textsThatFit,
} from '../../../src/domain/learner/shelf.ts'

function unpacked(packed: readonly number[]) {
  const found: unknown[] = []
  eachRunning(packed, (place, count) => found.push([place, count]))
  return found
}

describe('packed running words', () => {
  it('are those that went in, however often each stands there', () => {
    const places = [7, 0, 7, 3, 7, 12]
    expect(packRunning(places)).toEqual([0, 3, 4, -3, 5])
    expect(unpacked(packRunning(places))).toEqual([
      [0, 1],
      [3, 1],
      [7, 3],
      [12, 1],
    ])
    expect(unpacked(packRunning([]))).toEqual([])
  })
})

describe('the coverage of texts on the shelf', () => {
  const words = {
    words: [['鹦鹉'], ['我', '看'], ['经理']],
    texts: { parrot: packRunning([0, 1, 1, 3]), empty: packRunning([]) },
  }

  it('is the share of running words that are known', () => {
    expect(shelfCoverage(words, 'zh', (key) => key === '我').get('parrot')).toBe(0.5)
    expect(shelfCoverage(words, 'zh', () => false).get('empty')).toBe(1)
  })

  it('asks with the level of each row', () => {
    const asked: unknown[] = []
    shelfCoverage(words, 'zh', (key, level) => asked.push([key, level]) > 99)
    expect(asked).toEqual([
      ['鹦鹉', {}],
      ['我', { hsk2021: 1 }],
      ['看', { hsk2021: 1 }],
      ['经理', { hsk2021: 2 }],
    ])
    expect(levelOfRow(3, 'en')).toEqual({ cefr: 'B1' })
  })
})

describe('the text that fits next', () => {
  const texts = [
    { id: 'easy', level: 'HSK 1 · A1' },
    { id: 'familiar', level: 'HSK 2 · A2' },
    { id: 'one', level: 'HSK 2 · A2', series: 's', part: 1 },
    { id: 'two', level: 'HSK 2 · A2', series: 's', part: 2 },
    { id: 'hard', level: 'HSK 3 · B1' },
    { id: 'hardest', level: 'HSK 7–9 · C1' },
  ]
  const covered = new Map([
    ['easy', 0.9],
    ['familiar', 0.99],
    ['one', 0.85],
    ['two', 0.9],
    ['hard', 0.6],
    ['hardest', 0.5],
  ])
  const reader = { learning: 'zh', hsk: 2, cefr: null } as const
  const order = (by: ShelfReader, ...taken: string[]) =>
    textsThatFit(texts, covered, new Set(taken), by).map(({ id }) => id)

  it('is of the level reached, with nine words in ten known, then of the level above', () => {
    expect(order(reader)).toEqual(['one', 'familiar', 'hard', 'easy', 'hardest'])
  })

  it('is never a part of a series before those that come first', () => {
    expect(order(reader, 'one')[0]).toBe('two')
    expect(order(reader)).not.toContain('two')
  })

  it('is of the first level where nobody has asked, and none when all are taken', () => {
    expect(order({ ...reader, hsk: null })[0]).toBe('easy')
    expect(order({ learning: 'en', hsk: null, cefr: 'C2' })[0]).toBe('hardest')
    expect(order(reader, ...texts.map(({ id }) => id))).toEqual([])
  })
})

describe('the first text', () => {
  it.each([
    [{ learning: 'zh', hsk: null, cefr: 'C1' }, 'i-get-up-at-night.json'],
    [{ learning: 'zh', hsk: 4, cefr: null }, 'noodle-shop.json'],
    [{ learning: 'zh', hsk: 7, cefr: null }, 'jeddah-talks.json'],
    [{ learning: 'en', hsk: 7, cefr: null }, 'i-get-up-at-night.json'],
    [{ learning: 'en', hsk: null, cefr: 'B2' }, 'bicycle-returns.json'],
    [{ learning: 'en', hsk: null, cefr: 'C2' }, 'jeddah-talks.json'],
  ] as const)('of %o is %s', (reader, file) => {
    expect(firstText(reader)).toBe(file)
    expect(FIRST_FILES).toContain(file)
  })
})
