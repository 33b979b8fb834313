import { describe, expect, it } from 'vitest'
import { revisionTree, type RevisionTree } from '../../../src/domain/article/revisionTree.ts'
import {
  anchorIn,
  mapAnchor,
  mapPair,
  oldestPlace,
} from '../../../src/domain/article/sharedAnchor.ts'
import type { Anchor } from '../../../src/domain/model.ts'
import {
  childRevision,
  rootRevision,
  type SharedRevision,
} from '../../../src/domain/article/sharedRevision.ts'
import { diffTexts } from '../../../src/domain/text/diff.ts'

/** A text and what it became, edit after edit. */
function chain(...texts: readonly [string, ...string[]]) {
  const first = rootRevision('a', 'zh', texts[0])
  const revisions: SharedRevision[] = [first]
  let last: SharedRevision = first
  for (const [i, text] of texts.slice(1).entries()) {
    last = childRevision(last, diffTexts(texts[i]!, text))
    revisions.push(last)
  }
  return { first, last, revisions, tree: revisionTree(revisions) }
}

const anchorAt = (revision: SharedRevision, tree: RevisionTree, quote: string): Anchor => {
  const text = tree.textOf(revision.id)!
  const start = text.indexOf(quote)
  return anchorIn(revision, text, { start, end: start + quote.length })
}

/** What stands where an anchor at `quote` of the first text lies in the last. */
function stands(quote: string, texts: readonly [string, ...string[]], lost?: 'giveUp') {
  const { first, last, tree } = chain(...texts)
  const range = mapAnchor(anchorAt(first, tree, quote), tree, last.id, lost)
  return range && tree.textOf(last.id)!.slice(range.start, range.end)
}

describe('an anchor in a later revision', () => {
  it.each<readonly [string, string, readonly [string, ...string[]], string | null]>([
    ['stands where it stood', '停火', ['双方停火。'], '停火'],
    ['moves along', '停火', ['双方停火。', '今天双方已停火。'], '停火'],
    ['takes in nothing that is written beside it', '停火', ['停火。', '先停火了。'], '停火'],
    [
      'takes in what is written within it',
      '双方停火',
      ['双方停火。', '双方都停火。'],
      '双方都停火',
    ],
    [
      'follows many small corrections',
      '天地人',
      ['天地人。', '天地水。', '天河水。', '山河水。'],
      '山河水',
    ],
    ['is lost with a replacement of everything', '停火', ['双方停火。', '双方打仗。'], null],
    [
      'is found by its quote in exactly one place',
      '停火',
      ['甲停火。乙', '甲开战。乙', '甲开战。乙停火'],
      '停火',
    ],
    [
      'is not found by a quote in several places',
      '停火',
      ['停火。', '开战。', '停火开战停火'],
      null,
    ],
    ['comes back with an undo', '停火', ['双方停火。', '开战。', '双方停火。'], '停火'],
    ['stays at its own of several', '哈哈', ['嘿哈哈哈。', '哈嘿哈哈哈。'], '哈哈'],
  ])('%s', (_fact, quote, texts, expected) => {
    expect(stands(quote, texts)).toBe(expected)
  })

  it('is not looked for by its quote when that would be another word', () => {
    const texts = ['甲停火。乙', '甲开战。乙', '甲开战。乙停火'] as const
    expect(stands('停火', texts, 'giveUp')).toBeNull()
  })

  it('keeps its own range in a periodic text', () => {
    const { first, tree } = chain('哈哈哈')
    const anchor = anchorIn(first, '哈哈哈', { start: 1, end: 3 })
    expect(mapAnchor(anchor, tree, first.id)).toEqual({ start: 1, end: 3 })
  })

  it('goes to another branch through the common ancestor, and to another root by comparing', () => {
    const { first, last, tree, revisions } = chain('甲说。双方停火。', '甲说。双方已停火。')
    const branch = childRevision(first, diffTexts('甲说。双方停火。', '乙听说。双方停火。'))
    const root = rootRevision('a', 'zh', '开头。甲说。双方停火。')
    const all = revisionTree([...revisions, branch, root])
    const anchor = anchorAt(last, tree, '停火')
    expect(mapAnchor(anchor, all, branch.id)).toEqual({ start: 6, end: 8 })
    expect(mapAnchor(anchor, all, root.id)).toEqual({ start: 8, end: 10 })
  })

  it('that does not fit its revision has its quote alone', () => {
    const { first, tree } = chain('双方停火。')
    const unfit = { ...anchorAt(first, tree, '停火'), start: 0, end: 2 }
    for (const anchor of [unfit, { ...unfit, revision: '' }, { ...unfit, revision: 'r-gone' }]) {
      expect(mapAnchor(anchor, tree, first.id)).toEqual({ start: 2, end: 4 })
      expect(mapAnchor(anchor, tree, first.id, 'giveUp')).toBeNull()
    }
    expect(mapAnchor(unfit, tree, 'r-gone')).toBeNull()
  })
})

describe('a pair', () => {
  it('is found by its quote on the side that is learnt only', () => {
    const zh = rootRevision('a', 'zh', '停火。')
    const en = rootRevision('a', 'en', 'Cease fire.')
    const tree = revisionTree([zh, en])
    const lost = (anchor: Anchor) => ({ ...anchor, revision: '' })
    const pair = {
      zh: lost(anchorIn(zh, zh.text, { start: 0, end: 2 })),
      en: lost(anchorIn(en, en.text, { start: 0, end: 10 })),
    }
    const to = { zh: zh.id, en: en.id }
    expect(mapPair(pair, 'zh', tree, to)).toEqual({ zh: { start: 0, end: 2 }, en: null })
    expect(mapPair(pair, 'en', tree, to)).toEqual({ zh: null, en: { start: 0, end: 10 } })
    expect(mapPair({ zh: null, en: null }, 'zh', tree, to)).toEqual({ zh: null, en: null })
  })
})

describe('the oldest place of a sentence', () => {
  const before = '甲说。双方停火。'

  it('is where these very letters first stood, whatever was edited elsewhere', () => {
    const { first, last, tree } = chain(before, '甲听说。双方停火。', '甲又听说。双方停火。再说。')
    expect(oldestPlace(anchorAt(last, tree, '双方停火。'), tree)).toEqual(
      anchorAt(first, tree, '双方停火。'),
    )
  })

  it('is the revision that wrote it when it was edited itself', () => {
    const { revisions, last, tree } = chain(before, '甲说。双方已停火。', '乙说。双方已停火。')
    expect(oldestPlace(anchorAt(last, tree, '双方已停火。'), tree)).toEqual(
      anchorAt(revisions[1]!, tree, '双方已停火。'),
    )
  })
})
