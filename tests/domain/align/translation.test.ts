import { finish } from '../../../src/domain/tasks.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { indexBitext, type IndexedBitext } from '../../../src/domain/align/tokenIds.ts'
import type { Pivots } from '../../../src/domain/dictionary/pivots.ts'
import { RowBuilder, transpose, type SparseTable } from '../../../src/domain/align/sparseTable.ts'
import { dictionaryWeights, translationOf } from '../../../src/domain/align/translation.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 60_000)

const index = (zh: readonly string[], en: readonly string[]) =>
  finish(indexBitext(zh, en, dictionary))

/** The row of a Chinese word, stems by name. */
function rowOf({ zh, en }: IndexedBitext, { start, column, value }: SparseTable, word: string) {
  const row = zh.idOf.get(word)!
  const entries: [string, number][] = []
  for (let at = start[row]!; at < start[row + 1]!; at++)
    entries.push([en.vocabulary[column[at]!]!, value[at]!])
  return new Map(entries)
}

describe('dictionaryWeights', () => {
  it('speak only of stems that occur in the text', () => {
    const bitext = index(['灯塔在海边。'], ['The lighthouse stands by the sea.'])
    const row = rowOf(bitext, finish(dictionaryWeights(bitext, dictionary, null)), '灯塔')
    expect([...row.keys()]).toEqual(['lighthous'])
    expect(row.get('lighthous')).toBeGreaterThan(0.9)
  })

  it('translate a number and a Latin word by themselves', () => {
    const bitext = index(['Rubio带了30人'], ['Rubio came with 30 people.'])
    const weights = finish(dictionaryWeights(bitext, dictionary, null))
    expect(rowOf(bitext, weights, '30').get('30')).toBe(1)
    expect(rowOf(bitext, weights, 'rubio').get('rubio')).toBe(1)
  })

  it('fall back on the parts of a word', () => {
    const bitext = index(['渔夫修船'], ['The man repairs the boat to fish.'])
    const row = rowOf(bitext, finish(dictionaryWeights(bitext, dictionary, null)), '渔夫')
    expect(row.get('fish')).toBeGreaterThan(0)
  })

  it('take in synonyms by pivot where there are any', () => {
    const pivots: Pivots = { visit: (stem, found) => stem === 'lighthous' && found('beacon', 0.5) }
    const bitext = index(['灯塔亮了'], ['The beacon shone.'])
    const row = rowOf(bitext, finish(dictionaryWeights(bitext, dictionary, pivots)), '灯塔')
    expect(row.get('beacon')).toBeGreaterThan(0.1)
    expect(
      rowOf(bitext, finish(dictionaryWeights(bitext, dictionary, null)), '灯塔').get('beacon'),
    ).toBeUndefined()
  })
})

describe('translationOf', () => {
  it('scales rows to sum to at most 1, and turns them round by Bayes with the counts of the text', () => {
    // 船 twice, 舟 once; both mean "boat", 船 means "ship" as well, with more than all its weight.
    const bitext = index(['船船舟'], ['boat ship'])
    const rows = new RowBuilder(2)
    const [boat, ship] = [bitext.en.idOf.get('boat')!, bitext.en.idOf.get('ship')!]
    rows.add(boat, 1)
    rows.add(ship, 1)
    rows.endRow()
    rows.add(boat, 0.5)
    rows.endRow()
    const { enGivenZh, zhGivenEn } = finish(translationOf(rows.build(), bitext))
    expect(rowOf(bitext, enGivenZh, '船')).toEqual(
      new Map([
        ['boat', 0.5],
        ['ship', 0.5],
      ]),
    )
    expect(rowOf(bitext, enGivenZh, '舟')).toEqual(new Map([['boat', 0.5]]))
    // p(船 | boat) = 0.5 · 2 / (0.5 · 2 + 0.5 · 1).
    const at = zhGivenEn.start[boat]!
    expect([...zhGivenEn.value.subarray(at, at + 2)].map((p) => Number(p.toFixed(9)))).toEqual([
      0.666666667, 0.333333333,
    ])
  })
})

describe('a sparse table', () => {
  it('sums what is added twice, drops what is too small, scales by the sum of the row', () => {
    const rows = new RowBuilder(3)
    rows.add(2, 1)
    rows.add(0, 0.5)
    rows.add(2, 2)
    expect(rows.at(2)).toBe(3)
    rows.endRow((sum) => 1 / sum, 0.2)
    rows.endRow()
    expect(rows.build()).toEqual({
      start: Int32Array.of(0, 1, 1),
      column: Int32Array.of(2),
      value: Float64Array.of(3 / 3.5),
    })
  })

  it('is itself again when transposed twice', () => {
    const table: SparseTable = {
      start: Int32Array.of(0, 2, 2, 3),
      column: Int32Array.of(0, 3, 1),
      value: Float64Array.of(1, 2, 3),
    }
    expect(transpose(transpose(table, 4), 3)).toEqual(table)
  })
})
