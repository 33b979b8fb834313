import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { scriptOf, toSimplified, toTraditional } from '../../../src/domain/zh/script.ts'

const dictionary = await loadDictionary('full')

describe('both ways', () => {
  it.each([
    ['两国代表团同意停火。', '兩國代表團同意停火。'],
    ['头发和发展', '頭髮和發展'],
    ['皇后以后', '皇后以後'],
    ['干部干活', '幹部幹活'],
    ['饼干', '餅乾'],
    ['三只猫只有', '三隻貓只有'],
    ['面包和面子', '麵包和面子'],
    ['里面，公里', '裡面，公里'],
    ['关系，联系', '關係，聯繫'],
    ['日历，历史', '日曆，歷史'],
    ['他看着著名的银行', '他看著著名的銀行'],
    ['下周一', '下週一'],
    ['他说：“好。”ABC 123', '他說：“好。”ABC 123'],
  ])('%s', (simplified, traditional) => {
    expect(toTraditional(simplified, dictionary)).toBe(traditional)
    expect(toSimplified(traditional, dictionary)).toBe(simplified)
  })

  it.each(['餘額', '麼', '乾燥', '蘋果', '諮詢'])('%s becomes simplified', (word) => {
    expect(toSimplified(word, dictionary)).toBe(
      new Map([
        ['餘額', '余额'],
        ['麼', '么'],
        ['乾燥', '干燥'],
        ['蘋果', '苹果'],
        ['諮詢', '咨询'],
      ]).get(word),
    )
  })
})

describe('a text in the script asked for', () => {
  it('stays as it is', () => {
    expect(toTraditional('他後來看著她', dictionary)).toBe('他後來看著她')
    expect(toSimplified('皇后乾隆，他著有很多书', dictionary)).toBe('皇后乾隆，他著有很多书')
    expect(toSimplified('', dictionary)).toBe('')
  })

  it.each([
    ['两国代表团', 'simplified'],
    ['兩國代表團', 'traditional'],
    ['人口', null],
    ['', null],
    ['abc', null],
  ])('%s is %s', (text, script) => {
    expect(scriptOf(text, dictionary)).toBe(script)
  })
})
