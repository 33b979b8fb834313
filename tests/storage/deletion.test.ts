import { describe, expect, it } from 'vitest'
import { isBareQuote } from '../../src/domain/notes/contexts.ts'
import { recogniseArticle } from '../../src/storage/articles.ts'
import type { Disk } from '../../src/storage/database.ts'
import { deleteArticle, forgetDeleted, restoreArticle } from '../../src/storage/deletion.ts'
import { editNote, notesOfArticle } from '../../src/storage/notes.ts'
import {
  cardsOn,
  ceasefireId,
  demand,
  everything,
  expectSoundIndex,
  livingArticles,
  notesIn,
  take,
  talks,
  term,
  textsIn,
} from './talks.ts'
import { freshDatabases, openTab, type Clock } from './testDisk.ts'

freshDatabases()

describe('deleting an article', () => {
  async function both(clock: Clock = { now: 50 }): Promise<Disk> {
    const disk = await openTab(clock)
    await take(disk, talks)
    await take(disk, demand)
    return disk
  }

  it('hides its sentences and contexts; a term whose last is hidden shows the pair as a quote', async () => {
    const disk = await both()
    await deleteArticle(disk, 'A')
    expect((await term(disk, ceasefireId)).contexts.map(({ article }) => article)).toEqual(['B'])
    const alone = await term(disk, notesIn(talks)[1]!.id)
    expect(alone.contexts.map(isBareQuote)).toEqual([true])
    expect(alone.contexts[0]?.quote).toEqual({ zh: '会谈结束。', en: 'The talks ended.' })
    const cards = await cardsOn(disk)
    expect(cards.filter(({ noteKind }) => noteKind === 'sentence')).toHaveLength(2)
    expect(cards.find(({ headword }) => headword === '会谈')).toMatchObject({
      article: '',
      articles: [],
    })
    expect(await livingArticles(disk)).toEqual(['B'])
    await expectSoundIndex(disk)
  })

  it('touches no note and no entry, and is undone exactly', async () => {
    const disk = await both()
    const stored = await everything(disk)
    const view = async () => [await cardsOn(disk), await notesOfArticle(disk, 'A')]
    const before = await view()
    const done = await deleteArticle(disk, 'A')
    expect([done.change.notes.size, done.change.entries]).toEqual([0, []])
    await deleteArticle(disk, 'A')
    await restoreArticle(disk, 'A')
    expect(await view()).toEqual(before)
    expect((await everything(disk)).slice(1)).toEqual(stored.slice(1))
    await expectSoundIndex(disk)
  })

  it('is undone even when a note was changed in between', async () => {
    const disk = await both()
    await deleteArticle(disk, 'A')
    await deleteArticle(disk, 'B')
    await editNote(disk, ceasefireId, { gloss: ['truce'] })
    await restoreArticle(disk, 'A')
    expect(await term(disk, ceasefireId)).toMatchObject({
      edits: { gloss: ['truce'] },
      contexts: [{ article: 'A' }],
    })
  })

  it('gives its room back later, and then cannot be undone', async () => {
    const disk = await both()
    await deleteArticle(disk, 'A')
    expect(await forgetDeleted(disk, 50)).toBe(0)
    expect(await forgetDeleted(disk, 51)).toBe(1)
    expect(await forgetDeleted(disk, 51)).toBe(0)
    expect(await textsIn(disk, 'A')).toEqual([])
    expect((await restoreArticle(disk, 'A')).result).toBe(false)
    expect(await recogniseArticle(disk, { id: 'A' })).toMatchObject({ deletedAt: 50 })
    await take(disk, talks)
    expect((await cardsOn(disk)).filter(({ article }) => article === 'A')).not.toEqual([])
    await expectSoundIndex(disk)
  })
})
