import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { findCandidates, type Candidates } from '../../../src/domain/align/candidates.ts'
import { allFeatures, crfScores } from '../../../src/domain/align/crf.ts'
import { BEAD_TYPES } from '../../../src/domain/align/beadTypes.ts'
import learnt from '../../../src/domain/align/weights.json' with { type: 'json' }

function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

let candidates: Candidates
beforeAll(async () => {
  const dictionary = await loadDictionary('core')
  const zh = ['雨停了，太阳出来了。', '“我们走吧！”他说。', '她没有回答。']
  const en = [
    'The rain stopped and the sun came out.',
    "'Let's go!' he said.",
    'She gave no answer.',
  ]
  candidates = finish(findCandidates({ zh, en }, { dictionary }))
}, 60_000)

describe('the learnt weights', () => {
  it('are in step with the features: the same names in the same order', () => {
    const { names } = finish(allFeatures(candidates.sight))
    expect(Object.keys(learnt.weights)).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
  })

  it('say what they were learnt from', () => {
    expect(learnt.provenance.trainedOn).toMatch(/^MAC-Dev: 6 books/)
  })
})

describe('crfScores', () => {
  it('is the untrained score when all weights are 0', () => {
    const none = Object.values(learnt.weights).map(() => 0)
    expect(finish(crfScores(candidates, none))).toEqual(candidates.untrained)
  })

  it('adds weight · feature', () => {
    const at = Object.keys(learnt.weights).indexOf('segments')
    const one = Object.values(learnt.weights).map((_, k) => (k === at ? 1 : 0))
    const scores = finish(crfScores(candidates, one))
    const { lattice, untrained } = candidates
    for (let edge = 0; edge < scores.length; edge++) {
      const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
      expect(scores[edge]! - untrained[edge]!).toBeCloseTo((zh + en - 2) / 2, 12)
    }
  })
})
