import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { parseCedict } from '../../../src/domain/dictionary/parseCedict.ts'
import { zhuyin } from '../../../src/domain/zh/zhuyin.ts'

it.each([
  ['ni3', 'ㄋㄧˇ'],
  ['hao3', 'ㄏㄠˇ'],
  ['lu:4', 'ㄌㄩˋ'],
  ['nu:3', 'ㄋㄩˇ'],
  ['lu:e4', 'ㄌㄩㄝˋ'],
  ['le5', '˙ㄌㄜ'],
  ['r5', '˙ㄦ'],
  ['er2', 'ㄦˊ'],
  ['zhi1', 'ㄓ'],
  ['ri4', 'ㄖˋ'],
  ['si4', 'ㄙˋ'],
  ['ju4', 'ㄐㄩˋ'],
  ['xue2', 'ㄒㄩㄝˊ'],
  ['quan2', 'ㄑㄩㄢˊ'],
  ['jiong3', 'ㄐㄩㄥˇ'],
  ['zhong1', 'ㄓㄨㄥ'],
  ['yi1', 'ㄧ'],
  ['you3', 'ㄧㄡˇ'],
  ['yuan2', 'ㄩㄢˊ'],
  ['wen4', 'ㄨㄣˋ'],
  ['weng1', 'ㄨㄥ'],
  ['liu2', 'ㄌㄧㄡˊ'],
  ['gui4', 'ㄍㄨㄟˋ'],
  ['lun2', 'ㄌㄨㄣˊ'],
  ['a1', 'ㄚ'],
  ['ang2', 'ㄤˊ'],
  ['m2', 'ㄇˊ'],
  ['ng2', 'ㄫˊ'],
  ['xx5', 'xx5'],
  ['O', 'O'],
  ['', ''],
])('%s is %s', (syllable, symbols) => {
  expect(zhuyin(syllable)).toBe(symbols)
})

it('spells every syllable of the dictionary', () => {
  const text: unknown = createRequire(import.meta.url)('hanzi/lib/data/cedict_ts.u8.js')
  const syllables = new Set(
    parseCedict(String(text))
      .entries.flatMap(({ reading }) => reading.toLowerCase().split(' '))
      .filter((syllable) => /^[a-z:]+[1-5]$/.test(syllable)),
  )
  expect(syllables.size).toBeGreaterThan(1300)
  expect([...syllables].filter((syllable) => zhuyin(syllable) === syllable)).toEqual(['xx5'])
})
