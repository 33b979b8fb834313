import { describe, expect, it } from 'vitest'
import { hasTexts, revisionTree } from '../../../src/domain/article/revisionTree.ts'
import {
  childRevision,
  isTrueRevision,
  rootRevision,
  type SharedRevision,
} from '../../../src/domain/article/sharedRevision.ts'

const root = rootRevision('a', 'en', 'The river is wide.')
const long = childRevision(root, [{ at: 13, removed: 'wide', inserted: 'very wide' }])
const two = childRevision(long, [{ at: 0, removed: 'The', inserted: 'Our' }])
const other = childRevision(root, [{ at: 4, removed: 'river', inserted: 'stream' }])
const english: readonly SharedRevision[] = [two, other, root, long]

describe('the id of a revision', () => {
  it('follows from the article, the side, and the text or the edits', () => {
    expect(rootRevision('a', 'en', root.text)).toEqual(root)
    const ids = [
      root,
      rootRevision('b', 'en', root.text),
      rootRevision('a', 'zh', root.text),
      rootRevision('a', 'en', 'x'),
      childRevision(root, long.edits),
      childRevision(two, long.edits),
      childRevision(root, two.edits),
    ].map(({ id }) => id)
    expect(new Set(ids).size).toBe(7)
    expect(ids[4]).toBe(long.id)
  })

  it('tells a damaged revision', () => {
    expect(english.every(isTrueRevision)).toBe(true)
    expect(isTrueRevision({ ...root, text: 'The river is wild.' })).toBe(false)
    expect(isTrueRevision({ ...two, parent: root.id })).toBe(false)
  })
})

describe('a tree of revisions', () => {
  const tree = revisionTree(english)

  it('rebuilds the texts of edits', () => {
    expect(tree.textOf(two.id)).toBe('Our river is very wide.')
    expect(tree.textOf(other.id)).toBe('The stream is wide.')
  })

  it('goes up to the common ancestor and down again', () => {
    const path = tree.path(two.id, other.id)
    expect(path?.map(({ revision }) => revision)).toEqual([long.id, root.id, other.id])
    expect(path?.[0]?.edits).toEqual([{ at: 0, removed: 'Our', inserted: 'The' }])
    expect(tree.path(root.id, two.id)?.map(({ revision }) => revision)).toEqual([long.id, two.id])
    expect(tree.path(two.id, two.id)).toEqual([])
  })

  it('compares the texts of two roots', () => {
    const again = rootRevision('a', 'en', 'The river is not wide.')
    const wet = childRevision(again, [{ at: 13, removed: 'not wide', inserted: 'wet' }])
    const both = revisionTree([...english, again, wet])
    expect(both.path(long.id, wet.id)?.map(({ revision }) => revision)).toEqual([
      root.id,
      again.id,
      wet.id,
    ])
    expect(both.path(root.id, again.id)).toEqual([
      { revision: again.id, edits: [{ at: 13, removed: '', inserted: 'not ' }] },
    ])
  })

  it('leaves out what was undone on the way', () => {
    const gone = childRevision(root, [{ at: 0, removed: root.text, inserted: '' }])
    const back = childRevision(gone, [{ at: 0, removed: '', inserted: root.text }])
    const on = childRevision(back, [{ at: 0, removed: 'The', inserted: 'A' }])
    const path = revisionTree([root, gone, back, on]).path(root.id, on.id)
    expect(path).toEqual([
      { revision: back.id, edits: [] },
      { revision: on.id, edits: on.edits },
    ])
  })

  it('has no text while an ancestor is missing, or edits do not fit', () => {
    const misfit = childRevision(root, [{ at: 0, removed: 'Their', inserted: '' }])
    const part = revisionTree([two, root, misfit])
    expect(part.textOf(two.id)).toBeNull()
    expect(part.textOf('r-unknown')).toBeNull()
    expect(part.textOf(misfit.id)).toBeNull()
    expect(part.path(root.id, two.id)).toBeNull()
    expect(part.path(root.id, misfit.id)).toBeNull()
  })

  it('ends where damaged revisions go round in a circle', () => {
    const [a, b] = [
      { ...long, id: 'r1', parent: 'r2' },
      { ...long, id: 'r2', parent: 'r1' },
    ]
    expect(revisionTree([a, b]).textOf('r1')).toBeNull()
  })

  it('has the texts of an article when each stands on its side', () => {
    const zh = rootRevision('a', 'zh', '河很宽。')
    const both = revisionTree([...english, zh])
    expect(hasTexts(both, { zh: zh.id, en: two.id })).toBe(true)
    expect(hasTexts(both, { zh: two.id, en: zh.id })).toBe(false)
    expect(hasTexts(both, { zh: zh.id, en: 'r-unknown' })).toBe(false)
    expect(both.path(zh.id, root.id)).toBeNull()
  })
})
