import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import type { NameLink } from '../../../../src/domain/terms/names/findNames.ts'
import type { Link } from '../../../../src/domain/terms/links/linkBoard.ts'
import { isNameFragment, isProperZh } from '../../../../src/domain/terms/names/nameFragment.ts'
import { boardOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** Whether the linked words of a pair are a fragment; `person` is the English of a name found by its sound. */
function isFragment(zh: string, en: string, link: string, others = '', person = ''): boolean {
  const links = [link, ...others.split(' ').filter((one) => one !== '')]
  const board = boardOf(zh, en, dictionary, links)
  const [first] = board.links
  const at = board.en.findIndex(({ text }) => text === person)
  const names: NameLink[] =
    at < 0 ? [] : [{ zh: { start: 0, end: 1 }, from: at, to: at + 1, certainty: 1 }]
  const ofEn = board.en.map((_, j): readonly Link[] => board.links.filter((one) => one.en === j))
  const words = { zh: board.zh, en: board.en, names }
  return isNameFragment([board.zh[first!.zh]!], words, first!.en, first!.en, ofEn, dictionary)
}

describe('a piece of a longer name', () => {
  it.each([
    ['stands before another capital', '去水晶山', 'to Crystal Mountain', '水晶山=Crystal', true],
    ['stands after one', '那个集团', 'the Wagner Group', '集团=Group', true],
    ['has a capital', '去水晶山', 'to crystal Mountain', '水晶山=crystal', false],
    ['is not parted by a comma', '水晶，山', 'to Crystal, Mountain', '水晶=Crystal', false],
    ['is no title after the adjective of a nation', '外长', 'the Russian Minister', '外长=Minister', false],
  ])('%s', (_, zh, en, link, expected) => {
    expect(isFragment(zh, en, link)).toBe(expected)
  }) // prettier-ignore

  it('is no title before a person, with or without a first name that no hanzi spell', () => {
    const title = (en: string) => isFragment('国务卿', en, '国务卿=Secretary', '', 'Rubio')
    expect([title('the Secretary Rubio'), title('the Secretary Marco Rubio')]).toEqual([
      false,
      false,
    ])
    expect(title('the Secretary Marco')).toBe(true)
  })

  it('is a proper headword only when the word after it is linked with the rest', () => {
    const [zh, en] = ['伊利诺伊 大学', 'the Illinois University']
    expect(isFragment('伊利诺伊大学', en, '伊利诺伊=Illinois', '大学=University')).toBe(true)
    expect(isFragment(zh, en, '伊利诺伊=Illinois')).toBe(false)
  })
})

it('a headword is proper when the dictionary writes it with a capital, or it spells a name', () => {
  const [london, strike] = boardOf('伦敦罢工', '', dictionary).zh
  const proper = [london!, strike!, { ...strike!, name: true }]
  expect(proper.map((word) => isProperZh(word, dictionary))).toEqual([true, false, true])
})
