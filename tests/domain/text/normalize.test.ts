import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../src/domain/ids.ts'
import { countLetters, languageOf } from '../../../src/domain/text/language.ts'
import { contentHash, contentHashSteps, normalize } from '../../../src/domain/text/normalize.ts'

describe('normalize', () => {
  it.each([
    ['ＡＢＣ　１２', 'abc 12'],
    ['“天亮了。”', '"天亮了."'],
    ['「天亮了｡」', '"天亮了."'],
    ['it’s', "it's"],
    ['a — b – c', 'a - b - c'],
    ['等……', '等......'],
    ['\u200f a\u200b b\r\n', 'a b'],
    ['e\u0301', 'é'],
    ['\ud800', '\ud800'],
  ])('folds %j to %j', (text, folded) => {
    expect(normalize(text)).toBe(folded)
  })
})

describe('contentHash', () => {
  const texts = { zh: '天亮了。\n“走吧。”', en: 'It is light.\n"Let us go."' }

  it('is the same however the text is laid out and punctuated', () => {
    const again = { zh: '天亮了. 「走吧。」', en: 'It is  light. “Let us go.”' }
    expect(contentHash(again)).toBe(contentHash(texts))
  })

  it('differs when a word or a side differs', () => {
    const others = [
      { ...texts, zh: '天黑了。' },
      { ...texts, en: '' },
      { zh: texts.en, en: texts.zh },
    ]
    expect(new Set([texts, ...others].map(contentHash)).size).toBe(4)
  })
})

describe('contentHash of a long text', () => {
  const essence = (text: string) => normalize(text).replace(/[^\p{L}\p{N}]+/gu, '')
  const odd = [
    'ΑΣ',
    'e\u0301',
    '한',
    '👩‍👩‍👧',
    '𠮷',
    'ﬁ',
    '“',
    '，',
    ' ',
    '\n',
    'İ',
    '天',
    '\ud800',
    'Abc',
  ]
  const long = Array.from({ length: 30_000 }, (_, i) => odd[(i * i + (i >> 5)) % odd.length]).join(
    '',
  )

  it.each([
    ['in any scripts', long],
    ['without any place to cut at', 'Σé'.repeat(50_000)],
  ])('is that of all its letters at once: %s', (_name, text) => {
    expect(contentHash({ zh: text, en: 'x' })).toBe(hashOf([essence(text), 'x']))
  })

  it('takes many steps', () => {
    const work = contentHashSteps({ zh: '天亮了。'.repeat(50_000), en: '' })
    const done = [...work]
    expect(done.length).toBeGreaterThan(8)
    expect(Math.max(...done)).toBeLessThanOrEqual(1)
  })
})

describe('languageOf', () => {
  it.each([
    ['天亮了', 'zh'],
    ['It is light', 'en'],
    ['史蒂夫·维特科夫 (Steve W.)', 'zh'],
    ['Steve Witkoff (维特)', 'en'],
    ['12:30 — 。', null],
    ['Élise', 'en'],
    ['𠮷野家', 'zh'],
    ['', null],
  ] as const)('%j is %s', (text, side) => {
    expect(languageOf(text)).toBe(side)
  })

  it('takes a line with 30 % hanzi for Chinese', () => {
    expect(countLetters('天亮了abcdefg')).toEqual({ hanzi: 3, other: 7 })
    expect(languageOf('天亮了abcdefg')).toBe('zh')
    expect(languageOf('天亮了abcdefgh')).toBe('en')
  })
})
