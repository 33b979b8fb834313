import type { Deck } from '../../../src/domain/model.ts'

/** Two paragraphs with what is awkward somewhere: a pair with one side, markup, a formula, a term twice in one pair. */
export const SAMPLE: Deck = {
  format: 'duizhao-deck',
  version: 1,
  id: 'deck-bread',
  revision: 3,
  title: { zh: '面包店', en: 'The Bakery' },
  level: 'HSK 2 · A2',
  provenance: { source: 'x', author: 'A & B', translator: '', date: '', licence: 'CC0' },
  beads: [
    { paragraph: true, zh: '天刚亮，面包店就开门了。', en: 'The bakery opens at first light.' },
    { zh: '老王问：“面包<b>多少钱</b>？”', en: 'Old Wang asks, “How much is the bread?”' },
    { paragraph: true, zh: '', en: '=1+1 he adds.', confidence: 0.5 },
    { zh: '面包，面包！', en: 'Bread, bread!' },
  ],
  terms: [
    { zh: '面包', en: 'bread', reading: 'mian4 bao1', gloss: ['bread', 'loaf'], kind: 'word' },
    { zh: '老王', en: 'Old Wang', reading: 'lao3 wang2', gloss: [], kind: 'name' },
    { zh: '女儿', en: 'daughter', reading: 'nu:3 er2', gloss: ['daughter'], kind: 'word' },
  ],
}
