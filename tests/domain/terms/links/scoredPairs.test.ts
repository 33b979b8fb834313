import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import type { Association } from '../../../../src/domain/terms/words/association.ts'
import { evidenceOf } from '../../../../src/domain/terms/words/evidence.ts'
import { isTooLarge, scoredPairs } from '../../../../src/domain/terms/links/scoredPairs.ts'
import { boardOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** The pairs of a sentence as `zh=en`, with their base. */
function pairs(zh: string, en: string, association: Association = () => 0) {
  const board = boardOf(zh, en, dictionary)
  const words = { zh: board.zh, en: board.en, names: [] }
  return new Map(
    scoredPairs(words, evidenceOf(dictionary), association).map((pair) => [
      `${board.zh[pair.zh]!.text}=${board.en[pair.en]!.text}`,
      pair.base,
    ]),
  )
}

describe('a pair of words', () => {
  it('is worth its evidence and a fifth for its place', () => {
    expect(pairs('苹果', 'Apples').get('苹果=Apples')).toBeCloseTo(1.2)
    expect(pairs('苹果很甜', 'Sweet apples').get('苹果=apples')).toBeCloseTo(1.2 - 0.2 * (7 / 12))
  })

  it('is worth a quarter of its association more', () => {
    expect(pairs('苹果', 'Apples', () => 0.8).get('苹果=Apples')).toBeCloseTo(1.4)
  })

  it('needs no evidence when the words keep company, and much less counts', () => {
    expect(pairs('苹果', 'Bishops', () => 0.49).size).toBe(0)
    expect(pairs('苹果', 'Bishops', () => 0.6).get('苹果=Bishops')).toBeCloseTo(0.41)
  })

  it('of Latin letters is certain when both are the same', () => {
    expect(pairs('FIFA', 'Fifa').get('FIFA=Fifa')).toBeCloseTo(1.2)
  })

  it('is none on weak evidence for a capital inside a sentence', () => {
    expect([...pairs('他侵占', 'the invasion').keys()]).toEqual(['侵占=invasion'])
    expect([...pairs('他侵占', 'the Invasion').keys()]).toEqual([])
  })

  it('is none with grammar', () => {
    expect([...pairs('他在那里', 'He is there').keys()]).toEqual([])
  })
})

describe('a bead too large for a sentence', () => {
  it('has no pairs', () => {
    const board = boardOf('苹果'.repeat(250), 'apple '.repeat(250), dictionary)
    const words = { zh: board.zh, en: board.en, names: [] }
    expect(isTooLarge(words)).toBe(true)
    expect(scoredPairs(words, evidenceOf(dictionary), () => 0)).toEqual([])
  })
})
