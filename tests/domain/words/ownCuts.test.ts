import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { isCutOf, type OwnCuts } from '../../../src/domain/words/ownCuts.ts'
import { lookUpWord, wordsOf } from '../../../src/domain/words/words.ts'

const dictionary = await loadDictionary('full')
const cut = (text: string, cuts?: OwnCuts) =>
  wordsOf(text, 'zh', dictionary, cuts).map(({ start, end }) => text.slice(start, end))

describe('a text the learner cuts', () => {
  it('has as one word what they joined, in two what they parted, and covers the text', () => {
    const text = '他们要求停火。'
    expect(cut(text)).toEqual(['他们', '要求', '停火', '。'])
    expect(cut(text, { 要求停火: [4] })).toEqual(['他们', '要求停火', '。'])
    expect(cut(text, { 停火: [1, 1] })).toEqual(['他们', '要求', '停', '火', '。'])
  })

  it('is cut by the longest stretch, and only where its ends are ends of words', () => {
    expect(cut('停火', { 停火: [1, 1], 火: [1] })).toEqual(['停', '火'])
    expect(cut('他们要求', { 们要: [2] })).toEqual(['他们', '要求'])
    expect(cut('停火停火', { 停火: [1, 1] })).toEqual(['停', '火', '停', '火'])
  })

  it('keeps its readings, and what is joined is looked up as one', () => {
    const [, word] = wordsOf('他们要求停火', 'zh', dictionary, { 要求停火: [4] })
    expect(word?.syllables).toEqual(['yao1', 'qiu2', 'ting2', 'huo3'])
    const info = lookUpWord(
      '他们要求停火',
      3,
      'zh',
      dictionary,
      { pronunciations: null },
      { 要求停火: [4] },
    )
    expect([info?.headword, info?.senses]).toEqual(['要求停火', []])
  })

  it('knows what is a cut of a stretch', () => {
    expect([isCutOf('停火', [1, 1]), isCutOf('停火', [2])]).toEqual([true, true])
    expect([[1], [3], [2, 0], [1.5, 0.5], null, 'x'].map((one) => isCutOf('停火', one))).toEqual(
      Array.from({ length: 6 }, () => false),
    )
  })
})
