import { type ZhToken } from '../../../src/domain/text/zhToken.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { tokenizeZh } from '../../../src/domain/text/tokenizeZh.ts'

const dictionary = await loadDictionary('full')

const cut = (text: string): string =>
  tokenizeZh(text, dictionary)
    .map((token) => token.text)
    .join(' ')

const kindsOf = (text: string): Readonly<Record<string, ZhToken['kind']>> =>
  Object.fromEntries(tokenizeZh(text, dictionary).map((token) => [token.text, token.kind]))

describe('words', () => {
  it.each([
    ['他是研究生，研究生命的起源。', '他 是 研究生 ， 研究 生命 的 起源 。'],
    ['结婚的和尚未结婚的', '结婚 的 和 尚未 结婚 的'],
    ['儿子还给他，不要玩儿了', '儿子 还给 他 ， 不要 玩儿 了'],
    ['银行行长长期担任部长', '银行 行长 长期 担任 部长'],
    ['重置双边关系', '重置 双边 关系'],
    ['同意停火', '同意 停火'],
    ['中華人民共和國國務院總理', '中華人民共和國 國務院 總理'],
    ['𠮷野家的牛肉饭', '𠮷 野 家 的 牛肉 饭'],
    ['', ''],
  ])('%s', (text, words) => {
    expect(cut(text)).toBe(words)
  })

  it('are the same in both scripts', () => {
    expect(cut('兩國代表團在沙特舉行會談')).toBe('兩 國 代表團 在 沙特 舉行 會談')
    expect(cut('两国代表团在沙特举行会谈')).toBe('两 国 代表团 在 沙特 举行 会谈')
  })
})

describe('numbers and dates', () => {
  it.each([
    ['3 月', '3   月'],
    ['2022年3月26日', '2022年 3月 26日'],
    ['二〇二二年三月二十六日', '二〇二二年 三月 二十六日'],
    ['一九九八年', '一九九八年'],
    ['75%的人', '75% 的 人'],
    ['3,000美元', '3,000 美元'],
    ['３０００万元', '３０００万 元'],
    ['数百亿美元', '数百亿 美元'],
    ['百分之七点五', '百分之七点五'],
    ['三分之一', '三分之一'],
    ['第二十三届', '第二十三 届'],
    ['一百二十三个', '一百二十三 个'],
    ['12:30开始', '12:30 开始'],
    ['90年代', '90年代'],
    ['30天', '30 天'],
    ['三年来', '三 年 来'],
    ['千万别一一说明', '千万 别 一一 说明'],
  ])('%s', (text, words) => {
    expect(cut(text)).toBe(words)
  })

  it('are numbers by kind, single numerals and idioms are words', () => {
    expect(kindsOf('75%')).toEqual({ '75%': 'number' })
    expect(kindsOf('2022年')).toEqual({ '2022年': 'number' })
    expect(kindsOf('二〇二二年')).toEqual({ 二〇二二年: 'number' })
    expect(kindsOf('15')).toEqual({ '15': 'number' })
    expect(kindsOf('一个')['一个'] ?? kindsOf('一个')['一']).toBe('word')
    expect(kindsOf('三三两两')).toEqual({ 三三两两: 'word' })
  })
})

describe('names', () => {
  it.each([
    ['泽连斯基与卢比奥会谈', '泽连斯基 与 卢比奥 会谈'],
    ['澤連斯基與盧比奧會談', '澤連斯基 與 盧比奧 會談'],
    ['马尔科·卢比奥说', '马尔科 · 卢比奥 说'],
    ['乌梅罗夫和叶尔马克', '乌梅罗夫 和 叶尔马克'],
    ['在沙特吉达', '在 沙特 吉达'],
    ['总理李克强表示', '总理 李克强 表示'],
    ['张伟先生', '张伟 先生'],
    ['李強總理', '李強 總理'],
    ['大江截流', '大 江 截 流'],
  ])('%s', (text, words) => {
    expect(cut(text)).toBe(words)
  })

  it('are names by kind', () => {
    expect(kindsOf('卢比奥在北京')).toEqual({ 卢比奥: 'name', 在: 'word', 北京: 'name' })
  })
})

describe('what is not Chinese', () => {
  it.each([
    ['用iPhone 15 Pro看Wi-Fi', '用 iPhone   15   Pro 看 Wi-Fi'],
    ['U.S.政府', 'U.S. 政府'],
    ['COVID-19的', 'COVID-19 的'],
    ['卡拉OK、AA制、3C产品', '卡拉OK 、 AA制 、 3C 产品'],
    ['……——好吃！！', '…… —— 好吃 ！！'],
    ['(Steve Witkoff)', '( Steve   Witkoff )'],
    ['家👨‍👩‍👧‍👦！', '家 👨‍👩‍👧‍👦 ！'],
    ['a\n\n b', 'a \n\n  b'],
  ])('%s', (text, words) => {
    expect(cut(text)).toBe(words)
  })

  it('has its kinds', () => {
    expect(kindsOf('T, 3C')).toEqual({
      T: 'latin',
      ',': 'punctuation',
      ' ': 'space',
      '3C': 'latin',
    })
  })
})

it('covers any text exactly', () => {
  const piece = fc.constantFrom(
    ...'的一二年月日第分之马尔科·卢比奥李强𠮷😀a1%.,，。\ud83d\udc00 \n…'.split(''),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const tokens = tokenizeZh(text, dictionary)
      expect(tokens.map((token) => token.text).join('')).toBe(text)
      let end = 0
      for (const token of tokens) {
        expect(token.start).toBe(end)
        expect(token.end).toBeGreaterThan(token.start)
        expect(text.slice(token.start, token.end)).toBe(token.text)
        end = token.end
      }
      expect(end).toBe(text.length)
    }),
    { seed: 20250311, numRuns: 500 },
  )
})

it.each(['一', '〇', '万', '马', '1', 'a', '·', '…', '😀', ' ', '的', '李'])(
  'takes time in proportion to the length of a page of %s',
  (character) => {
    const text = character.repeat(50_000)
    const tokens = tokenizeZh(text, dictionary)
    expect(tokens.at(-1)?.end).toBe(text.length)
  },
)
