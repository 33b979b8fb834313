import { describe, expect, it } from 'vitest'
import { readGloss } from '../../../../src/domain/dictionary/gloss.ts'
import { inlined, lemmasOf, partsOf } from '../../../../src/domain/terms/words/glossParts.ts'

describe('the meanings of a gloss', () => {
  it.each([
    ['are parted by commas, and together when a semicolon ends them', 'pact, deal; accord', ['pact', 'deal', 'accord', 'pact, deal']],
    ['have no notes', 'strike (by workers)', ['strike']],
    ['have the short form in brackets', 'European Union (EU)', ['European Union', 'EU']],
    ['have both names', 'Lake Victoria or Victoria Nyanza', ['Lake Victoria or Victoria Nyanza', 'Lake Victoria', 'Victoria Nyanza']],
    ['are one where "or" joins no names', 'hit or miss', ['hit or miss']],
    ['have the thing that is made', 'to make an air raid', ['to make an air raid', 'air raid']],
    ['lose the inner note of two', 'talks (of heads (UN) of state)', ['talks (of heads   of state)', 'UN']],
    ['have no hanzi', 'abbr. for 歐洲聯盟|欧洲联盟[Ou1 zhou1 Lian2 meng2], European Union', ['European Union']],
  ])('%s', (_, gloss, expected) => {
    expect(partsOf(readGloss(gloss))).toEqual(expected)
  }) // prettier-ignore
})

describe('a word in brackets', () => {
  it.each([
    ['(body) temperature', 'body temperature'],
    ['body temperature', ''],
    ['temperature (body)', ''],
  ])('of %s is said: %s', (gloss, said) => {
    expect(inlined(readGloss(gloss))).toBe(said)
  })
})

describe('the lemmas of a gloss', () => {
  it.each([
    ['to allocate funds', 'allocate fund'],
    ['a neighbour', 'neighbor'],
    ['to know sth like the back of one’s hand', 'know * like the back of * hand'],
  ])('of %s: %s', (part, lemmas) => {
    expect(lemmasOf(part).join(' ')).toBe(lemmas)
  })
})
