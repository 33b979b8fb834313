import { type Block } from '../../../src/domain/align/latticeTypes.ts'
import { finish } from '../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import { bandAround, pairsOf, pointsOf } from '../../../src/domain/align/band.ts'
import { BEAD_TYPES } from '../../../src/domain/align/beadTypes.ts'
import type { TokenSide } from '../../../src/domain/align/tokenIds.ts'
import { bestPath, buildLattice } from '../../../src/domain/align/lattice.ts'
import { measureMatches, weighEvidence } from '../../../src/domain/align/lexicalCost.ts'
import { pairPath } from '../../../src/domain/align/pairPath.ts'
import { RowBuilder } from '../../../src/domain/align/sparseTable.ts'
import { translationOf } from '../../../src/domain/align/translation.ts'
import { seededRandom } from '../../../src/domain/random.ts'

const WORDS = 12

/** Segments of one to four words out of twelve; word k translates to stem k and, less often, to the next. */
function randomSide(segments: number, random: () => number): TokenSide {
  const tokens = Array.from({ length: segments }, () =>
    Array.from({ length: 1 + Math.floor(4 * random()) }, () => Math.floor(WORDS * random())),
  )
  const count = new Float64Array(WORDS)
  for (const id of tokens.flat()) count[id]! += 1
  let end = 0
  return {
    vocabulary: Array.from({ length: WORDS }, (_, id) => `t${id}`),
    idOf: new Map(),
    count,
    ids: Int32Array.from(tokens.flat()),
    start: Int32Array.from([0, ...tokens.map(({ length }) => (end += length))]),
    length: Float64Array.from(tokens, ({ length }) => length),
  }
}

function translationFor(bitext: { zh: TokenSide; en: TokenSide }) {
  const rows = new RowBuilder(WORDS)
  for (let word = 0; word < WORDS; word++) {
    rows.add(word, 0.7)
    rows.add((word + 1) % WORDS, 0.2)
    rows.endRow()
  }
  return finish(translationOf(rows.build(), bitext))
}

const PAIRS_ONLY = [...BEAD_TYPES.keys()].filter((type) => {
  const { zh, en } = BEAD_TYPES[type]!
  return zh < 2 && en < 2
})

describe('pairPath', () => {
  it.each([
    [1, 9, 12, 30],
    [2, 14, 10, 3],
    [3, 1, 6, 2],
    [4, 40, 40, 5],
  ])(
    'is the best path through the lattice of 1:1, 1:0 and 0:1 beads (seed %i: %i × %i)',
    (seed, zhSize, enSize, width) => {
      const random = seededRandom(seed)
      const bitext = { zh: randomSide(zhSize, random), en: randomSide(enSize, random) }
      const translation = translationFor(bitext)
      const cut = { zh: zhSize >> 1, en: enSize >> 1 }
      const blocks: Block[] = [
        { zh: { from: 0, to: cut.zh }, en: { from: 0, to: cut.en } },
        { zh: { from: cut.zh, to: zhSize }, en: { from: cut.en, to: enSize } },
      ]
      const corners = blocks.map(({ zh, en }) => [
        { zh: zh.from, en: en.from },
        { zh: zh.to, en: en.to },
      ])
      const band = bandAround(blocks, corners, () => width)

      const lattice = finish(buildLattice(band, PAIRS_ONLY))
      const matches = finish(measureMatches(bitext, translation, pairsOf(band, zhSize)))
      const evidence = weighEvidence(bitext, matches, 1, 1)
      const scores = Float64Array.from(lattice.type, (type, edge) => {
        if (BEAD_TYPES[type]!.zh + BEAD_TYPES[type]!.en < 2) return 0
        const [i, j] = [lattice.zh[edge]!, lattice.en[edge]!]
        return Math.max(0, evidence.en(i, 1, j) + evidence.zh(i, j, 1))
      })
      const expected = pointsOf(lattice, finish(bestPath(lattice, scores)), blocks)

      expect(finish(pairPath(bitext, translation, band))).toEqual(expected)
    },
  )
})
