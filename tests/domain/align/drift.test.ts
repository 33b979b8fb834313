import { finish } from '../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { findCandidates } from '../../../src/domain/align/candidates.ts'
import { allFeatures, crfScores } from '../../../src/domain/align/crf.ts'
import { placeOf } from '../../../src/domain/align/features/features.ts'
import { growText } from '../../bench/growthText.ts'

/** To four digits, which every engine agrees on. */
const digits = (value: number) => Number(value.toPrecision(4))

describe('what alignments rest on', () => {
  // The weights were learnt for exactly these features: whoever changes a constant trains them again (npm run train:align),
  // looks at npm run quality, and only then updates these numbers (vitest -u).
  it('has not moved: candidates, untrained scores, every feature and the learnt scores of a known text', async () => {
    const dictionary = await loadDictionary('core')
    const candidates = finish(findCandidates(growText({ zh: 120, en: 150 }), { dictionary }))
    const { lattice, untrained, sight } = candidates
    const { names, fill } = finish(allFeatures(sight))
    const size = new Float64Array(names.length)
    const row = new Float64Array(names.length)
    for (let edge = 0; edge < untrained.length; edge++) {
      row.fill(0)
      fill(placeOf(lattice, edge), row, 0)
      row.forEach((value, k) => (size[k]! += Math.abs(value)))
    }
    const sum = (scores: Float64Array) => digits(scores.reduce((total, score) => total + score, 0))
    expect({
      candidates: untrained.length,
      untrained: sum(untrained),
      learnt: sum(finish(crfScores(candidates))),
      ...Object.fromEntries(names.map((name, k) => [name, digits(size[k]!)])),
    }).toMatchInlineSnapshot(`
      {
        "alone en length": 375.3,
        "alone en match": 610.9,
        "alone zh length": 354.4,
        "alone zh match": 589.9,
        "better uncut": 2211,
        "both end a quotation": 385,
        "both start a quotation": 312,
        "candidates": 2790,
        "clauses cut it, many to many": 3220,
        "clauses cut it, one side": 1419,
        "clauses end here": 3852,
        "clauses end here, alone": 1306,
        "commoner here": 4466,
        "covered en": 1241,
        "covered zh": 1174,
        "cut costs, many to many": 460.4,
        "cut costs, many to one": 41.08,
        "cut costs, one to many": 138.4,
        "cut is free, many to many": 600,
        "cut is free, many to one": 159,
        "evidence en": 2991,
        "evidence per en token": 979.1,
        "evidence per zh token": 1167,
        "evidence zh": 3246,
        "exclamation marks differ": 159,
        "first en to zh before": 861.8,
        "first zh to en before": 846.7,
        "last en to zh after": 846.6,
        "last zh to en after": 819.9,
        "learnt": -25280,
        "least owned en segment": 1310,
        "least owned zh segment": 1334,
        "length cost": 552.9,
        "length log ratio": 855,
        "many to many": 1226,
        "numbers agree": 218,
        "one ends a quotation": 472,
        "one side ends asking": 245,
        "one side ends exclaiming": 112,
        "one side pauses": 0,
        "one side quotes": 472,
        "one starts a quotation": 354,
        "owned en inside": 4010,
        "owned en outside": 1532,
        "owned zh inside": 3727,
        "owned zh outside": 1329,
        "product": 3613,
        "question marks differ": 379,
        "quotation goes on in en only": 10,
        "quotation goes on in zh only": 88,
        "quotation state agrees": 2079,
        "segments": 3118,
        "type 0:1": 315,
        "type 1:0": 298,
        "type 1:1": 279,
        "type 1:2": 263,
        "type 1:3": 151,
        "type 1:4": 40,
        "type 2:1": 192,
        "type 2:2": 220,
        "type 2:3": 225,
        "type 3:1": 23,
        "type other": 784,
        "unexplained en": 4243,
        "unexplained zh": 4681,
        "untrained": -5937,
        "worst en segment": 2648,
        "worst zh segment": 2046,
      }
    `)
  }, 60_000)
})
