import { describe, expect, it } from 'vitest'
import { repairArticle, type ArticleEdit } from '../../../src/domain/article/edit.ts'
import { revisionTree } from '../../../src/domain/article/revisionTree.ts'
import type { ArticleTexts } from '../../../src/domain/article/showArticle.ts'
import { termsAt } from '../../../src/domain/article/termLists.ts'
import { careOf } from '../../../src/domain/notes/care.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import { sentenceNote, termNote } from '../../../src/domain/notes/notes.ts'
import { bitext, termIn, withFields } from '../../make.ts'

const start = bitext([
  ['双方停伙。', 'Both sides cease fire.'],
  ['会谈结束。', 'The talks ended.'],
  ['他走了。', 'He left.'],
])
const terms = [termIn(start.texts, '会谈', 'talks'), termIn(start.texts, '停伙', 'cease fire')]
const source = withFields(start, { terms })
const { article } = source
const term = termNote(article, start.texts, terms[0]!, 'zh', 0)
const sentence = sentenceNote(article, start.texts, article.segments.zh[1]!, 'zh', 0)

function after({ revisions, ...change }: ArticleEdit): ArticleTexts {
  const tree = revisionTree([start.revisions.zh, start.revisions.en, ...revisions])
  const { zh, en } = change.revision
  return {
    article: {
      ...article,
      ...change,
      terms: termsAt({ revision: article.revision, terms }, tree, change.revision),
    },
    texts: { zh: tree.textOf(zh)!, en: tree.textOf(en)! },
    tree,
  }
}

const sentencesOf = ({ article: of, texts }: ArticleTexts) =>
  of.segments.zh.map(({ start: from, end }) => texts.zh.slice(from, end))

describe('fixing a typo', () => {
  const done = repairArticle(source, 0, {
    do: 'edit',
    side: 'zh',
    text: '交战双方停火。',
  })
  const now = after(done)

  it('appends a revision of that side', () => {
    expect(done.revisions).toMatchObject([
      { side: 'zh', parent: article.revision.zh, edits: [{ at: 0 }] },
    ])
    expect(done.revision).toEqual({ zh: done.revisions[0]!.id, en: article.revision.en })
  })

  it('gives the segment what was written at its ends', () => {
    expect(sentencesOf(now)).toEqual(['交战双方停火。', '会谈结束。', '他走了。'])
  })

  it('moves the candidates of other sentences along', () => {
    const range = now.article.terms[0]!.occurrences[0]!.zh!
    expect(now.texts.zh.slice(range.start, range.end)).toBe('会谈')
  })

  it('leaves notes alone: they are found through the edits', () => {
    const { zh } = now.texts
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
      const same = repairArticle(source, 2, { do: 'edit', side: 'zh', text })
      const { revision, segments, beads } = article
      expect(same).toEqual({ revision, segments, beads, revisions: [] })
    },
  )

  it('refuses a pair that does not exist', () => {
    expect(() => repairArticle(source, 3, { do: 'edit', side: 'zh', text: 'x' })).toThrow(
      RangeError,
    )
  })
})

describe('writing a sentence anew', () => {
  const done = repairArticle(source, 1, {
    do: 'edit',
    side: 'zh',
    text: '他们都回家去了。',
  })
  const now = after(done)

  it('keeps the pair and says that cards of what stood there need care', () => {
    expect(sentencesOf(now)).toEqual(['双方停伙。', '他们都回家去了。', '他走了。'])
    expect(now.article.beads).toEqual(article.beads)
    expect(careOf(term, now)).toBe('lost')
    expect(careOf(sentence, now)).toBe('lost')
  })
})

describe('moving boundaries', () => {
  it('touches no text and no note when two beads are merged', () => {
    const done = repairArticle(source, 1, { do: 'merge' })
    expect(done.revisions).toEqual([])
    expect([done.revision, done.segments]).toEqual([article.revision, article.segments])
    expect(done.beads.map(({ zh, en }) => [zh.to - zh.from, en.to - en.from])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(careOf(sentence, after(done))).toBeNull()
  })

  it('says that cards of unpaired text need care', () => {
    const done = repairArticle(source, 1, { do: 'unpair' })
    expect(careOf(sentence, after(done))).toBe('unpaired')
    expect(careOf(term, after(done))).toBe('unpaired')
    expect(placesOf(term, after(done))).toHaveLength(1)
  })
})
