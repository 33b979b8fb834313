import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { MOST_SHARED, sharedHanzi } from '../../../../src/domain/terms/words/sharedHanzi.ts'

let full: Dictionary
beforeAll(async () => {
  full = await loadDictionary('full')
}, 120_000)

/** How a word resembles some of the headwords of the full dictionary, which are all the way from English leads to. */
function shared(text: string, lemma: string, headwords: readonly string[]): number {
  const findEnglish = () => headwords.flatMap((word) => full.entries(word).slice(0, 1))
  const dictionary: Dictionary = { ...full, findEnglish }
  return sharedHanzi({ text, hanzi: new Set(text) }, lemma, dictionary)
}

describe('hanzi in common with a headword of the right meaning', () => {
  it.each([
    ['of which half are shared', '监督', 'monitor', ['监测'], 0.35],
    ['inside the word', '防火墙壁', 'firewall', ['防火墙'], 0.4 + 0.3 * 0.75],
    ['of one hanzi in a word of two', '苹果树', 'tree', ['树'], 0],
    ['of one hanzi in two', '果树', 'tree', ['树'], 0.3],
    ['that have another meaning', '监督', 'banana', ['监测'], 0],
    ['that stand in very many words', '大家', 'university', ['大学'], 0],
    ['and none for one hanzi', '监', 'monitor', ['监测'], 0],
  ] as const)('%s', (_, text, lemma, headwords, expected) => {
    expect(shared(text, lemma, headwords)).toBeCloseTo(expected)
  })

  it('say more the more there are', () => {
    const two = shared('监督', 'monitor', ['监测', '监视'])
    expect(two).toBeCloseTo(0.4)
    expect(shared('监督', 'monitor', ['监测', '监视', '监控'])).toBeGreaterThan(two)
    expect(sharedHanzi({ text: '监督', hanzi: new Set('监督') }, 'monitor', full)).toBeLessThanOrEqual(MOST_SHARED)
  }) // prettier-ignore
})
