import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { glossStems, meaningsOf, readGlossStems } from '../../../src/domain/align/lexicon.ts'
import type { Dictionary, DictionaryEntry } from '../../../src/domain/dictionary/dictionary.ts'
import { readGloss } from '../../../src/domain/dictionary/gloss.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 60_000)

const entry = (...glosses: readonly string[]): DictionaryEntry => ({
  simplified: '一',
  traditional: '一',
  reading: 'yi1',
  glosses,
})
const weights = (...entries: readonly DictionaryEntry[]) => {
  const read = readGlossStems(entries)
  return read && Object.fromEntries(read.stems.map((stem, i) => [stem, read.weights[i]]))
}

describe('meanings', () => {
  it.each([
    [
      ['to sail; to navigate (a ship)', 'CL:艘[sou1]'],
      ['to sail', 'to navigate'],
    ],
    [
      ['lit. to fish in a storm (idiom)', 'fig. to profit from others’ trouble'],
      ['to fish in a storm', 'to profit from others’ trouble'],
    ],
    [
      [
        'variant of 船[chuan2]',
        'see 码头[ma3 tou5]',
        'used in 灯塔[deng1 ta3]',
        'Taiwan pr. [xi2]',
      ],
      [],
    ],
    [['abbr. for 国际法[guo2 ji4 fa3], international law'], ['international law']],
    [['(literary)'], ['literary']],
    [['(bound form)', 'See you there!', 'erhua form of 一下[yi1 xia4]'], []],
    [['pork (cow; later pig)'], ['pork (cow', 'later pig)']],
  ])('of %j are what it means, without notes', (glosses, expected) => {
    const meanings = glosses.map(readGloss).flatMap(meaningsOf)
    expect(meanings.map((meaning) => meaning.replace(/\s+/g, ' '))).toEqual(expected)
  })
})

describe('readGlossStems', () => {
  it('weighs a gloss by its rank and its number of content words', () => {
    expect(weights(entry('a boat', 'fishing boat'))).toEqual({
      boat: 1 + 1 / 1.15 / 2 ** 0.7,
      fish: 1 / 1.15 / 2 ** 0.7,
    })
  })

  it('counts empty words only where there is nothing else', () => {
    expect(weights(entry('to be in the boat'))).toEqual({ boat: 1 })
    expect(weights(entry('with'))).toEqual({ with: 1 })
  })

  it('passes over the surname of a word that is more than a surname', () => {
    expect(weights(entry('surname Jiang'), entry('river'))).toEqual({ river: 1 })
    expect(weights(entry('surname Jiang'))).toHaveProperty('jiang')
  })

  it('is nothing where nothing is said', () => {
    expect(weights(entry('CL:个[ge4]'))).toBeNull()
  })
})

describe('glossStems', () => {
  it('finds traditional words too, and forgets nothing', () => {
    const stems = glossStems('燈塔', dictionary)
    expect(stems?.stems).toContain('lighthous')
    expect(glossStems('燈塔', dictionary)).toBe(stems)
  })

  it('has nothing for what is no headword', () => {
    expect(glossStems('渔网们', dictionary)).toBeNull()
  })
})
