import { beforeAll, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { associationOf } from '../../../../src/domain/terms/words/association.ts'
import { boardOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

it('is the Dice coefficient over beads, 0 for what meets once', () => {
  const beads = [
    ['港口罢工', 'port strike'],
    ['罢工结束', 'strike ends'],
    ['天气寒冷', 'cold weather'],
    ['天空蓝色', 'blue sky'],
  ].map(([zh, en]) => {
    const { zh: left, en: right } = boardOf(zh ?? '', en ?? '', dictionary)
    return { zh: left, en: right, names: [] }
  })
  const together = associationOf(beads)
  expect([together('罢工', 'strike'), together('港口', 'port')]).toEqual([1, 0])
})
