import { describe, expect, it } from 'vitest'
import { deckToDraft, draftToDeck } from '../../../src/domain/article/deck.ts'
import type { Deck } from '../../../src/domain/model.ts'

const DECK: Deck = {
  format: 'duizhao-deck',
  version: 1,
  id: 'a-deck',
  revision: 3,
  title: { zh: '小镇的早晨', en: 'Morning in a small town' },
  level: 'HSK 2',
  provenance: { source: 's', author: 'a', translator: 't', date: '2025', licence: 'l' },
  beads: [
    { paragraph: true, zh: '', en: 'Morning' },
    { paragraph: true, zh: '天刚亮，面包店就开门了。面包真香。', en: 'The bakery opens at dawn.' },
    {
      zh: '老王买面包。',
      en: 'Old Wang buys breadsticks and Bread. He smiles.',
      confidence: 0.75,
    },
    { paragraph: true, zh: '他走了。', en: '' },
  ],
  terms: [
    { zh: '面包店', en: 'bakery', reading: 'mian4 bao1 dian4', gloss: ['bakery'], kind: 'word' },
    { zh: '面包', en: 'bread', reading: 'mian4 bao1', gloss: ['bread'], kind: 'word' },
  ],
}

describe('deckToDraft', () => {
  const draft = deckToDraft(DECK)

  it('joins the beads to texts, Chinese without and English with a space', () => {
    expect(draft.texts).toEqual({
      zh: '天刚亮，面包店就开门了。面包真香。老王买面包。\n他走了。',
      en: 'Morning\nThe bakery opens at dawn. Old Wang buys breadsticks and Bread. He smiles.',
    })
  })

  it('keeps the beads, empty sides included, over segments of their own', () => {
    expect(draft.beads).toEqual([
      { zh: { from: 0, to: 0 }, en: { from: 0, to: 1 }, confidence: 1 },
      { zh: { from: 0, to: 2 }, en: { from: 1, to: 2 }, confidence: 1 },
      { zh: { from: 2, to: 3 }, en: { from: 2, to: 4 }, confidence: 0.75 },
      { zh: { from: 3, to: 4 }, en: { from: 4, to: 4 }, confidence: 1 },
    ])
    expect(draft.segments.zh.map(({ paragraph }) => paragraph)).toEqual([0, 0, 0, 1])
  })

  it('finds the terms: whole words, not inside longer terms, with their counterpart in the same bead', () => {
    const [bakery, bread] = draft.terms.map(({ occurrences }) =>
      occurrences.map(({ zh, en }) => [
        zh && draft.texts.zh.slice(zh.start, zh.end),
        en && draft.texts.en.slice(en.start, en.end),
      ]),
    )
    expect(bakery).toEqual([['面包店', 'bakery']])
    expect(bread).toEqual([
      ['面包', null],
      ['面包', 'Bread'],
    ])
    expect(draft.terms[1]?.occurrences[0]?.zh?.start).toBe(12)
  })

  it('keeps a line break out of a bead', () => {
    const { texts, segments } = deckToDraft({
      ...DECK,
      beads: [{ zh: '天\n亮', en: 'It\r\n is light' }],
    })
    expect(texts).toEqual({ zh: '天亮', en: 'It is light' })
    expect(segments.zh).toHaveLength(1)
  })
})

describe('draftToDeck', () => {
  it('gives back the deck a draft was made of', () => {
    const { id, revision, level, provenance } = DECK
    expect(draftToDeck(deckToDraft(DECK), { id, revision, level, provenance })).toEqual(DECK)
  })
})
