import { describe, expect, it } from 'vitest'
import { givenReading } from '../../../src/domain/zh/givenReading.ts'

describe('givenReading', () => {
  it.each([
    ['tínghuǒ', '停火', 'ting2 huo3'],
    ['ting2huo3', '停火', 'ting2 huo3'],
    ['Tíng Huǒ', '停火', 'ting2 huo3'],
    ["Xī'ān", '西安', 'xi1 an1'],
    ['xiān', '先', 'xian1'],
    ['xī ān', '西安', 'xi1 an1'],
    ['fāng’àn', '方案', 'fang1 an4'],
    ['nǚ’ér', '女儿', 'nu:3 er2'],
    ['nu:3 hai2', '女孩', 'nu:3 hai2'],
    ['māma', '妈妈', 'ma1 ma5'],
    ['yìdiǎnr', '一点儿', 'yi1 dian3 r5'],
    ['búcuò', '不错', 'bu4 cuo4'],
    ['dōngxi', '东西', 'dong1 xi5'],
  ])('writes %s of %s as the dictionary does', (written, word, reading) => {
    expect(givenReading(written, word)).toBe(reading)
  })

  it.each([
    ['no tones', 'tinghuo', '停火'],
    ['too few syllables', 'tíng', '停火'],
    ['too many', 'tíng huǒ le', '停火'],
    ['other letters', 'ceasefire', '停火'],
    ['nothing', '', '停火'],
    ['no hanzi', 'tíng', 'OK'],
    ['something long', 'a'.repeat(5000), '停火'],
  ])('is empty for %s', (_what, written, word) => {
    expect(givenReading(written, word)).toBe('')
  })
})
