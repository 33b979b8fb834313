import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { compete } from '../../../../src/domain/terms/links/competition.ts'
import type { ScoredPair } from '../../../../src/domain/terms/links/scoredPairs.ts'
import { boardOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** The links of five words of each side, `zh-en`, from pairs `zh en base [evidence]`; evidence is 0.5 unless given. */
function links(...rows: readonly (readonly number[])[]): string {
  return played(rows)
    .links.map(({ zh, en }) => `${zh}-${en}`)
    .sort()
    .join(' ')
}

function played(rows: readonly (readonly number[])[]) {
  const { zh, en } = boardOf('苹果香蕉葡萄樱桃西瓜', 'apple banana grape cherry melon', dictionary)
  const pairs = rows.map(([i = 0, j = 0, base = 0, evidence = 0.5]): ScoredPair => ({
    zh: i,
    en: j,
    base,
    evidence,
  }))
  return compete({ zh, en, names: [] }, [{ at: 4, from: 4, to: 5, strength: 1.1 }], pairs)
}

describe('the competition', () => {
  it.each([
    ['is won by the strongest pair', [[0, 0, 0.8], [0, 1, 0.9]], '0-1 4-4'],
    ['uses every word once', [[0, 0, 0.9], [1, 0, 0.8], [1, 1, 0.7]], '0-0 1-1 4-4'],
    ['makes no weak link', [[0, 0, 0.61]], '4-4'],
    ['leaves what is linked as a whole alone', [[4, 3, 1.2], [3, 4, 1.2]], '4-4'],
    ['is swayed by a neighbour', [[0, 0, 0.9], [1, 3, 0.75], [1, 1, 0.7]], '0-0 1-1 4-4'],
    ['on either side of it', [[1, 1, 0.9], [0, 3, 0.75], [0, 0, 0.7]], '0-0 1-1 4-4'],
    ['and less by one a word away', [[0, 0, 0.9], [1, 3, 0.75], [1, 2, 0.65]], '0-0 1-2 4-4'],
    ['lets a neighbour lift a weak pair', [[0, 0, 0.9], [1, 1, 0.45]], '0-0 1-1 4-4'],
    ['gives a word a second partner beside the first', [[0, 0, 0.9, 0.7], [0, 1, 0.8, 0.7]], '0-0 0-1 4-4'],
    ['but no second partner farther off', [[0, 0, 0.9, 0.7], [0, 3, 0.8, 0.7]], '0-0 4-4'],
    ['nor one with little evidence', [[0, 0, 0.9, 0.7], [0, 1, 0.8, 0.59]], '0-0 4-4'],
    ['nor two of them apart when one says it all', [[0, 0, 1.2, 1], [0, 2, 0.9, 0.7]], '0-0 4-4'],
    ['makes room when the taker has another choice', [[0, 1, 0.95], [1, 1, 0.9], [0, 3, 0.8]], '0-3 1-1 4-4'],
    ['and none when that costs more than it brings', [[0, 1, 1.1], [1, 1, 0.63], [0, 3, 0.63]], '0-1 4-4'],
  ])('%s', (_, rows, expected) => {
    expect(links(...rows)).toBe(expected)
  }) // prettier-ignore

  it('remembers what is linked as a whole, and what a one-word gloss settles', () => {
    const board = played([[0, 0, 1.2, 0.95], [1, 1, 0.9, 0.94]]) // prettier-ignore
    expect([[...board.whole], [...board.settled]]).toEqual([[4], [0]])
  })
})
