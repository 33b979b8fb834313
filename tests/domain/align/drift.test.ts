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
  // looks at npm run quality, and only then updates these numbers (vitest -u). The text is made of the starter decks: a
  // sentence that changes there moves them too. The text is of the starter decks: a sentence
  // that changes there moves them too.
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
        "alone en length": 340.7,
        "alone en match": 629.7,
        "alone zh length": 317,
        "alone zh match": 565.3,
        "better uncut": 2208,
        "both end a quotation": 427,
        "both start a quotation": 353,
        "candidates": 2789,
        "clauses cut it, many to many": 3409,
        "clauses cut it, one side": 1401,
        "clauses end here": 3976,
        "clauses end here, alone": 1236,
        "commoner here": 4439,
        "covered en": 1278,
        "covered zh": 1222,
        "cut costs, many to many": 542,
        "cut costs, many to one": 45.79,
        "cut costs, one to many": 141.7,
        "cut is free, many to many": 518,
        "cut is free, many to one": 127,
        "evidence en": 3203,
        "evidence per en token": 1087,
        "evidence per zh token": 1231,
        "evidence zh": 3328,
        "exclamation marks differ": 249,
        "first en to zh before": 895.4,
        "first zh to en before": 823.4,
        "last en to zh after": 933.8,
        "last zh to en after": 832.7,
        "learnt": -25730,
        "least owned en segment": 1401,
        "least owned zh segment": 1415,
        "length cost": 546.3,
        "length log ratio": 872.2,
        "many to many": 1261,
        "numbers agree": 122,
        "one ends a quotation": 546,
        "one side ends asking": 196,
        "one side ends exclaiming": 123,
        "one side pauses": 0,
        "one side quotes": 422,
        "one starts a quotation": 510,
        "owned en inside": 4012,
        "owned en outside": 1660,
        "owned zh inside": 3531,
        "owned zh outside": 1362,
        "product": 3696,
        "question marks differ": 377,
        "quotation goes on in en only": 51,
        "quotation goes on in zh only": 67,
        "quotation state agrees": 2088,
        "segments": 3164,
        "type 0:1": 305,
        "type 1:0": 278,
        "type 1:1": 289,
        "type 1:2": 267,
        "type 1:3": 150,
        "type 1:4": 42,
        "type 2:1": 181,
        "type 2:2": 220,
        "type 2:3": 224,
        "type 3:1": 15,
        "type other": 818,
        "unexplained en": 4102,
        "unexplained zh": 4432,
        "untrained": -5407,
        "worst en segment": 2720,
        "worst zh segment": 2093,
      }
    `)
  }, 60_000)
})
