import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import type { Side } from '../../../src/domain/model.ts'
import {
  chooseCounterparts,
  keyOf,
  withoutFragments,
  type Candidate,
  type PlacedPair,
} from '../../../src/domain/terms/candidates.ts'
import { boardOf } from './board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** Pairs as `zh=en`, `zh=en*0.7` with a strength other than 1. The English stands behind a small word, so no capital is the sentence's. */
function pairs(rows: readonly string[]): readonly PlacedPair[] {
  return rows.map((row, bead) => {
    const [, zhText = '', enText = '', strength = '1'] = /^(.+)=([^*]+)\*?(.*)$/.exec(row) ?? []
    const { zh, en } = boardOf(zhText, `of ${enText}`, dictionary)
    const range = { start: 0, end: zhText.length }
    const words = { zhWords: zh, enWords: en.slice(1) }
    const sure = Number(strength || 1)
    return { zh: range, en: range, zhText, enText, ...words, strength: sure, bead, clause: false }
  })
}
const chosen = (rows: readonly string[], learning: Side = 'zh') =>
  chooseCounterparts(pairs(rows), learning, dictionary)

describe('the counterpart of a headword', () => {
  it.each([
    ['is the one it has most often', ['罢工=strike', '罢工=walkout', '罢工=strike'], ['罢工=strike']],
    ['is one counterpart in all its forms', ['罢工=strikes', '罢工=walkout', '罢工=strike', '罢工=strike'], ['罢工=strike']],
    ['is the surest of those met as often', ['罢工=walkout*0.7', '罢工=strike'], ['罢工=strike']],
    ['may be one that stands shortened later', ['圣诞树=tree', '圣诞树=tree', '圣诞树=Christmas tree*1.2', '圣诞树=Christmas tree*1.2'], ['圣诞树=Christmas tree']],
    ['is none below the least strength', ['罢工=strike*0.59'], []],
  ])('%s', (_, rows, expected) => {
    expect(chosen(rows).map(({ zh, en }) => `${zh}=${en}`)).toEqual(expected)
  }) // prettier-ignore

  it('is asked for the other way round by a learner of English', () => {
    const rows = ['罢工=strikes', '停工=strike', '罢工=strike']
    const [found] = chosen(rows, 'en')
    expect([found?.key, found?.zh]).toEqual(['strike', '罢工'])
  })

  it('is found by hanzi, or by lemmas', () => {
    const [pair] = pairs(['空袭=air strikes'])
    expect([keyOf(pair!, 'zh'), keyOf(pair!, 'en')]).toEqual(['空袭', 'air strike'])
  })
})

describe('a headword', () => {
  it.each([
    ['is written in hanzi', 'GDP=output', false],
    ['of one hanzi is rare', '人=person*1.2', false],
    ['of one rare hanzi needs a whole gloss', '鹭=heron*1', false],
    ['of one rare hanzi with a whole gloss is one', '鹭=heron*1.2', true],
    ['of two hanzi is in the dictionary', '窗鹭=heron', false],
  ])('%s', (_, row, expected) => {
    expect(chosen([row])).toHaveLength(expected ? 1 : 0)
  })

  it('of one hanzi is worth less', () => {
    expect(chosen(['鹭=heron*1.2'])[0]?.strength).toBeCloseTo(0.72)
  })
})

describe('a name', () => {
  it.each([
    ['is what the dictionary writes with a capital', '伦敦=London', true],
    ['is what no list has and stands with a capital', '水晶山=Crystal Mountain', true],
    ['is no office', '水晶长=Crystal President', false],
    ['has a capital', '水晶山=crystal mountain', false],
    ['is no word of the dictionary', '罢工=Strike', false],
  ])('%s', (_, row, expected) => {
    expect(chosen([row])[0]?.name).toBe(expected)
  })
})

describe('a fragment', () => {
  const candidate = (key: string): Candidate => ({
    ...{ key, zh: key, en: '', pairs: [], strength: 1, name: key.includes('·'), variants: [] },
    ...{ clause: key.startsWith('拒绝'), inside: false },
  })
  const kept = (places: Readonly<Record<string, readonly (readonly [number, number])[]>>) =>
    withoutFragments(
      Object.keys(places).map(candidate),
      new Map(
        Object.entries(places).map(([key, found]) => [
          key,
          found.map(([start, end]) => ({ bead: 0, start, end })),
        ]),
      ),
      20,
      (key) => key === '情报',
    ).map(({ key, inside }) => (inside ? `(${key})` : key))

  it('never stands outside a longer term: a headword is marked, anything else dropped', () => {
    expect(kept({ 情报: [[0, 2]], 情报共享: [[0, 4]] })).toEqual(['情报共享', '(情报)'])
    expect(kept({ 共享: [[2, 4]], 情报共享: [[0, 4]] })).toEqual(['情报共享'])
  })

  it('of a name is none, headword or not', () => {
    expect(kept({ 情报: [[0, 2]], 情报·共享: [[0, 5]] })).toEqual(['情报·共享'])
  })

  it('of a piece of a clause is whole', () => {
    expect(kept({ 情报: [[2, 4]], 拒绝情报: [[0, 4]] })).toEqual(['情报', '拒绝情报'])
  })

  it('is a term when it does', () => {
    expect(kept({ 情报: [[0, 2], [9, 11]], 情报共享: [[0, 4]] })).toEqual(['情报共享', '情报']) // prettier-ignore
  })

  it('covers nothing itself', () => {
    const places = { 国家安全顾问: [[0, 6]], 安全顾问: [[2, 6]], 顾问团: [[4, 7]] } as const
    expect(kept(places)).toEqual(['国家安全顾问', '顾问团'])
  })
})
