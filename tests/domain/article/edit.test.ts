import { currentTexts } from '../../../src/domain/article/revisions.ts'
import { describe, expect, it } from 'vitest'
import type { Article, Revision } from '../../../src/domain/model.ts'
import { careOf } from '../../../src/domain/notes/care.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import { sentenceNote, termNote } from '../../../src/domain/notes/notes.ts'
import {
  repairArticle,
  revertEdit,
  updateArticle,
  type ArticleEdit,
} from '../../../src/domain/article/edit.ts'
import { bitext, termIn } from '../../make.ts'

const start = bitext([
  ['双方停伙。', 'Both sides cease fire.'],
  ['会谈结束。', 'The talks ended.'],
  ['他走了。', 'He left.'],
])
const terms = [termIn(start.texts, '会谈', 'talks'), termIn(start.texts, '停伙', 'cease fire')]
const article = { ...start.article, terms }
const revisions = start.revisions
const term = termNote(article, start.texts, terms[0]!, 'zh', 0)
const sentence = sentenceNote(article, start.texts, article.segments.zh[1]!, 'zh', 0)

const after = (done: ArticleEdit, before: readonly Revision[] = revisions) => ({
  article: done.article,
  revisions: [...before, ...done.revisions],
})

const sentencesOf = (of: Article, all: readonly Revision[]) =>
  of.segments.zh.map(({ start: from, end }) => currentTexts(all).zh.slice(from, end))

describe('fixing a typo', () => {
  const done = repairArticle(article, revisions, 0, {
    do: 'edit',
    side: 'zh',
    text: '交战双方停火。',
  })
  const now = after(done)

  it('appends a revision of that side', () => {
    expect(done.revisions.map(({ side, number, edits }) => [side, number, edits.length])).toEqual([
      ['zh', 1, 1],
    ])
    expect(done.article.revision).toEqual({ zh: 1, en: 0 })
  })

  it('gives the segment what was written at its ends', () => {
    expect(sentencesOf(now.article, now.revisions)).toEqual([
      '交战双方停火。',
      '会谈结束。',
      '他走了。',
    ])
  })

  it('moves the candidates of other sentences along', () => {
    const range = done.article.terms[0]!.occurrences[0]!.zh!
    expect(currentTexts(now.revisions).zh.slice(range.start, range.end)).toBe('会谈')
  })

  it('leaves notes alone: they are found through the edits', () => {
    const zh = currentTexts(now.revisions).zh
    for (const [note, text] of [
      [term, '会谈'],
      [sentence, '会谈结束。'],
    ] as const) {
      const range = placesOf(note, now)[0]!.zh!
      expect(zh.slice(range.start, range.end)).toBe(text)
      expect(careOf(note, now)).toBeNull()
    }
  })

  it.each(['他走了。', '', '  '])(
    'does nothing when what is typed is the same or empty: %j',
    (text) => {
      const same = repairArticle(article, revisions, 2, { do: 'edit', side: 'zh', text })
      expect(same).toEqual({ article, revisions: [] })
    },
  )

  it('refuses a pair that does not exist', () => {
    expect(() =>
      repairArticle(article, revisions, 3, { do: 'edit', side: 'zh', text: 'x' }),
    ).toThrow(RangeError)
  })
})

describe('writing a sentence anew', () => {
  const done = repairArticle(article, revisions, 1, {
    do: 'edit',
    side: 'zh',
    text: '他们都回家去了。',
  })
  const now = after(done)

  it('keeps the pair and says that cards of what stood there need care', () => {
    expect(sentencesOf(now.article, now.revisions)).toEqual([
      '双方停伙。',
      '他们都回家去了。',
      '他走了。',
    ])
    expect(now.article.beads).toEqual(article.beads)
    expect(careOf(term, now)).toBe('lost')
    expect(careOf(sentence, now)).toBe('lost')
  })

  it('is undone by one more revision, and the cards are well again', () => {
    const back = revertEdit(article, done)
    const again = after(back, now.revisions)
    expect(currentTexts(again.revisions)).toEqual(start.texts)
    expect(again.article).toEqual({ ...article, revision: { zh: 2, en: 0 } })
    expect(careOf(term, again)).toBeNull()
    expect(careOf(sentence, again)).toBeNull()
  })
})

describe('moving boundaries', () => {
  it('touches no text and no note when two beads are merged', () => {
    const done = repairArticle(article, revisions, 1, { do: 'merge' })
    expect(done.revisions).toEqual([])
    expect(done.article).toEqual({ ...article, beads: done.article.beads })
    expect(done.article.beads.map(({ zh, en }) => [zh.to - zh.from, en.to - en.from])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(careOf(sentence, after(done))).toBeNull()
  })

  it('says that cards of unpaired text need care', () => {
    const done = repairArticle(article, revisions, 1, { do: 'unpair' })
    expect(careOf(sentence, after(done))).toBe('unpaired')
    expect(careOf(term, after(done))).toBe('unpaired')
    expect(placesOf(term, after(done))).toHaveLength(1)
  })
})

describe('a newer deck', () => {
  const newer = bitext(
    [
      ['双方终于停火。', 'Both sides finally cease fire.'],
      ['会谈结束。', 'The talks are over.'],
      ['他走了。', 'He left.'],
    ],
    { title: { zh: '新', en: 'new' }, addedAt: 99, deckRevision: 2 },
  )
  const done = updateArticle({ ...article, deletedAt: 3 }, revisions, newer.article, newer.texts)
  const now = after(done)

  it('updates texts, segments and title, not identity', () => {
    expect(currentTexts(now.revisions)).toEqual(newer.texts)
    expect(done.article).toEqual({ ...newer.article, addedAt: 0, revision: { zh: 1, en: 1 } })
  })

  it('keeps every card whose text is still there', () => {
    expect(careOf(term, now)).toBeNull()
    expect(careOf(sentence, now)).toBeNull()
    const place = placesOf(term, now)[0]!
    expect(place.texts.en.slice(place.en!.start, place.en!.end)).toBe('talks')
  })

  it('appends nothing where a side did not change', () => {
    const same = updateArticle(article, revisions, article, start.texts)
    expect(same).toEqual({ article, revisions: [] })
  })
})
