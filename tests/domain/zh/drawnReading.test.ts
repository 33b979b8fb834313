import { describe, expect, it } from 'vitest'
import { drawReading, drawSyllable } from '../../../src/domain/zh/drawnReading.ts'

const drawn = (reading: string, word = '', notation: 'pinyin' | 'zhuyin' = 'pinyin') =>
  drawReading(reading, notation, word)
    .map(({ text }) => text)
    .join(' ')

describe('a reading as it is drawn', () => {
  it.each([
    ['你好', 'ni3 hao3', 'ní hǎo'],
    ['一个', 'yi1 ge4', 'yí gè'],
    ['不会', 'bu4 hui4', 'bú huì'],
    ['停火', 'ting2 huo3', 'tíng huǒ'],
    ['卡拉OK', 'ka3 la1', 'kǎ lā'],
    ['马尔科·卢比奥', 'ma3 er3 ke1 lu2 bi3 ao4', 'má ěr kē lú bǐ ào'],
  ])('%s has its sandhi', (word, reading, expected) => {
    expect(drawn(reading, word)).toBe(expected)
  })

  it('stays as it is when the word is not given, or has another number of hanzi', () => {
    expect(drawn('ni3 hao3')).toBe('nǐ hǎo')
    expect(drawn('ni3 hao3', '你')).toBe('nǐ hǎo')
  })

  it('is zhuyin where the learner reads zhuyin', () => {
    expect(drawn('ni3 hao3', '你好', 'zhuyin')).toBe('ㄋㄧˊ ㄏㄠˇ')
  })

  it('knows the tone of each syllable, none of what is no syllable', () => {
    expect(drawSyllable('le5', 'pinyin')).toEqual({ text: 'le', tone: 5 })
    expect(drawSyllable('lu:4', 'pinyin')).toEqual({ text: 'lǜ', tone: 4 })
    expect(drawSyllable('OK', 'zhuyin')).toEqual({ text: 'OK', tone: 0 })
  })
})

it('shows nothing for a hanzi nobody can read', () => {
  expect(drawSyllable('xx5', 'pinyin')).toEqual({ text: '', tone: 0 })
  expect(drawSyllable('xx5', 'zhuyin')).toEqual({ text: '', tone: 0 })
})
