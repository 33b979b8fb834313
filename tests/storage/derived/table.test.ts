import { afterEach, describe, expect, it } from 'vitest'
import { deleteArticle } from '../../../src/storage/deletion.ts'
import { DERIVED } from '../../../src/storage/derived/table.ts'
import { doubtCountsRecord } from '../../../src/storage/derived/doubtCounts.ts'
import { keepDoubtCount, readDoubtCounts } from '../../../src/storage/derived/doubtCounts.ts'
import {
  keepWordsNeeded,
  readWordsNeeded,
  wordsNeededRecord,
} from '../../../src/storage/derived/wordsNeeded.ts'
import {
  articleWordsRecord,
  keepArticleWords,
  readArticleWords,
} from '../../../src/storage/derived/articleWords.ts'
import { markKnown } from '../../../src/storage/settings.ts'
import { readArticle } from '../../../src/storage/articles.ts'
import { editArticle } from '../../../src/storage/editing.ts'
import type { Disk } from '../../../src/storage/database.ts'
import { repairArticle } from '../../../src/domain/article/edit.ts'
import { withFields } from '../../make.ts'
import { demand, notesIn, take, talks } from '../talks.ts'
import { freshDatabases, openTab } from '../testDisk.ts'
import { longestIn, longestTitleRecord } from './longestTitle.ts'

freshDatabases()

describe('the table of derived records', () => {
  afterEach(() => {
    DERIVED.splice(10)
  })

  it('gives every record a key and a version of its own', () => {
    expect(new Set(DERIVED.map(({ key }) => key)).size).toBe(DERIVED.length)
    expect(DERIVED.every(({ version }) => version >= 1)).toBe(true)
  })

  it('takes another one as one file and one line', async () => {
    DERIVED.push(longestTitleRecord)
    const disk = await openTab()
    await take(disk, talks)
    const kept = async () => longestIn(await (await disk.connection()).get('image', 'longestTitle'))
    expect(await kept()).toBe(talks.article.title.en.length)
    await take(disk, withFields(demand, { title: { zh: '', en: 'A very long title indeed' } }))
    expect(await kept()).toBe(24)
  })
})

describe('what is derived from an article', () => {
  const found = notesIn(talks).map(() => ({ words: [{ key: '停火', level: {} }], rarity: 1 }))

  async function merge(disk: Disk) {
    const before = (await readArticle(disk, 'A'))!
    await editArticle(disk, before, repairArticle(before, 0, { do: 'merge' }))
    return before
  }

  async function kept() {
    const disk = await openTab()
    await take(disk, talks)
    await take(disk, demand)
    const words = await wordsNeededRecord.make('A', 'zh', notesIn(talks), found, {})
    await keepWordsNeeded(disk, words, (await readArticle(disk, 'A'))!)
    const all = await articleWordsRecord.make('A', 'zh', [], {})
    await keepArticleWords(disk, all, (await readArticle(disk, 'A'))!)
    expect(await readArticleWords(disk, { article: 'A', learning: 'zh' })).toEqual(all)
    await keepDoubtCount(disk, 'A', 2)
    await keepDoubtCount(disk, 'B', 1)
    expect(await readWordsNeeded(disk, { article: 'A', learning: 'zh' })).toEqual(words)
    return disk
  }

  it('falls when the article is edited', async () => {
    const disk = await kept()
    await merge(disk)
    expect(await readWordsNeeded(disk, { article: 'A', learning: 'zh' })).toBeNull()
    expect(await readArticleWords(disk, { article: 'A', learning: 'zh' })).toBeNull()
    expect(await readDoubtCounts(disk)).toEqual(new Map([['B', 1]]))
  })

  it('falls when the article is deleted', async () => {
    const disk = await kept()
    await deleteArticle(disk, 'A')
    expect(await readWordsNeeded(disk, { article: 'A', learning: 'zh' })).toBeNull()
    expect(await readArticleWords(disk, { article: 'A', learning: 'zh' })).toBeNull()
    expect(await readDoubtCounts(disk)).toEqual(new Map([['B', 1]]))
  })

  it('stays when something else changes', async () => {
    const disk = await kept()
    await markKnown(disk, 'zh', ['停火'], true)
    await deleteArticle(disk, 'B')
    expect(await readWordsNeeded(disk, { article: 'A', learning: 'zh' })).not.toBeNull()
    expect(await readDoubtCounts(disk)).toEqual(new Map([['A', 2]]))
  })

  it('is not kept when it was found in a text that is another by now', async () => {
    const disk = await kept()
    const before = await merge(disk)
    const words = await wordsNeededRecord.make('A', 'zh', notesIn(talks), found, {})
    await keepWordsNeeded(disk, words, before)
    expect(await readWordsNeeded(disk, { article: 'A', learning: 'zh' })).toBeNull()
  })

  it('is empty before anybody looked', async () => {
    expect(await doubtCountsRecord.make()).toEqual(new Map())
  })
})
