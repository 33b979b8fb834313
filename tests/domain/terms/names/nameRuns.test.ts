import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import type { TextRange } from '../../../../src/domain/model.ts'
import {
  cutsWord,
  nameRuns,
  subRuns,
  unexplained,
} from '../../../../src/domain/terms/names/nameRuns.ts'
import { enWordsOf } from '../../../../src/domain/terms/words/words.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

const all = (text: string): TextRange => ({ start: 0, end: text.length })
const shown = (text: string, ranges: readonly TextRange[]) =>
  ranges.map(({ start, end }) => text.slice(start, end)).join(' ')

describe('a run of hanzi that spell names', () => {
  it.each([
    ['has two hanzi at least', '他叫卡尔，她叫娜。', '卡尔'],
    ['holds its dots and hyphens', '昨天伊万娜·卡特-索尔来过', '伊万娜·卡特-索尔'],
    ['takes the stray hanzi of a dotted name along', '诗人卡里姆·娜咏来了', '卡里姆·娜咏'],
    ['but no verb', '卡里姆·娜问我', '卡里姆·娜'],
    ['is none in plain Chinese', '我们吃饭去', ''],
  ])('%s', (_, text, expected) => {
    expect(shown(text, nameRuns(text, all(text), dictionary))).toBe(expected)
  })
})

describe('the parts of a run', () => {
  it.each([
    ['are all its stretches of two hanzi or more', '卡尔索', '卡尔 卡尔索 尔索'],
    ['neither end before a dot nor begin after one', '卡·索拉', '卡·索 卡·索拉'],
    ['are no pieces of a proper name the dictionary has', '克里姆林宫', '克里姆林宫'],
  ])('%s', (_, text, expected) => {
    expect(shown(text, subRuns(text, all(text), dictionary))).toBe(expected)
  })
})

describe('what is left of a run', () => {
  const rest = (text: string, english: string) =>
    shown(text, unexplained(text, all(text), enWordsOf(english, all(english)), dictionary))

  it.each([
    [
      'is what no proper name of the dictionary explains',
      '伦敦卡索尔',
      'Casole of London',
      '卡索尔',
    ],
    ['is all of it when the English has none of them', '伦敦卡索尔', 'Londoncasole', '伦敦卡索尔'],
    ['is all of it beside a dot', '伦敦·卡索尔', 'Casole of London', '伦敦·卡索尔'],
    ['counts what is made of the name', '俄罗斯卡索尔', 'Russian Casole', '卡索尔'],
  ])('%s', (_, text, english, expected) => {
    expect(rest(text, english)).toBe(expected)
  })
})

describe('a boundary', () => {
  it.each([
    ['cuts a frequent word', '对于达拉斯', 1, 1],
    ['cuts nothing between two words', '对于达拉斯', 2, 0],
    ['may cut a name', '伦敦达拉斯', 1, 0],
  ])('%s', (_, text, at, expected) => {
    expect(cutsWord(text, at, dictionary)).toBe(expected)
  })
})
