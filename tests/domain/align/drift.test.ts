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
        "alone en length": 374.8,
        "alone en match": 611.6,
        "alone zh length": 354.1,
        "alone zh match": 588.8,
        "better uncut": 2221,
        "both end a quotation": 384,
        "both start a quotation": 312,
        "candidates": 2796,
        "clauses cut it, many to many": 3222,
        "clauses cut it, one side": 1413,
        "clauses end here": 3863,
        "clauses end here, alone": 1306,
        "commoner here": 4474,
        "covered en": 1245,
        "covered zh": 1176,
        "cut costs, many to many": 465.7,
        "cut costs, many to one": 41.16,
        "cut costs, one to many": 138.6,
        "cut is free, many to many": 597,
        "cut is free, many to one": 158,
        "evidence en": 2995,
        "evidence per en token": 982.1,
        "evidence per zh token": 1166,
        "evidence zh": 3237,
        "exclamation marks differ": 158,
        "first en to zh before": 869.9,
        "first zh to en before": 846.5,
        "last en to zh after": 849.1,
        "last zh to en after": 825.3,
        "learnt": -25350,
        "least owned en segment": 1316,
        "least owned zh segment": 1342,
        "length cost": 554.2,
        "length log ratio": 857.3,
        "many to many": 1231,
        "numbers agree": 218,
        "one ends a quotation": 471,
        "one side ends asking": 245,
        "one side ends exclaiming": 112,
        "one side pauses": 0,
        "one side quotes": 476,
        "one starts a quotation": 353,
        "owned en inside": 4024,
        "owned en outside": 1542,
        "owned zh inside": 3729,
        "owned zh outside": 1330,
        "product": 3626,
        "question marks differ": 379,
        "quotation goes on in en only": 10,
        "quotation goes on in zh only": 88,
        "quotation state agrees": 2085,
        "segments": 3128,
        "type 0:1": 315,
        "type 1:0": 298,
        "type 1:1": 281,
        "type 1:2": 263,
        "type 1:3": 151,
        "type 1:4": 40,
        "type 2:1": 192,
        "type 2:2": 220,
        "type 2:3": 225,
        "type 3:1": 22,
        "type other": 789,
        "unexplained en": 4253,
        "unexplained zh": 4710,
        "untrained": -5972,
        "worst en segment": 2638,
        "worst zh segment": 2046,
      }
    `)
  }, 60_000)
})
