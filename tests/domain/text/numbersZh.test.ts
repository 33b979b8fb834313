import { expect, it } from 'vitest'
import { numberEnds, startsNumber } from '../../../src/domain/text/numbersZh.ts'

const longest = (text: string): string | null => {
  const [end] = text !== '' && startsNumber(text, 0) ? numberEnds(text, 0) : []
  return end === undefined ? null : text.slice(0, end)
}

it.each([
  ['3,000美元', '3,000'],
  ['3,0000', '3'],
  ['1.5亿', '1.5亿'],
  ['75%的', '75%'],
  ['１２：３０开', '１２：３０'],
  ['2022年3月', '2022年'],
  ['二〇二二年三月', '二〇二二年'],
  ['12月份', '12月份'],
  ['十二月底', '十二月'],
  ['二十六日', '二十六日'],
  ['26日前', '26'],
  ['三日本人', null],
  ['90年代', '90年代'],
  ['30年前', '30'],
  ['三年', null],
  ['一个', null],
  ['一百二十三个', '一百二十三'],
  ['万一', null],
  ['千万', '千万'],
  ['数百亿', '数百亿'],
  ['几十年', '几十'],
  ['三分之一', '三分之一'],
  ['百分之七点五', '百分之七点五'],
  ['六点九', '六点九'],
  ['第三', '第三'],
  ['第15次', '第15'],
  ['人', null],
  ['', null],
])('%s starts with %s', (text, number) => {
  expect(longest(text)).toBe(number)
})
