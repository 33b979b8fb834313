import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { foldZh } from '../../../src/domain/text/fold.ts'
import { normalize } from '../../../src/domain/text/normalize.ts'
import { tokenizeEn } from '../../../src/domain/text/tokenizeEn.ts'
import { tokenizeZh } from '../../../src/domain/text/tokenizeZh.ts'
import { lookUp } from '../../../src/domain/words/lookUp.ts'
import { readZh } from '../../../src/domain/zh/pinyin.ts'
import { toTraditional } from '../../../src/domain/zh/script.ts'

const dictionary = await loadDictionary('full')

/** Words as they are compared, `·` between them, what is unseen left out. */
const words = (text: string): string =>
  tokenizeZh(text, dictionary)
    .filter(({ kind }) => kind !== 'space')
    .map((token) => token.text)
    .join('·')

describe('words are found whatever hides them', () => {
  it.each([
    ['radicals', '⾏动是⼀个⼈的事', '行动·是·一个·人·的·事'],
    ['radicals of the supplement', '⻛很⼤，⻋来了，⺠⻓', '风·很·大·，·车·来·了·，·民·长'],
    ['compatibility hanzi', '放\uf914音\uf914', '放·樂·音樂'],
    ['zero-width spaces', '停\u200b火了', '停火·了'],
    ['a soft hyphen', '消\u00ad息', '消息'],
    ['a variant of a character', '消\ufe00息', '消息'],
    ['full-width letters', 'ＡＡ制去ＫＴＶ', 'AA制·去·KTV'],
    ['spaces between hanzi', '停 火 协 议 已 经 签 了 。', '停火·协议·已经·签·了·。'],
    ['a joiner of emoji, which stays', '好👨‍👩‍👧了', '好·👨‍👩‍👧·了'],
  ])('%s', (_fact, text, cut) => {
    expect(words(text)).toBe(cut)
  })

  it('leaves spaces between whole words, and texts with nothing to fold', () => {
    expect(foldZh('我 喜欢 吃 苹果')).toBeNull()
    expect(foldZh('停火了。It is over.')).toBeNull()
  })

  it.each(['停\u200b火\u200b，⾏动', '\u200b停 火 协 议 ', '𠮷\u200b⼈', '\u00ad\u200b'])(
    'covers all of %j',
    (text) => {
      let at = 0
      for (const { start, end } of tokenizeZh(text, dictionary)) {
        expect(start).toBe(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBe(text.length)
      expect(readZh(text, dictionary)).toHaveLength(text.length)
    },
  )
})

it('puts readings where the hanzi stand', () => {
  expect(readZh('⾏动', dictionary)).toEqual(['xing2', 'dong4'])
  expect(readZh('停\u200b火', dictionary)).toEqual(['ting2', null, 'huo3'])
  expect(readZh('银 行 开 门', dictionary).filter(Boolean)).toEqual([
    'yin2',
    'hang2',
    'kai1',
    'men2',
  ])
})

it('looks up what was tapped', () => {
  expect(lookUp('他在停\u200b火', 4, dictionary)).toMatchObject({
    range: { start: 2, end: 5 },
    reading: 'ting2 huo3',
    entries: [{ simplified: '停火' }],
  })
})

it('compares texts folded', () => {
  expect(normalize('⻛⼤')).toBe(normalize('风大'))
})

it('keeps unseen characters in their place when the script is changed', () => {
  expect(toTraditional('停\u200b战协\u200b议', dictionary)).toBe('停\u200b戰協\u200b議')
})

it.each([
  ['cease\u00adfire', 'ceasefire'],
  ['to\u200bday', 'today'],
  ['win\u00addow\u00ads', 'windows'],
])('%j is the one word %s', (text, norm) => {
  expect(tokenizeEn(text).map((token) => token.norm)).toEqual([norm])
})
