import { describe, expect, it } from 'vitest'
import { drawReading } from '../../../src/domain/zh/drawnReading.ts'
import { joinSyllables } from '../../../src/domain/zh/joinedReading.ts'

const joined = (reading: string, isName = false): string =>
  joinSyllables(drawReading(reading, 'pinyin'), isName)
    .map((word) => word.map(({ text }) => text).join(''))
    .join(' ')

describe('the pinyin of a headword', () => {
  it.each([
    ['ting2 huo3', 'tínghuǒ'],
    ['tan2 pan4 zhuo1', 'tánpànzhuō'],
    ['qing2 bao4 gong4 xiang3', 'qíngbào gòngxiǎng'],
    ['kuai4 dian3 r5', 'kuàidiǎnr'],
    ['yi1 dian3 dian3 r5', 'yīdiǎndiǎnr'],
    ['nu:3 er2', 'nǚ’ér'],
    ['hai3 ou1', 'hǎi’ōu'],
    ['e2', 'é'],
    ['r5', 'r'],
    ['xie4 xie5', 'xièxie'],
    ['zhong1 hua2 ren2 min2 gong4 he2 guo2', 'zhōng huá rén mín gòng hé guó'],
    ['T xu4', 'T xù'],
    ['', ''],
  ])('is joined by word: %s', (reading, expected) => {
    expect(joined(reading)).toBe(expected)
  })

  it.each([
    ['wei2 te4 ke1 fu1', 'Wéitèkēfū'],
    ['xi1 an1', 'Xī’ān'],
    ['e2 luo2 si1', 'Éluósī'],
  ])('of a name begins with a capital: %s', (reading, expected) => {
    expect(joined(reading, true)).toBe(expected)
  })
})
