import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { levelling } from '../../../src/domain/article/levelling.ts'
import { readTextLevel } from '../../../src/domain/dictionary/levels.ts'
import { type Deck, NO_PROVENANCE } from '../../../src/domain/model.ts'

const dictionary = await loadDictionary('full')

function deckOf(zh: string, en: string, terms: Deck['terms'] = []): Deck {
  return {
    format: 'duizhao-deck',
    version: 1,
    id: 'a-deck',
    revision: 1,
    title: { zh: '', en: '' },
    level: 'HSK 1 · A1',
    provenance: NO_PROVENANCE,
    beads: [{ paragraph: true, zh, en }],
    terms,
  }
}
const beginner = { hsk: 1, cefr: 'A1' } as const
const above = (deck: Deck) => {
  const { zh, en } = levelling(deck, beginner, dictionary)
  return { zh: zh.above.map(({ word }) => word), en: en.above.map(({ word }) => word) }
}

describe('the level of a text', () => {
  it.each([
    ['HSK 4 · B1', { hsk: 4, cefr: 'B1' }],
    ['HSK 7–9 · C1', { hsk: 7, cefr: 'C1' }],
    ['HSK 2–3 · A2', null],
    ['HSK 8 · C1', null],
    ['B1', null],
  ])('%s', (written, level) => {
    expect(readTextLevel(written)).toEqual(level)
  })
})

describe('levelling', () => {
  it('names the words above the level, the most frequent first, and their share', () => {
    const deck = deckOf(
      '我看合同。你看合同。爸爸有困难。',
      'I read the agreement. You have difficulty.',
    )
    expect(above(deck)).toEqual({ zh: ['合同', '困难'], en: ['agreement', 'difficulty'] })
    const { zh } = levelling(deck, beginner, dictionary)
    expect([zh.counted, zh.share]).toEqual([9, 3 / 9])
  })

  it('counts what the text teaches apart, in all its forms', () => {
    const term = {
      zh: '合同',
      en: 'agreements',
      reading: 'he2 tong5',
      gloss: [],
      kind: 'word',
    } as const
    const deck = deckOf('我看合同。合同很好。', 'I read agreements. The agreement is good.', [term])
    expect(above(deck)).toEqual({ zh: [], en: [] })
  })

  it('counts names, numbers and ordinals apart, also a surname by itself', () => {
    const term = { zh: '罗老师', en: 'Ms. Luo', reading: 'luo2', gloss: [], kind: 'name' } as const
    const deck = deckOf(
      '罗老师来了。罗妈妈有九百个学生。',
      'Ms. Luo is here. Her sixteenth student is Agloe.',
      [term],
    )
    expect(above(deck)).toEqual({ zh: [], en: [] })
  })

  it('takes a word in no list for as hard as the words it is made of', () => {
    expect(above(deckOf('我看水车。三个人来了。', 'It is the coldest and quickest.')).zh).toEqual(
      [],
    )
    expect(above(deckOf('我看乌鸦。', 'We walked slowly to the half-open door.')).zh).toEqual([
      '乌鸦',
    ])
  })

  it('knows English by lemma, regular endings, contractions and phrases', () => {
    const { en } = above(
      deckOf('好。', 'They’re taller, aren’t they? The tallest boys ran. I cannot.'),
    )
    expect(en).toEqual([])
  })

  it('counts a capital at the beginning of a sentence or a quotation as no name', () => {
    const { en } = above(deckOf('好。', 'Bitumen is here. He says, “Bitumen!”'))
    expect(en).toEqual(['bitumen'])
  })

  it('measures sentences in hanzi and in words', () => {
    const { zh, en } = levelling(
      deckOf('我看书。你来。', 'I read. You are here.'),
      beginner,
      dictionary,
    )
    expect([zh.meanLength, zh.longest]).toEqual([2.5, 3])
    expect([en.meanLength, en.longest]).toEqual([2.5, 3])
  })
})
