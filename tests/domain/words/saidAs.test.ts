import { expect, it } from 'vitest'
import { spellingOf, spokenList, wordsSaid } from '../../../src/domain/words/saidAs.ts'

it.each([
  ['tinghuo', 'tinghuo', ''],
  ['ting2 huo3', 'tinghuo', '23'],
  ['Tíng huǒ', 'tinghuo', '23'],
  ["xi'an", 'xian', ''],
  ['lu:4', 'lv', '4'],
  ['lǜ', 'lv', '4'],
  ['lü4', 'lv', '4'],
  ['nüe', 'nve', ''],
  ['nue', 'nve', ''],
  ['qü', 'qu', ''],
  ['dian3 r5', 'dianr', '3'],
  ['de0', 'de', ''],
  ['ｔｉｎｇ２', 'ting', '2'],
  ['停火', '', ''],
])('reads %s', (typed, letters, tones) => {
  expect(spellingOf(typed)).toEqual({ letters, tones })
})

const list = spokenList([
  ['停火', 'ting2 huo3'],
  ['停', 'ting2'],
  ['听', 'ting1'],
  ['挺', 'ting3'],
  ['行', 'xing2'],
  ['行', 'hang2'],
  ['一点儿', 'yi1 dian3 r5'],
  ['A股', ''],
  ['坏\t的', 'huai4 de5'],
])

it.each([
  ['tinghuo', false, ['停火']],
  ['ting', false, ['停', '听', '挺']],
  ['ting2', false, ['停']],
  ['ting', true, ['停火', '停', '听', '挺']],
  ['hang', false, ['行']],
  ['xing2', false, ['行']],
  ['yidianr', false, ['一点儿']],
  ['huo', false, []],
  ['huaide', false, []],
])('%s is found', (typed, begins, words) => {
  expect(wordsSaid(list, spellingOf(typed), begins)).toEqual(words)
})
