import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { looksLikeClause } from '../../../../src/domain/terms/phrases/clauseSigns.ts'
import { enWordsOf, zhWordsOf } from '../../../../src/domain/terms/words/words.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** Whether a phrase looks like a clause in a sentence; `inOrder` when the English begins with the first Chinese word's partner. */
function clause(zh: string, en: string, sentence: string, inOrder = true): boolean {
  const all = enWordsOf(sentence, { start: 0, end: sentence.length })
  const from = all.findIndex((word) => word.start === sentence.indexOf(en))
  const to = all.findIndex((word) => word.end === sentence.indexOf(en) + en.length)
  return looksLikeClause(
    zhWordsOf(zh, { start: 0, end: zh.length }, dictionary),
    all.slice(from, to + 1),
    { before: all[from - 1], after: all[to + 1], inOrder },
    dictionary,
  )
}

describe('a stretch of words looks like a clause', () => {
  it.each([
    ['主要机场', 'main airport', 'It is the main airport of Spain.'],
    ['改变习惯', 'changed habits', 'They have changed habits since.'],
    ['腐蚀钢铁', 'corrodes steel', 'Sea water corrodes steel quickly.'],
    ['机器平时', 'machines normally', 'The machines normally run.'],
    ['老人小声', 'old man whispered', 'The old man whispered again.'],
    ['袋袋砂石', 'bags of gravel', 'They carried bags of gravel away.'],
    ['衣柜顶上', 'on top of a wardrobe', 'It slept on top of a wardrobe.'],
    ['总统政策', 'president’s policy', 'It was the president’s policy.'],
  ])('%s, %s', (zh, en, sentence) => {
    expect(clause(zh, en, sentence)).toBe(true)
  })

  it.each([
    ['安全协议', 'security pact', 'It signed a security pact with Fiji.'],
    ['远程空袭', 'long-range air strikes', 'They ended long-range air strikes.'],
    ['共享单车', 'shared bikes', 'The city is full of shared bikes.'],
    ['情报共享', 'intelligence sharing', 'The US paused intelligence sharing.'],
  ])('but not %s, %s', (zh, en, sentence) => {
    expect(clause(zh, en, sentence)).toBe(false)
  })

  it('but not a noun with its “of” where the orders differ', () => {
    expect(clause('自行车王国', 'kingdom of bicycles', 'It is a kingdom of bicycles.', false)).toBe(
      false,
    )
  })
})
