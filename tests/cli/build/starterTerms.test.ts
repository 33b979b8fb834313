import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { parsePicks, termsOfPicks } from '../../../src/cli/build/starterTerms.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import type { Deck } from '../../../src/domain/model.ts'

const DECK: Deck = {
  format: 'duizhao-deck',
  version: 1,
  id: 'starter-example',
  revision: 1,
  title: { zh: '例子', en: 'An example' },
  level: 'HSK 3 · B1',
  provenance: { source: '', author: '', translator: '', date: '', licence: '' },
  beads: [
    { paragraph: true, zh: '他买东西买得很快。', en: 'He buys things quickly.' },
    { zh: '鲁比奥说，供不应求。', en: 'Supply falls short, said Rubio.' },
  ],
  terms: [],
}

describe('parsePicks', () => {
  it('reads headword and counterpart under the id of their deck', () => {
    expect([...parsePicks('# a\n停火\tceasefire\n\n# b\n鱼\tfish\n')]).toEqual([
      ['a', [{ zh: '停火', en: 'ceasefire' }]],
      ['b', [{ zh: '鱼', en: 'fish' }]],
    ])
  })

  it('takes reading, kind and glosses where they are not left to the pipeline', () => {
    const [pick] = parsePicks('# a\n贵\texpensive\t-\tword\texpensive; precious').get('a') ?? []
    expect(pick).toEqual({
      zh: '贵',
      en: 'expensive',
      kind: 'word',
      gloss: ['expensive', 'precious'],
    })
  })

  it.each(['停火', '停火\t', '停火\tceasefire\t-\tverb'])('refuses %j', (line) => {
    expect(() => parsePicks(`# a\n${line}`)).toThrow('line 2')
  })
})

describe('termsOfPicks', () => {
  let dictionary: Dictionary
  beforeAll(async () => {
    dictionary = await loadDictionary('full')
  }, 120_000)

  it('reads, glosses and ranks the picks', () => {
    const picks = [
      { zh: '快', en: 'quickly' },
      { zh: '供不应求', en: 'Supply falls short' },
      { zh: '鲁比奥', en: 'Rubio', kind: 'name' as const, gloss: ['Marco Rubio'] },
    ]
    const terms = termsOfPicks(DECK, picks, [], dictionary)
    expect(terms.map(({ zh, reading, kind }) => [zh, reading, kind])).toEqual([
      ['供不应求', 'gong1 bu4 ying4 qiu2', expect.any(String)],
      ['鲁比奥', 'lu3 bi3 ao4', 'name'],
      ['快', 'kuai4', 'word'],
    ])
    expect(terms[0]?.gloss).toContain('supply does not meet demand')
    expect(terms[1]?.gloss).toEqual(['Marco Rubio'])
  })

  it('gives a headword its dictionary reading, however its sentence was cut', () => {
    const [term] = termsOfPicks(DECK, [{ zh: '买东西', en: 'buys things' }], [], dictionary)
    expect(term?.reading).toBe('mai3 dong1 xi5')
  })

  it('refuses a pick that stands in no bead on both sides', () => {
    expect(() => termsOfPicks(DECK, [{ zh: '买东西', en: 'Rubio' }], [], dictionary)).toThrow(
      '买东西 = Rubio',
    )
  })
})
