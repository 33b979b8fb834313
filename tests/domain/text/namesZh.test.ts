import { type ZhToken } from '../../../src/domain/text/zhToken.ts'
import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { foreignNameEnds, joinChineseNames } from '../../../src/domain/text/namesZh.ts'

const dictionary = await loadDictionary('full')

const names = (text: string, at = 0): readonly string[] =>
  foreignNameEnds(text, at, dictionary).map(({ end }) => text.slice(at, end))

describe('foreign names', () => {
  it.each([
    ['卢比奥说', ['卢比奥']],
    ['盧比奧說', ['盧比奧']],
    ['乌梅罗夫', ['乌梅罗', '乌梅罗夫']],
    ['马尔科·卢比奥', ['马尔科']],
    ['沙特吉达', []],
    ['马上开会', []],
    ['停火', []],
  ])('%s: %j', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('may be short beside a dot', () => {
    expect(names('贾·贝', 0)).toEqual([])
    expect(names('马特·贝克', 0)).toContain('马特')
    expect(names('马特和', 0)).toEqual([])
  })
})

describe('Chinese names', () => {
  const tokens = (parts: readonly string[]): readonly ZhToken[] => {
    let end = 0
    return parts.map((text) => ({ start: end, end: (end += text.length), text, kind: 'word' }))
  }
  const join = (parts: readonly string[]): string =>
    joinChineseNames(tokens(parts), dictionary)
      .map(({ text }) => text)
      .join(' ')

  it.each([
    [['总理', '李', '克', '强', '说'], '总理 李克强 说'],
    [['總理', '陳', '克', '強', '說'], '總理 陳克強 說'],
    [['张', '伟', '先生'], '张伟 先生'],
    [['欧阳', '克', '强'], '欧阳克强'],
    [['张', '伟', '走', '了'], '张伟走 了'],
    [['李', '和', '张'], '李 和 张'],
    [['大', '江', '截', '流'], '大 江 截 流'],
    [['张', '开', '了'], '张 开 了'],
    [['李'], '李'],
    [[], ''],
  ])('%j', (parts, expected) => {
    expect(join(parts)).toBe(expected)
  })
})
