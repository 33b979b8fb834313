import { describe, expect, it } from 'vitest'
import {
  differentQuantities,
  quantitiesEn,
  quantitiesZh,
} from '../../../src/domain/doubts/quantities.ts'

const values = (all: readonly { readonly value: number }[]) =>
  all.map(({ value }) => Number(value.toPrecision(6)))

describe('numbers of an English sentence', () => {
  it.each([
    ['1,200 people and 3 million ducks', [1200, 3e6]],
    ['twenty-five boats, two hundred and six oars', [25, 206]],
    ['two or three, and five thousand four hundred', [2, 3, 5400]],
    ['nearly 80 per cent, 12.5% and three tenths', [0.8, 0.125, 0.3]],
    ['the thirteenth century, the 30th', [13, 30]],
    ['one million two hundred and eighty thousand', [1280000]],
    ['nothing to count', []],
  ])('%s: %j', (text, found) => {
    expect(values(quantitiesEn(text))).toEqual(found)
  })
})

describe('numbers of a Chinese sentence', () => {
  it.each([
    ['一千二百人和三百万只鸭子', [1200, 3e6]],
    ['二十五条船，两个人', [25, 2]],
    ['近八成，百分之十二点五，十分之三', [0.8, 0.125, 0.3]],
    ['四十多万元', [400000]],
    ['身高一米二', [1.2]],
    ['星期五，千万不要四处走', [1e7]],
    ['几十个，几百', []],
  ])('%s: %j', (text, found) => {
    expect(values(quantitiesZh(text))).toEqual(found)
  })
})

it.each([
  ['水箱能装2升水。', 'The tank holds 5 litres.', ['5', '2']],
  ['来了一万人。', 'There were 1,000 people.', ['1,000', '一万']],
  ['共有373人。', 'There were 337 people.', ['337', '373']],
  ['他买了四十箱蜂。', 'He bought fourteen hives.', ['fourteen', '四十']],
  ['气温达35度。', 'It was hot.', ['35']],
  ['东边两间，西边三间。', 'Three on the east side, two on the west.', ['Three', '两']],
  ['三百斤蜜', 'three hundred kilos of honey', ['three hundred', '三百']],
  ['共有300名渔民。', 'There were three hundred fishermen.', null],
  ['2022年有300人。', 'In 2022 there were 300.', null],
  ['三百斤蜜，八十里路', '150 kilos of honey, forty kilometres of road', null],
  ['四百年来', 'for four centuries', null],
  [
    '火车七点半开，五点一刻到。',
    'The train left at seven-thirty and came at a quarter past five.',
    null,
  ],
  ['近八成', 'nearly 80 per cent', null],
  ['二三十次', 'twenty or thirty times', null],
  ['大家都来了。', 'They both came, one after the other.', null],
])('%s against %s: %j', (zh, en, found) => {
  expect(differentQuantities(zh, en)).toEqual(found)
})
