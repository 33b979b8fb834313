import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import type { NameLink } from '../../../../src/domain/terms/names/findNames.ts'
import { findTitles, withTitles } from '../../../../src/domain/terms/names/titles.ts'
import { enWordsOf } from '../../../../src/domain/terms/words/words.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

function titles(zh: string, en: string): string {
  const words = enWordsOf(en, { start: 0, end: en.length })
  return findTitles({ zh, en }, { start: 0, end: zh.length }, words, dictionary)
    .map(({ zh: { start, end }, from, to }) => {
      const english = en.slice(words[from]!.start, words[to - 1]!.end)
      return `${zh.slice(start, end)}=${english}`
    })
    .join(' ')
}

describe('a title in 《》', () => {
  it.each([
    ['is the English with its words', '她在读《夜间飞行》。', 'She is reading Night Flight.', '夜间飞行=Night Flight'],
    ['has the small words inside', '他写了《河流与森林》。', 'He wrote The River and the Forest.', '河流与森林=The River and the Forest'],
    ['may have words of its own in English', '她在读《夜间飞行》。', 'She is reading Silver Night Flight.', '夜间飞行=Silver Night Flight'],
    ['but not more than half', '她在读《夜间飞行》。', 'She is reading Silver Bishop Flight.', ''],
    ['is the only one in quotation marks, whatever it says', '他看了《暮光之城》。', 'He watched “Twilight.”', '暮光之城=Twilight'],
    ['is the quoted one of two', '他看了《河流》。', 'The River is dry, he read in “River”.', '河流=River'],
    ['is what the others leave over', '《河流》和《暮光之城》', '“The River” and “Twilight”', '河流=The River 暮光之城=Twilight'],
    ['is none without a counterpart', '他看了《暮光之城》。', 'He watched Benson.', ''],
    ['is none where more stand in quotation marks', '他看了《暮光之城》。', 'He watched “Dawn” and “Dusk”.', ''],
    ['is none without its marks', '他看了河流。', 'He watched “The River”.', ''],
  ])('%s', (_, zh, en, expected) => {
    expect(titles(zh, en)).toBe(expected)
  }) // prettier-ignore
})

it('a name inside a title, on either side, is part of it', () => {
  const link = (start: number, from: number, length: number): NameLink => ({
    ...{ zh: { start, end: start + length }, from, to: from + length, certainty: 1 },
  })
  const title = link(4, 4, 4)
  const before = link(0, 0, 2)
  const kept = withTitles([before, link(5, 9, 2), link(9, 5, 2)], [title])
  expect(kept).toEqual([before, title])
})
