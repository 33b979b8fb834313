import { describe, expect, it } from 'vitest'
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
  ['不不不', 'bu2 bu2 bu4'],
  ['小老虎', 'xiao3 lao2 hu3'],
  ['岂有此理', 'qi2 you3 ci2 li3'],
  ['小雨伞', 'xiao3 yu2 san3'],
  ['我买水果', 'wo2 mai3 shui2 guo3'],
])('%s is said %s', (text, syllables) => {
  expect(spoken(text)).toBe(syllables)
})

describe('一, where it counts, orders, points or repeats', () => {
  it.each([
    ['有一点', 'yi4'],
    ['一点儿', 'yi4'],
    ['大一点', 'yi4'],
    ['差一点', 'yi4'],
    ['晚上一点声音也没有', 'yi4'],
    ['一点也不', 'yi4'],
    ['一点一点', 'yi4 yi4'],
    ['统一的', 'yi1'],
    ['唯一的', 'yi1'],
    ['之一是', 'yi1'],
    ['三分之一是', 'yi1'],
    ['星期一上午', 'yi1'],
    ['周一', 'yi1'],
    ['下周一早上', 'yi1'],
    ['每周一上午', 'yi1'],
    ['逐一说明', 'yi1'],
    ['万一他来', 'yi1'],
    ['长短不一的', 'yi1'],
    ['初一', 'yi1'],
    ['初一下学期', 'yi1'],
    ['高一学生', 'yi1'],
    ['大一那年', 'yi1'],
    ['一年级', 'yi1'],
    ['二年级一班', 'yi1'],
    ['第一', 'yi1'],
    ['第一个', 'yi1'],
    ['一楼', 'yi1'],
    ['一路公交车', 'yi1'],
    ['五一节', 'yi1'],
    ['四月一日', 'yi1'],
    ['十一点', 'yi1'],
    ['下午一点', 'yi1'],
    ['一点钟', 'yi1'],
    ['一点半', 'yi1'],
    ['三点一四', 'yi1'],
    ['一点五', 'yi1'],
    ['三点一刻', 'yi2'],
    ['一九四二', 'yi1'],
    ['一比一', 'yi1 yi1'],
    ['一百零一', 'yi4 yi1'],
    ['一个', 'yi2'],
    ['一半', 'yi2'],
    ['同一个人', 'yi2'],
    ['每周一次', 'yi2'],
    ['一周一次', 'yi4 yi2'],
    ['二年级一共', 'yi2'],
    ['一日三餐', 'yi2'],
    ['高一个头', 'yi2'],
    ['背水一战', 'yi2'],
    ['一战成名', 'yi2'],
    ['一天', 'yi4'],
    ['一起', 'yi4'],
    ['一百', 'yi4'],
    ['同一天', 'yi4'],
    ['这一年', 'yi4'],
    ['高一米', 'yi4'],
    ['一五一十', 'yi4 yi4'],
    ['一天一天', 'yi4 yi4'],
    ['一两个', 'yi4'],
    ['周一一早', 'yi1 yi4'],
    ['想一想', 'yi5'],
    ['数一数二', 'yi1'],
    ['独一无二', 'yi1'],
    ['想一想再说', 'yi5'],
  ])('%s has %s', (text, tones) => {
    const words = tokenizeZh(text, dictionary)
    const all = spokenReadings(text, readZh(text, dictionary), words)
    expect(all.filter((_, at) => text[at] === '一').join(' ')).toBe(tones)
  })
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
