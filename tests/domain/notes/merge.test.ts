import { describe, expect, it } from 'vitest'
import type { TermNote } from '../../../src/domain/model.ts'
import {
  articlesOf,
  isQuoteOnly,
  mergeNote,
  withoutArticle,
} from '../../../src/domain/notes/merge.ts'
import { moveNote, type Target } from '../../../src/domain/notes/move.ts'
import { diffTexts } from '../../../src/domain/text/diff.ts'
import { sentenceNote, termNote } from '../../../src/domain/notes/notes.ts'
import { bitext, termIn, type Bitext } from '../../make.ts'

const one = bitext([
  ['双方停火。', 'Both sides cease fire.'],
  ['会谈结束。', 'The talks ended.'],
  ['没人说话。', ''],
])
const two = bitext([['他们要求停火。', 'They demand a ceasefire.']], { id: 'B' })
const ceasefire = (of: Bitext, en: string): TermNote =>
  termNote(of.article, of.texts, termIn(of.texts, '停火', en, 'ting2 huo3'), 'zh', 5)

describe('mergeNote', () => {
  const a = ceasefire(one, 'cease fire')
  const b = ceasefire(two, 'ceasefire')

  it('keeps the kinds of card of both, and asks neither for what it does not say', () => {
    const ofKinds = (...kinds: readonly string[]) => ({ ...a, kinds })
    const merged = (x: TermNote, y: TermNote) => mergeNote(x, y).kinds
    expect(merged(ofKinds('read'), ofKinds('sing', 'read'))).toEqual(['read', 'sing'])
    expect(merged(ofKinds('sing', 'read'), ofKinds('read'))).toEqual(['read', 'sing'])
    expect(merged(a, ofKinds('read'))).toEqual(['read'])
    expect(merged(ofKinds('read'), a)).toEqual(['read'])
    expect(mergeNote(a, b)).not.toHaveProperty('kinds')
  })

  it('makes one note with two contexts of a term met twice', () => {
    const merged = mergeNote(a, b)
    expect(merged).toMatchObject({ id: a.id, counterparts: ['cease fire', 'ceasefire'] })
    expect(articlesOf(merged)).toEqual(['A', 'B'])
  })

  it('changes nothing when done twice', () => {
    const merged = mergeNote(a, b)
    expect(mergeNote(merged, b)).toEqual(merged)
    expect(mergeNote(merged, a)).toEqual(merged)
  })

  it("keeps the learner's words and the first day", () => {
    const own = { ...a, createdAt: 9, edits: { gloss: ['truce'] } }
    expect(
      mergeNote(own, { ...b, createdAt: 3, edits: { reading: 'x', gloss: ['y'] } }),
    ).toMatchObject({
      createdAt: 3,
      edits: { reading: 'x', gloss: ['truce'] },
    })
  })

  it('brings a deleted note back to life', () => {
    expect(mergeNote({ ...a, deletedAt: 7 }, b).deletedAt).toBeUndefined()
    expect(mergeNote({ ...a, deletedAt: 7 }, { ...b, deletedAt: 9 }).deletedAt).toBe(9)
  })

  it('refuses two different notes', () => {
    expect(() => mergeNote(a, { ...b, id: 'other' })).toThrow(RangeError)
  })
})

describe('withoutArticle', () => {
  it('drops the contexts of that article', () => {
    const merged = mergeNote(ceasefire(one, 'cease fire'), ceasefire(two, 'ceasefire'))
    expect(
      merged.kind === 'term' && withoutArticle(merged, 'A').contexts.map((c) => c.article),
    ).toEqual(['B'])
  })

  it('keeps the pair as a quote when the last one goes, until a better one comes', () => {
    const bare = withoutArticle(ceasefire(one, 'cease fire'), 'A')
    expect(bare.contexts.map(isQuoteOnly)).toEqual([true])
    expect(bare.contexts[0]?.quote.en).toBe('Both sides cease fire.')
    expect(articlesOf(bare)).toEqual([])
    const met = mergeNote(bare, ceasefire(two, 'ceasefire'))
    expect(met.kind === 'term' && met.contexts.map(({ article }) => article)).toEqual(['B'])
  })
})

describe('moveNote', () => {
  const copy = bitext([
    ['开头。', 'A start.'],
    ['双方停火。', 'Both sides cease fire.'],
  ])
  const here = bitext([['双方停火了。', 'Both sides cease fire.']], { id: 'HERE' })
  const target: Target = {
    article: 'HERE',
    revision: { zh: 3, en: 1 },
    texts: here.texts,
    edits: {
      zh: diffTexts(copy.texts.zh, here.texts.zh),
      en: diffTexts(copy.texts.en, here.texts.en),
    },
  }

  it('anchors a term where it stands in the article that is here', () => {
    const moved = moveNote(ceasefire(copy, 'cease fire'), target)
    expect(moved).toMatchObject({
      id: ceasefire(copy, 'cease fire').id,
      contexts: [
        {
          article: 'HERE',
          zh: { article: 'HERE', revision: 3, start: 2, end: 4, quote: '停火' },
          en: { article: 'HERE', revision: 1, quote: 'cease fire' },
        },
      ],
    })
  })

  it('gives a sentence the identity it has there, and drops one that is not there', () => {
    const at = (segment: number) =>
      sentenceNote(copy.article, copy.texts, copy.article.segments.zh[segment]!, 'zh', 5)
    const moved = moveNote(at(1), target)
    expect(moved).toMatchObject({ anchor: { article: 'HERE', revision: 3, quote: '双方停火了。' } })
    expect(moved?.id).not.toBe(at(1).id)
    expect(moveNote(at(0), target)).toBeNull()
  })

  it('leaves a term that is not there its quote', () => {
    const start = termNote(copy.article, copy.texts, termIn(copy.texts, '开头', 'start'), 'zh', 5)
    const moved = moveNote(start, target)
    expect(moved?.kind === 'term' && moved.contexts).toEqual([
      { article: 'HERE', zh: null, en: null, quote: { zh: '开头。', en: 'A start.' } },
    ])
  })
})
