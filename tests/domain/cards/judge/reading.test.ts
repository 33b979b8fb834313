import { describe, expect, it } from 'vitest'
import { judgeReading } from '../../../../src/domain/cards/judge/reading.ts'

const judged = (typed: string, reading: string, spoken?: string) => {
  const { verdict, syllables } = judgeReading(typed, reading, spoken)
  return [verdict, syllables.map(({ typed: said, is }) => `${said} ${is}`).join(', ')]
}

describe('a typed reading', () => {
  it.each([
    ['numbers', 'tui4 xiu1', 'tui4 xiu1'],
    ['marks, joined', 'tuìxiū', 'tui4 xiu1'],
    ['capitals', 'TUÌXIŪ', 'tui4 xiu1'],
    ['full-width letters and spaces', 'ｔｕｉ４　ｘｉｕ１', 'tui4 xiu1'],
    ['marks that combine', 'tui\u0300xiu\u0304', 'tui4 xiu1'],
    ['v', 'lv4se4', 'lu:4 se4'],
    ['u:', 'lu:4 se4', 'lu:4 se4'],
    ['ü', 'lǜsè', 'lu:4 se4'],
    ['ue where only üe is', 'lue4', 'lu:e4'],
    ['ü after j', 'jü2', 'ju2'],
    ['an apostrophe', 'xī’ān', 'xi1 an1'],
    ['no number for the neutral tone', 'xiang4zi', 'xiang4 zi5'],
    ['0 for the neutral tone', 'xiang4 zi0', 'xiang4 zi5'],
    ['an r that colours, and its number', 'kuai4 dianr3', 'kuai4 dian3 r5'],
    ['zhuyin', 'ㄊㄧㄥˊ ㄏㄨㄛˇ', 'ting2 huo3'],
    ['zhuyin of a first and a neutral tone', 'ㄇㄚ˙ㄇㄚ', 'ma1 ma5'],
  ])('is right in %s', (_how, typed, reading) => {
    expect(judgeReading(typed, reading).verdict).toBe('right')
  })

  it('is right with the tones that are spoken, too', () => {
    expect(judged('ni2 hao3', 'ni3 hao3', 'ni2 hao3')[0]).toBe('right')
    expect(judged('ni3 hao3', 'ni3 hao3', 'ni2 hao3')[0]).toBe('right')
    expect(judged('ni2 hao3', 'ni3 hao3')[0]).toBe('near')
  })

  it('is near with one wrong tone, and wrong with two', () => {
    expect(judged('tui4 xiu2', 'tui4 xiu1')).toEqual(['near', 'tui4 right, xiu2 tone'])
    expect(judged('tui1 xiu2', 'tui4 xiu1')).toEqual(['wrong', 'tui1 tone, xiu2 tone'])
  })

  it('has no tones where none were typed', () => {
    expect(judged('tuixiu', 'tui4 xiu1')).toEqual(['wrong', 'tui5 tone, xiu5 tone'])
  })

  it('shows which syllable is wrong, missing, or too much', () => {
    expect(judged('tin2 huo3', 'ting2 huo3')).toEqual(['wrong', 'tin2 wrong, huo3 right'])
    expect(judged('ting2', 'ting2 huo3')).toEqual(['wrong', 'ting2 right,  wrong'])
    expect(judged('huo3', 'ting2 huo3')).toEqual(['wrong', ' wrong, huo3 right'])
    expect(judged('ting2 huo3 le5', 'ting2 huo3')).toEqual(['wrong', 'ting2 right, huole3 wrong'])
    expect(judged('12 !?', 'ting2')).toEqual(['wrong', ' wrong'])
  })

  it('is cut where its spaces are', () => {
    expect(judged('xi1 an1', 'xi1 an1')[0]).toBe('right')
    expect(judged('xian1', 'xi1 an1')).toEqual(['near', 'xi5 tone, an1 right'])
  })

  it('is judged at once, however long it is', () => {
    const typed = 'zhuang4'.repeat(14)
    const start = judgeReading(typed, Array.from({ length: 14 }, () => 'zhuang4').join(' '))
    expect(start.verdict).toBe('right')
  })
})
