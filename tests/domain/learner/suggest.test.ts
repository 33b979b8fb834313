import { describe, expect, it } from 'vitest'
import type { CountedWord } from '../../../src/domain/words/coverage.ts'
import type { Term, TermKind } from '../../../src/domain/model.ts'
import { suggestSentences, suggestTerms, type Offer } from '../../../src/domain/learner/suggest.ts'

/** An article of sentences of ten hanzi, ten English letters each, the n-th term in the n-th sentence. */
function offer(kinds: readonly TermKind[], sentences = kinds.length): Offer {
  const segments = Array.from({ length: sentences }, (_, i) => ({
    start: 10 * i,
    end: 10 * i + 10,
    paragraph: i,
  }))
  const span = (i: number) => ({ from: i, to: i + 1 })
  return {
    texts: { zh: '字'.repeat(10 * sentences), en: 'x'.repeat(10 * sentences) },
    segments: { zh: segments, en: segments },
    beads: segments.map((_, i) => ({ zh: span(i), en: span(i), confidence: 1 })),
    terms: kinds.map((kind, i): Term => ({
      zh: `词${i}`,
      en: `word ${i}`,
      reading: '',
      gloss: [],
      kind,
      level: {},
      score: 100 - i,
      occurrences: [
        { zh: { start: 10 * i, end: 10 * i + 2 }, en: { start: 10 * i, end: 10 * i + 2 } },
      ],
    })),
  }
}
const word = (i: number): CountedWord => ({
  key: `词${i}`,
  level: {},
  start: 10 * i,
  end: 10 * i + 2,
})
const nothing = () => 'new' as const

describe('what is ticked', () => {
  it('is twelve terms, sixteen of a long article, never a name', () => {
    const short = offer(['name', ...Array.from({ length: 20 }, () => 'word' as const)])
    expect(suggestTerms(short, 'zh', [], nothing)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    )
    const long = offer(
      Array.from({ length: 30 }, () => 'word' as const),
      80,
    )
    expect(suggestTerms(long, 'zh', [], nothing)).toHaveLength(16)
  })

  it('leaves out what the learner knows or is learning', () => {
    const article = offer(['word', 'word', 'word'])
    const words = [word(0), word(1), word(2)]
    const knowledge = ({ key }: CountedWord) =>
      key === '词0' ? 'known' : key === '词1' ? 'learning' : 'new'
    expect(suggestTerms(article, 'zh', words, knowledge)).toEqual([2])
  })

  it('leaves out what is worth little beside the best', () => {
    const article = offer(['word', 'word'])
    const weak = {
      ...article,
      terms: article.terms.map((term, i) => ({ ...term, score: i === 0 ? 10 : 1 })),
    }
    expect(suggestTerms(weak, 'zh', [], nothing)).toEqual([0])
  })
})

describe('sentences to learn', () => {
  it('hold terms, and those of few unknown words come first', () => {
    const article = offer(['word', 'word'], 4)
    const words = [
      word(0),
      { ...word(0), key: '难', start: 4, end: 6 },
      { ...word(0), key: '更难', start: 6, end: 8 },
      word(1),
    ]
    const ranked = suggestSentences(article, 'zh', words, nothing)
    expect(ranked.slice(0, 2)).toEqual([1, 0])
  })

  it('are never doubtful or without a partner', () => {
    const article = offer(['word', 'word'])
    const beads = [
      { ...article.beads[0]!, confidence: 0.2 },
      { ...article.beads[1]!, en: { from: 1, to: 1 } },
    ]
    expect(suggestSentences({ ...article, beads }, 'zh', [], nothing)).toEqual([])
  })
})
