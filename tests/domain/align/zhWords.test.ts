import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { zhWords } from '../../../src/domain/align/zhWords.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 60_000)

describe('zhWords', () => {
  it.each([
    ['我们坐火车去北京。', ['我们', '坐', '火车', '去', '北京']],
    ['“国际法”，他说。', ['国际法', '他', '说']],
    ['買了兩張電影票', ['買', '了', '兩', '張', '電影', '票']],
    ['1,200名Rubio的支持者', ['1200', '名', 'rubio', '的', '支持者']],
    ['……！', []],
    ['', []],
  ])('takes the fewest headwords of %j', (text, words) => {
    expect(zhWords(text, dictionary)).toEqual(words)
  })

  it('keeps every hanzi, known or not', () => {
    expect(zhWords('䶮𪚥一', dictionary).join('')).toMatch(/^䶮.*一$/u)
  })
})
