import { finish } from '../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import type { Pairs } from '../../../src/domain/align/band.ts'
import type { TokenSide } from '../../../src/domain/align/tokenIds.ts'
import { measureMatches, weighEvidence } from '../../../src/domain/align/lexicalCost.ts'
import { transpose, type SparseTable } from '../../../src/domain/align/sparseTable.ts'

/** A side whose segments hold the given token ids. */
function side(...segments: readonly (readonly number[])[]): TokenSide {
  const ids = segments.flat()
  const size = Math.max(...ids) + 1
  const count = new Float64Array(size)
  for (const id of ids) count[id]! += 1
  let end = 0
  return {
    vocabulary: Array.from({ length: size }, (_, id) => `t${id}`),
    idOf: new Map(),
    count,
    ids: Int32Array.from(ids),
    start: Int32Array.from([0, ...segments.map((tokens) => (end += tokens.length))]),
    length: Float64Array.from(segments, (tokens) => tokens.length),
  }
}

/** Every pair of n Chinese and m English segments. */
const allPairs = (n: number, m: number): Pairs => ({
  lo: new Int32Array(n),
  hi: new Int32Array(n).fill(m),
  start: Int32Array.from({ length: n + 1 }, (_, i) => i * m),
})

// Two Chinese sentences, [w0 w1] and [w2]; two English, [e0 e1 e2] and [e3].
const zh = side([0, 1], [2])
const en = side([0, 1, 2], [3])
// w0 → e0 (0.5), e1 (0.25); w2 → e3 (1), e1 (0.5 in the second sentence only).
const enGivenZh: SparseTable = {
  start: Int32Array.of(0, 2, 2, 4),
  column: Int32Array.of(0, 1, 3, 1),
  value: Float64Array.of(0.5, 0.25, 0.5, 0.5),
}
const translation = { enGivenZh, zhGivenEn: transpose(enGivenZh, 4) }
const pairs = allPairs(2, 2)
const matches = finish(measureMatches({ zh, en }, translation, pairs))
const evidence = weighEvidence({ zh, en }, matches, 2, 2)

describe('measureMatches', () => {
  it('sums, for each English token, its chances under the Chinese segment', () => {
    const under = (i: number, j: number) => {
      const pair = i * 2 + j
      return [...matches.en.subarray(matches.enAt[pair], matches.enAt[pair + 1])]
    }
    expect([under(0, 0), under(0, 1), under(1, 0), under(1, 1)]).toEqual([
      [0.5, 0.25, 0],
      [0],
      [0, 0.5, 0],
      [0.5],
    ])
  })

  it('does the same for each Chinese token', () => {
    const under = (i: number, j: number) => {
      const pair = i * 2 + j
      return [...matches.zh.subarray(matches.zhAt[pair], matches.zhAt[pair + 1])]
    }
    expect([under(0, 0), under(1, 0), under(1, 1)]).toEqual([[0.75, 0], [0.5], [0.5]])
  })
})

describe('weighEvidence', () => {
  // Background of an English token seen once of four: (1 + 0.2) / (4 + 0.2 · 4) = 1 / 4.
  const token = (p: number) => Math.log(0.4 + (0.6 * p) / 0.25)
  // Of a Chinese token: (1 + 0.2) / (3 + 0.2 · 3) = 1 / 3.
  const word = (p: number) => Math.log(0.4 + (0.6 * p) / (1 / 3))

  it.each([
    ['English 0 given Chinese 0', 0, 1, 0, token(0.5 / 2) + token(0.25 / 2) + token(0)],
    ['English 0 given both Chinese', 0, 2, 0, token(0.5 / 3) + token(0.75 / 3) + token(0)],
    ['English 1 given Chinese 0', 0, 1, 1, token(0)],
    ['English 1 given both Chinese', 0, 2, 1, token(0.5 / 3)],
  ])('of %s follows the formula', (_, i, n, j, expected) => {
    expect(evidence.en(i, n, j)).toBeCloseTo(expected, 5)
  })

  it.each([
    ['Chinese 0 given English 0', 0, 0, 1, word(0.75 / 3) + word(0)],
    ['Chinese 0 given both English', 0, 0, 2, word(0.75 / 4) + word(0)],
    ['Chinese 1 given English 1', 1, 1, 1, word(0.5 / 1)],
  ])('of %s follows the formula', (_, i, j, n, expected) => {
    expect(evidence.zh(i, j, n)).toBeCloseTo(expected, 5)
  })
})
