import { finish } from '../../../../src/domain/tasks.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import { findCandidates } from '../../../../src/domain/align/candidates.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 60_000)

const view = (zh: readonly string[], en: readonly string[]) =>
  finish(findCandidates({ zh, en }, { dictionary })).sight.clauses

describe('the alignment of clauses', () => {
  it('passes between sentences that translate each other', () => {
    const { passes } = view(
      ['暴风雨过去了，太阳照在海面上。', '渔民修好渔网，准备出海。', '孩子们在灯塔下面玩。'],
      [
        'The storm was over, and the sun shone on the sea.',
        'The fishermen mended their nets, ready to go out.',
        'The children played below the lighthouse.',
      ],
    )
    expect(passes(1, 1)).toBeGreaterThan(0.9)
    expect(passes(2, 2)).toBeGreaterThan(0.9)
    expect(passes(1, 2)).toBeLessThan(0.1)
    expect([passes(0, 0), passes(3, 3)]).toEqual([1, 1])
  })

  it('passes no boundary that a sentence of the other side straddles', () => {
    const { passes } = view(
      ['暴风雨过去了，太阳照在海面上。', '渔民修好渔网，孩子们在灯塔下面玩。'],
      [
        'The storm was over.',
        'The sun shone on the sea, and the fishermen mended their nets.',
        'The children played below the lighthouse.',
      ],
    )
    expect(Math.max(passes(1, 1), passes(1, 2))).toBeLessThan(0.5)
  })

  it('has no chance for what it never looked at', () => {
    expect(view(['一'], ['One']).passes(7, 7)).toBe(0)
  })
})
