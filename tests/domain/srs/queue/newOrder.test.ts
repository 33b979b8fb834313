import { describe, expect, it } from 'vitest'
import { lookAlike, newOrder } from '../../../../src/domain/srs/queue/newOrder.ts'
import type { Focus } from '../../../../src/domain/srs/queue/newOrder.ts'
import { seededRandom } from '../../../../src/domain/random.ts'

const foci: readonly Focus[] = [
  { card: 'ceasefire', words: ['停火', '协议', '谈判'], rarity: 5.5 },
  { card: 'talks', words: ['谈判', '谈判', '举行'], rarity: 4.2 },
  { card: 'hold', words: ['举行'], rarity: 3.9 },
  { card: 'intelligence', words: ['情报'], rarity: 5.1 },
]

const ordered = (order: ReturnType<typeof newOrder>) =>
  foci.map(({ card }) => card).toSorted((a, b) => order.rank(a) - order.rank(b))

describe('newOrder', () => {
  it('puts the fewest unknown words first, then rarer words later', () => {
    const order = newOrder(foci, (word) => word === '协议')
    expect(ordered(order)).toEqual(['hold', 'intelligence', 'talks', 'ceasefire'])
  })

  it('moves the cards that hold a word which became known, or forgotten', () => {
    const order = newOrder(foci, () => false)
    expect(order.setKnown('谈判', true)).toEqual(['ceasefire', 'talks'])
    expect(ordered(order)).toEqual(['hold', 'talks', 'intelligence', 'ceasefire'])
    expect(order.setKnown('谈判', true)).toEqual([])
    expect(order.setKnown('谈判', false)).toEqual(['ceasefire', 'talks'])
    expect(order.setKnown('不在', true)).toEqual([])
    expect(order.rank('talks')).toBe(newOrder(foci, () => false).rank('talks'))
  })

  it('counts a word once however often it stands there, and rarity never outweighs a word', () => {
    const order = newOrder(foci, () => false)
    expect(Math.floor(order.rank('talks'))).toBe(2)
    const rare = newOrder([{ card: 'x', words: ['词'], rarity: 99 }], () => false)
    expect(rare.rank('x')).toBeLessThan(2)
    expect(rare.rank('y')).toBe(Infinity)
  })

  it('keeps in step with counting anew', () => {
    const random = seededRandom(4)
    const words = Array.from({ length: 40 }, (_, at) => `w${at}`)
    const many = Array.from({ length: 200 }, (_, at): Focus => ({
      card: `c${at}`,
      words: words.filter(() => random() < 0.1),
      rarity: random() * 8,
    }))
    const known = new Set<string>()
    const order = newOrder(many, () => false)
    for (let round = 0; round < 300; round++) {
      const word = words[Math.floor(random() * words.length)]!
      if (random() < 0.6) known.add(word)
      else known.delete(word)
      order.setKnown(word, known.has(word))
    }
    const anew = newOrder(many, (word) => known.has(word))
    for (const { card } of many) expect(order.rank(card)).toBe(anew.rank(card))
  })
})

describe('lookAlike', () => {
  it.each([
    ['情报', 'qing2 bao4', '情况', 'qing2 kuang4', true],
    ['实行', 'shi2 xing2', '时兴', 'shi2 xing1', true],
    ['停火', 'ting2 huo3', '情报', 'qing2 bao4', false],
    ['停火', '', '情报', '', false],
    ['affect', '', 'effect', '', true],
    ['quit', '', 'quite', '', true],
    ['intelligent', '', 'Intelligible', '', true],
    ['ceasefire', '', 'intelligence sharing', '', false],
    ['form', '', 'from', '', false],
    ['停火', 'ting2 huo3', 'ceasefire', '', false],
  ])('%s (%s) and %s (%s): %s', (one, oneReading, other, otherReading, alike) => {
    const a = { headword: one, reading: oneReading }
    const b = { headword: other, reading: otherReading }
    expect(lookAlike(a, b)).toBe(alike)
    expect(lookAlike(b, a)).toBe(alike)
  })
})
