import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { linkCategoryNouns } from '../../../../src/domain/terms/links/categoryNouns.ts'
import { boardOf, partnersOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

describe('a category noun', () => {
  it.each([
    [
      'shares the partner of the word before it',
      '保险公司拒绝了。',
      'Insurers refused.',
      '保险=Insurers',
      '公司',
      'Insurers',
    ],
    [
      'takes the free word after that partner',
      '他在广告公司。',
      'He is at an advertising agency.',
      '广告=advertising',
      '公司',
      'agency',
    ],
    [
      'of persons asks for a doer',
      '谈判代表走了。',
      'Negotiators left.',
      '谈判=Negotiators',
      '代表',
      'Negotiators',
    ],
    [
      'of persons is left alone elsewhere',
      '谈判代表走了。',
      'The talks ended.',
      '谈判=talks',
      '代表',
      '',
    ],
  ])('%s', (_, zh, en, link, noun, partners) => {
    const board = boardOf(zh, en, dictionary, [link])
    linkCategoryNouns(board, dictionary)
    expect(partnersOf(board, noun)).toBe(partners)
  })
})
