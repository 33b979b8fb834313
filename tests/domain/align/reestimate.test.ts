import { finish } from '../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import { BEAD_TYPES } from '../../../src/domain/align/beadTypes.ts'
import type { TokenSide } from '../../../src/domain/align/tokenIds.ts'
import { buildLattice } from '../../../src/domain/align/lattice.ts'
import { reestimate } from '../../../src/domain/align/reestimate.ts'
import { RowBuilder, type SparseTable } from '../../../src/domain/align/sparseTable.ts'

/** A side of segments of words. */
function side(...segments: readonly string[]): TokenSide {
  const words = segments.map((segment) => segment.split(' '))
  const vocabulary = [...new Set(words.flat())]
  const idOf = new Map(vocabulary.map((word, id) => [word, id]))
  const ids = words.flat().map((word) => idOf.get(word)!)
  const count = new Float64Array(vocabulary.length)
  for (const id of ids) count[id]! += 1
  let end = 0
  const start = Int32Array.from([0, ...words.map(({ length }) => (end += length))])
  return {
    vocabulary,
    idOf,
    count,
    ids: Int32Array.from(ids),
    start,
    length: new Float64Array(segments.length).fill(9),
  }
}

/** Each Chinese segment paired with the English one beside it. */
function pairUp(size: number) {
  const rows = new Int32Array(size + 1)
  const block = { zh: { from: 0, to: size }, en: { from: 0, to: size } }
  const lattice = finish(
    buildLattice(
      [{ block, lo: rows, hi: rows.map(() => size) }],
      [BEAD_TYPES.findIndex(({ zh, en }) => zh === 1 && en === 1)],
    ),
  )
  const path = [...lattice.type.keys()].filter((edge) => lattice.zh[edge] === lattice.en[edge])
  return { lattice, path }
}

const valueAt = ({ start, column, value }: SparseTable, row: number, col: number) => {
  for (let at = start[row]!; at < start[row + 1]!; at++) if (column[at] === col) return value[at]!
  return 0
}

describe('reestimate', () => {
  const zh = side('甲 乙', '甲 丙', '丁 丙')
  const en = side('boat net', 'boat sail', 'crew sail')
  // The dictionary has 甲 = boat or ship's crew, evenly.
  const rows = new RowBuilder(en.vocabulary.length)
  rows.add(en.idOf.get('boat')!, 0.5)
  rows.add(en.idOf.get('crew')!, 0.5)
  rows.endRow()
  for (let word = 1; word < zh.vocabulary.length; word++) rows.endRow()
  const { lattice, path } = pairUp(3)
  const fitted = finish(reestimate(rows.build(), { zh, en }, lattice, path))
  const t = (word: string, stem: string) => valueAt(fitted, zh.idOf.get(word)!, en.idOf.get(stem)!)

  it('gives more to what the text bears out', () => {
    expect(t('甲', 'boat')).toBeGreaterThan(0.5)
    expect(t('甲', 'crew')).toBeLessThan(0.5)
  })

  it('follows the formula', () => {
    // 甲 and 乙 against boat and net: a sixth of each stem is always possible, boat and sail are a third of the text.
    const unseen = 1 / 6
    const boat = 1 / ((2 / 6) * 2 + 0.5 + unseen * 2)
    const [net, sail] = [1 / ((1 / 6) * 2 + unseen * 2), 1 / ((2 / 6) * 2 + unseen * 2)]
    const total = 2 * (0.5 + unseen) * boat + unseen * (net + sail)
    expect(t('甲', 'boat')).toBeCloseTo((3 * 0.5 + 2 * (0.5 + unseen) * boat) / (3 + total), 12)
    expect(t('甲', 'crew')).toBeCloseTo((3 * 0.5) / (3 + total), 12)
  })

  it('learns a new pair from two beads, never from one', () => {
    expect(t('丙', 'sail')).toBeGreaterThan(0)
    expect(t('乙', 'net')).toBe(0)
    expect(t('丁', 'crew')).toBe(0)
  })
})
