import { describe, expect, it } from 'vitest'
import { readableSentence } from '../../../src/domain/words/readableSentence.ts'

const text = '他在船上。渔民很多很多。风大浪大了。他在船上等。'
const sentences = [...text.matchAll(/[^。]+。/g)].map(({ index, 0: found }) => ({
  start: index,
  end: index + found.length,
}))
const words = [...text].flatMap((key, start) =>
  key === '。' ? [] : [{ key, level: {}, start, end: start + 1 }],
)
const shown = (known: string, learning = '') => {
  const of = (key: string) =>
    known.includes(key) ? 'known' : learning.includes(key) ? 'learning' : ('new' as const)
  const found = readableSentence(sentences, words, of)
  return found && text.slice(found.start, found.end)
}

describe('a sentence that can be read', () => {
  it('is the longest that has no new word', () => {
    expect(shown('他在船上等')).toBe('他在船上等。')
    expect(shown('他在船上')).toBe('他在船上。')
  })

  it('is rather one whose words are being learnt', () => {
    expect(shown('他在船上等', '渔民很多')).toBe('渔民很多很多。')
  })

  it('is none while each has a new word', () => {
    expect(shown('他在')).toBeNull()
  })

  it('has some words: two prove nothing', () => {
    expect(readableSentence([{ start: 0, end: 3 }], words.slice(0, 3), () => 'known')).toBeNull()
  })
})
