import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { phrasePairs, type PhrasePair } from '../../../../src/domain/terms/phrases/phrasePairs.ts'
import { boardOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

function pairs(zh: string, en: string, links: string): readonly PhrasePair[] {
  const board = boardOf(zh, en, dictionary, links.split(' '))
  const words = { zh: board.zh, en: board.en, names: [] }
  return phrasePairs(words, board.links, { en }, dictionary)
}

describe('a phrase pair', () => {
  const LINKS = '情报=intelligence 共享=sharing 协议=agreement'

  it.each([
    ['is every stretch that looks like a term, or a piece of a clause, and whose links stay inside', '情报共享协议', 'an intelligence sharing agreement', LINKS,
      '情报=intelligence 情报共享=intelligence sharing 情报共享协议=intelligence sharing agreement 共享=sharing 共享协议=sharing agreement 协议=agreement'],
    ['has no link to the outside', '情报协议', 'an intelligence agreement', '情报=intelligence 情报=agreement 协议=agreement', '情报协议=intelligence agreement'],
    ['begins and ends with a linked word', '水泵协议', 'a pump agreement', '协议=agreement', '协议=agreement'],
    ['has partners for most of its hanzi', '情报供应链协议', 'the intelligence agreement', '情报=intelligence 协议=agreement', '情报=intelligence 协议=agreement'],
    ['does not go on over punctuation', '情报、协议', 'intelligence, agreement', '情报=intelligence 协议=agreement', '情报=intelligence 协议=agreement'],
    ['does not go on over 和', '情报和协议', 'intelligence and agreement', '情报=intelligence 协议=agreement', '情报=intelligence 协议=agreement'],
    ['does not go on over an English verb', '情报协议', 'intelligence is agreement', '情报=intelligence 协议=agreement', '情报=intelligence 协议=agreement'],
    ['may be a saying with a comma inside', '惊弓之鸟', 'Once bitten, twice shy', '惊弓之鸟=bitten 惊弓之鸟=twice 惊弓之鸟=shy', '惊弓之鸟=bitten, twice shy'],
  ])('%s', (_, zh, en, links, expected) => {
    const found = pairs(zh, en, links)
    expect(found.map(({ zhText, enText }) => `${zhText}=${enText}`).join(' ')).toBe(expected)
  }) // prettier-ignore

  it('tells where it stands on both sides', () => {
    const [pair] = pairs('他说情报', 'Some intelligence', '情报=intelligence')
    expect(pair).toMatchObject({ zh: { start: 2, end: 4 }, en: { start: 5, end: 17 }, strength: 1 })
  })

  it('is less sure when a word inside has no partner', () => {
    const whole = pairs('防洪水闸', 'flood gates', '防洪=flood 水闸=gates').find(isWhole('防洪水闸'))
    const part = pairs('防洪水闸', 'flood relief gates', '防洪=flood 水闸=gates').find(isWhole('防洪水闸'))
    expect(part!.strength).toBeCloseTo(whole!.strength * (0.6 + 0.4 * (2 / 3)))
  }) // prettier-ignore

  it('of half a gloss is worth 0.6', () => {
    expect(pairs('燃煤', 'the coal', '燃煤=coal')[0]?.strength).toBeCloseTo(0.6)
  })
})

const isWhole = (zh: string) => (pair: PhrasePair) => pair.zhText === zh
