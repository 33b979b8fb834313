import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { placesToLearn, trainReadings } from '../../../src/cli/training/trainReadings.ts'
import {
  parseEveryday,
  parseReadingExamples,
  partsOf,
} from '../../../src/cli/training/readingExamples.ts'
import { readZh } from '../../../src/domain/zh/pinyin.ts'
import { openReadingModel } from '../../../src/domain/zh/readingModel.ts'

const SENTENCES = '他▁还▁没来。\n▁还▁给我\n3点▁了▁\n没有标记\n走▁了▁吧\n'
const LABELS = 'hai2\nhuan2\nle5\nxx\nle5\n'

it('reads sentences with one marked hanzi each, and leaves lines without a mark out', () => {
  expect(parseReadingExamples(SENTENCES, LABELS)).toEqual([
    { text: '他还没来。', at: 1, reading: 'hai2' },
    { text: '还给我', at: 0, reading: 'huan2' },
    { text: '3点了', at: 2, reading: 'le5' },
    { text: '走了吧', at: 1, reading: 'le5' },
  ])
})

it('turns places in code points into UTF-16 offsets', () => {
  expect(parseEveryday('𰻝面得趁热吃。\t2\tdei3\tEat the noodles hot.\n')).toEqual([
    { text: '𰻝面得趁热吃。', at: 3, reading: 'dei3', en: 'Eat the noodles hot.' },
  ])
})

describe('the split of a corpus', () => {
  const example = (text: string) => ({ text, at: text.indexOf('还'), reading: 'hai2' })

  it('keeps near twins of one hanzi together', () => {
    const texts = Array.from({ length: 20 }, (_, i) => `我昨天还在家里等你第${i}次`)
    expect(new Set(partsOf(texts.map(example))).size).toBe(1)
  })

  it('is the same for any order', () => {
    const texts = ['还早。', '他还没睡。', '还有谁？', '天还没黑。', '你还记得我吗？', '雨还在下。']
    const parts = partsOf(texts.map(example))
    expect(partsOf(texts.toReversed().map(example)).toReversed()).toEqual(parts)
    expect(new Set(parts).size).toBeGreaterThan(1)
  })
})

it('learns which neighbours go with which reading, the same for any order of the examples', async () => {
  const dictionary = await loadDictionary('full')
  const examples = ['还书。', '还伞。', '明天还车。'].map((text) => ({
    text,
    at: text.indexOf('还'),
    reading: 'huan2',
  }))
  const others = ['他还在。', '还早。', '还远。'].map((text) => ({
    text,
    at: text.indexOf('还'),
    reading: 'hai2',
  }))
  const learn = (list: typeof examples) =>
    trainReadings(placesToLearn([], list, dictionary), dictionary)
  const stored = learn([...examples, ...others])
  const model = openReadingModel(stored)
  expect(readZh('还书。', dictionary, { model })[0]).toBe('huan2')
  expect(readZh('还早。', dictionary, { model })[0]).toBe('hai2')
  expect(Object.keys(stored.rows)).toEqual(['还'])
})
