import { finish } from '../../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import { BEAD_TYPES } from '../../../../src/domain/align/beadTypes.ts'
import { goldEdges, type GoldBead } from '../../../../src/domain/align/training/goldEdges.ts'
import { buildLattice } from '../../../../src/domain/align/lattice.ts'

/** The beads allowed in a lattice of 4 by 4 segments, as `zh-zhTo:en-enTo`. */
function allowed(gold: readonly GoldBead[]): readonly string[] {
  const rows = new Int32Array(5)
  const block = { zh: { from: 0, to: 4 }, en: { from: 0, to: 4 } }
  const lattice = finish(
    buildLattice([{ block, lo: rows, hi: rows.map(() => 4) }], [...BEAD_TYPES.keys()]),
  )
  const names: string[] = []
  goldEdges(lattice, gold).forEach((right, edge) => {
    const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
    const [i, j] = [lattice.zh[edge]!, lattice.en[edge]!]
    if (right) names.push(`${i}-${i + zh}:${j}-${j + en}`)
  })
  return names
}

describe('goldEdges', () => {
  it('allows the hand-made beads and nothing else', () => {
    expect(
      allowed([
        [[0], [0]],
        [[1, 2], [1]],
        [[], [2]],
        [[3], [3]],
      ]),
    ).toEqual(['0-1:0-1', '1-3:1-2', '3-3:2-3', '3-4:3-4'])
  })

  it('allows anything inside a rectangle of crossing beads', () => {
    const names = allowed([
      [[0], [0]],
      [[1], [2]],
      [[2], [1]],
      [[3], [3]],
    ])
    expect(names).toContain('0-1:0-1')
    expect(names).toContain('1-3:1-3')
    expect(names).toContain('1-2:1-2')
    expect(names).not.toContain('0-2:0-2')
    expect(names).not.toContain('2-4:2-4')
  })
})
