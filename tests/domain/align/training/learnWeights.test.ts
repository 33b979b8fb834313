import { finish } from '../../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import { BEAD_TYPES } from '../../../../src/domain/align/beadTypes.ts'
import { buildLattice } from '../../../../src/domain/align/lattice.ts'
import {
  learnWeights,
  loss,
  type Example,
} from '../../../../src/domain/align/training/learnWeights.ts'

/** Four by four segments, the diagonal right; features: is a pair, is a pair on the diagonal, and one that means nothing. */
function diagonal(): Example {
  const rows = new Int32Array(5)
  const block = { zh: { from: 0, to: 4 }, en: { from: 0, to: 4 } }
  const lattice = finish(
    buildLattice([{ block, lo: rows, hi: rows.map(() => 4) }], [...BEAD_TYPES.keys()]),
  )
  const edges = lattice.type.length
  const features = new Float32Array(edges * 3)
  const gold = new Uint8Array(edges)
  for (let edge = 0; edge < edges; edge++) {
    const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
    const isPair = zh === 1 && en === 1
    const onDiagonal = isPair && lattice.zh[edge] === lattice.en[edge]
    features.set([isPair ? 1 : 0, onDiagonal ? 1 : 0, Math.sin(edge)], edge * 3)
    gold[edge] = onDiagonal ? 1 : 0
  }
  return {
    lattice,
    base: Float64Array.from(lattice.type, (type) => type / 50),
    features,
    gold,
    weight: 1,
  }
}

describe('loss', () => {
  it('has the gradient that finite differences find', () => {
    const penalty = Float64Array.of(0.5, 1, 2)
    const weights = Float64Array.of(0.3, -0.7, 0.2)
    const { gradient } = loss([diagonal()], weights, penalty)
    gradient.forEach((slope, k) => {
      const moved = (by: number) =>
        loss(
          [diagonal()],
          weights.map((w, q) => (q === k ? w + by : w)),
          penalty,
        ).value
      expect((moved(1e-4) - moved(-1e-4)) / 2e-4).toBeCloseTo(slope, 4)
    })
  })

  it('counts an example by its weight', () => {
    const none = new Float64Array(3)
    const once = loss([diagonal()], none, none).value
    expect(loss([{ ...diagonal(), weight: 0.25 }], none, none).value).toBeCloseTo(once / 4, 9)
  })
})

describe('learnWeights', () => {
  it('finds the least loss: no step of any weight improves it', () => {
    const penalty = new Float64Array(3).fill(0.1)
    const weights = learnWeights([diagonal()], penalty)
    expect(Math.max(...loss([diagonal()], weights, penalty).gradient.map(Math.abs))).toBeLessThan(
      0.01,
    )
    expect(weights[1]).toBeGreaterThan(1)
  })

  it('stays at the untrained score when the penalty is heavy', () => {
    const weights = learnWeights([diagonal()], new Float64Array(3).fill(1e6))
    expect(Math.max(...weights.map(Math.abs))).toBeLessThan(1e-4)
  })
})
