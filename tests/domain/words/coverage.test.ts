import { describe, expect, it } from 'vitest'
import {
  coverage,
  countWords,
  coverageAfter,
  knowledgeOf,
  readable,
  wordsIn,
  wordsLearnt,
  type CountedWord,
} from '../../../src/domain/words/coverage.ts'

/** Running words of two units each, one after the other. */
const running = (text: string): readonly CountedWord[] =>
  text.split(' ').map((key, i) => ({ key, level: {}, start: 3 * i, end: 3 * i + 2 }))
const at = (...places: readonly number[]) => ({
  occurrences: places.map((place) => ({ zh: { start: 3 * place, end: 3 * place + 2 }, en: null })),
})

describe('coverage', () => {
  const words = running('鱼 海 鱼 船 海 鱼 网 灯')
  const known = ({ key }: CountedWord) => key === '灯'

  it('is the share of running words, not of different ones', () => {
    expect(coverage(words, ({ key }) => key === '鱼')).toBe(3 / 8)
    expect(coverage([], known)).toBe(1)
  })

  it('rises everywhere when a term is learnt', () => {
    expect(coverageAfter(words, known, [at(0)], 'zh')).toBe(4 / 8)
    expect(coverageAfter(words, known, [at(0), at(1)], 'zh')).toBe(6 / 8)
    expect(coverageAfter(words, known, [at(0)], 'en')).toBe(1 / 8)
  })

  it('counts every word of a phrase', () => {
    expect(
      wordsLearnt(words, [{ occurrences: [{ zh: { start: 3, end: 8 }, en: null }] }], 'zh'),
    ).toEqual(new Set(['海', '鱼']))
    expect(wordsIn(words, { start: 4, end: 8 }).map(({ key }) => key)).toEqual(['鱼'])
  })
})

describe('known', () => {
  const knowledge = {
    said: new Set(['鱼']),
    declared: ({ hsk2021 }: { hsk2021?: number }) => hsk2021 !== undefined && hsk2021 <= 3,
    stable: (key: string) => ({ 船: true, 网: false, 灯: false })[key] ?? null,
  }
  it.each([
    ['鱼', {}, 'known'],
    ['海', { hsk2021: 3 }, 'known'],
    ['海', { hsk2021: 4 }, 'new'],
    ['船', {}, 'known'],
    ['网', {}, 'learning'],
    ['灯', {}, 'learning'],
    ['星', {}, 'new'],
  ])('%s of level %j is %s', (key, level, expected) => {
    expect(knowledgeOf({ key, level }, knowledge)).toBe(expected)
  })
})

describe('what of a text can be read', () => {
  const words = countWords(
    [...'鱼海。鱼船海鱼'].map((key) => ({
      key,
      level: {},
      kind: key === '。' ? 'punctuation' : 'word',
    })),
  )

  it('counts each word once, with how often it stands there', () => {
    expect(words.map(({ key, count }) => [key, count])).toEqual([
      ['鱼', 3],
      ['海', 2],
      ['船', 1],
    ])
  })

  it('is the share of the running words, known and being learnt apart', () => {
    const knowledge = (key: string) =>
      key === '鱼' ? 'known' : key === '海' ? 'learning' : ('new' as const)
    expect(readable(words, knowledge)).toEqual({ known: 3 / 6, learning: 2 / 6 })
  })

  it('is not known of a text without words', () => {
    expect(readable([], () => 'known')).toBeNull()
  })
})
