import { describe, expect, it } from 'vitest'
import {
  levelOfRow,
  packRunning,
  shelfCoverage,
  textsThatFit,
  unpackRunning,
} from '../../../src/domain/learner/shelf.ts'

describe('packed running words', () => {
  it('are those that went in, however often each stands there', () => {
    const places = [7, 0, 7, 3, 7, 12]
    expect(packRunning(places)).toEqual([0, 3, 4, -3, 5])
    expect(unpackRunning(packRunning(places))).toEqual([
      { place: 0, count: 1 },
      { place: 3, count: 1 },
      { place: 7, count: 3 },
      { place: 12, count: 1 },
    ])
    expect(unpackRunning(packRunning([]))).toEqual([])
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
    { id: 'easy' },
    { id: 'one', series: 's', part: 1 },
    { id: 'two', series: 's', part: 2 },
    { id: 'hard' },
  ]
  const covered = new Map([
    ['easy', 0.99],
    ['one', 0.8],
    ['two', 0.9],
    ['hard', 0.5],
  ])
  const next = (...taken: string[]) => textsThatFit(texts, covered, new Set(taken))[0]?.id

  it('is the one with nine words in ten known, not the easiest', () => {
    expect(next()).toBe('easy')
    expect(next('easy')).toBe('one')
  })

  it('is never a part of a series before those that come first', () => {
    expect(next('easy', 'one')).toBe('two')
  })

  it('is the easiest there is when nothing is known, and none when all are taken', () => {
    expect(textsThatFit(texts, new Map(), new Set())[0]?.id).toBe('easy')
    expect(next('easy', 'one', 'two', 'hard')).toBeUndefined()
  })
})
