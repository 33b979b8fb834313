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
        "alone en length": 384.6,
        "alone en match": 636.3,
        "alone zh length": 301.4,
        "alone zh match": 551.8,
        "better uncut": 1812,
        "both end a quotation": 110,
        "both start a quotation": 58,
        "candidates": 2128,
        "clauses cut it, many to many": 2015,
        "clauses cut it, one side": 895.8,
        "clauses end here": 2560,
        "clauses end here, alone": 979.7,
        "commoner here": 3295,
        "covered en": 943.5,
        "covered zh": 942.3,
        "cut costs, many to many": 413,
        "cut costs, many to one": 37.73,
        "cut costs, one to many": 146.1,
        "cut is free, many to many": 336,
        "cut is free, many to one": 99,
        "evidence en": 2750,
        "evidence per en token": 809.1,
        "evidence per zh token": 984.6,
        "evidence zh": 2950,
        "exclamation marks differ": 39,
        "first en to zh before": 708.4,
        "first zh to en before": 670,
        "last en to zh after": 722.9,
        "last zh to en after": 634,
        "learnt": -16180,
        "least owned en segment": 1180,
        "least owned zh segment": 1141,
        "length cost": 427.3,
        "length log ratio": 593.5,
        "many to many": 878,
        "numbers agree": 137,
        "one ends a quotation": 200,
        "one side ends asking": 90,
        "one side ends exclaiming": 35,
        "one side pauses": 0,
        "one side quotes": 221,
        "one starts a quotation": 146,
        "owned en inside": 3577,
        "owned en outside": 1222,
        "owned zh inside": 3135,
        "owned zh outside": 1003,
        "product": 2500,
        "question marks differ": 142,
        "quotation goes on in en only": 12,
        "quotation goes on in zh only": 82,
        "quotation state agrees": 1529,
        "segments": 2204,
        "type 0:1": 270,
        "type 1:0": 235,
        "type 1:1": 233,
        "type 1:2": 243,
        "type 1:3": 92,
        "type 1:4": 23,
        "type 2:1": 141,
        "type 2:2": 177,
        "type 2:3": 181,
        "type 3:1": 12,
        "type other": 521,
        "unexplained en": 3520,
        "unexplained zh": 3490,
        "untrained": -2464,
        "worst en segment": 2199,
        "worst zh segment": 1680,
      }
    `)
  }, 60_000)
})
