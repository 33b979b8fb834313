import { expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { tokenizeZh } from '../../../src/domain/text/tokenizeZh.ts'
import { readZh } from '../../../src/domain/zh/pinyin.ts'
import { spokenReadings } from '../../../src/domain/zh/sandhi.ts'

const dictionary = await loadDictionary('full')

const spoken = (text: string): string =>
  spokenReadings(text, readZh(text, dictionary), tokenizeZh(text, dictionary))
    .filter((reading) => reading !== null)
    .join(' ')

it.each([
  ['不会', 'bu2 hui4'],
  ['不好', 'bu4 hao3'],
  ['不', 'bu4'],
  ['看不看', 'kan4 bu5 kan4'],
  ['一个', 'yi2 ge5'],
  ['一天', 'yi4 tian1'],
  ['一年', 'yi4 nian2'],
  ['一起', 'yi4 qi3'],
  ['一定', 'yi2 ding4'],
  ['看一看', 'kan4 yi5 kan4'],
  ['第一', 'di4 yi1'],
  ['第一次', 'di4 yi1 ci4'],
  ['十一', 'shi2 yi1'],
  ['一月', 'yi1 yue4'],
  ['二〇一一年', 'er4 ling2 yi1 yi1 nian2'],
  ['一百', 'yi4 bai3'],
  ['统一', 'tong3 yi1'],
  ['你好', 'ni2 hao3'],
  ['展览馆', 'zhan2 lan2 guan3'],
  ['我想你', 'wo3 xiang2 ni3'],
  ['好，你', 'hao3 ni3'],
])('%s is said %s', (text, syllables) => {
  expect(spoken(text)).toBe(syllables)
})

it('leaves citation tones and the nulls of other characters where they are', () => {
  const text = '不A会。'
  expect(spokenReadings(text, readZh(text, dictionary), tokenizeZh(text, dictionary))).toEqual([
    'bu4',
    null,
    'hui4',
    null,
  ])
})
