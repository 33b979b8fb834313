import { beforeAll, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { wholeGlosses } from '../../../../src/domain/terms/links/wholeGlosses.ts'
import { boardOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

it.each([
  ['一个巴掌拍不响。', 'It takes two to tango.', 'It takes two to tango'],
  ['他的体温很高。', 'His body temperature is high.', 'body temperature'],
  ['他回绝了。', 'He turned them all down.', 'turned them all down'],
  ['他冒充警察。', 'He passed himself off as one.', 'passed himself off'],
  ['一朝被蛇咬，十年怕井绳。', 'Once bitten, twice shy.', 'Once bitten twice shy'],
])('%s holds a whole gloss of %s', (zh, en, whole) => {
  const { zh: left, en: right } = boardOf(zh, en, dictionary)
  const [best] = wholeGlosses({ zh: left, en: right, names: [] }, dictionary)
  expect(
    right
      .slice(best?.from, best?.to)
      .map((word) => word.text)
      .join(' '),
  ).toBe(whole)
})

it('is not parted by a noun, or by more than two words', () => {
  const found = (en: string) => {
    const { zh: left, en: right } = boardOf('他回绝了。', en, dictionary)
    return wholeGlosses({ zh: left, en: right, names: [] }, dictionary)
  }
  expect(found('He turned the offer down.')).toEqual([])
  expect(found('He turned it all to us down.')).toEqual([])
})
