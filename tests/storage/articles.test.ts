import { describe, expect, it } from 'vitest'
import {
  articleHeads,
  articlesOf,
  putArticle,
  readArticle,
  readArticles,
  readTexts,
  recogniseArticle,
} from '../../src/storage/articles.ts'
import { deleteArticle } from '../../src/storage/deletion.ts'
import { demand, take, talks } from './talks.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('articles', () => {
  it('are read with their texts, or as heads without their sentences', async () => {
    const disk = await openTab()
    await take(disk, demand)
    await take(disk, talks)
    expect((await articlesOf(disk)).map(({ id }) => id)).toEqual(['A', 'B'])
    expect([...(await readArticles(disk, ['B', 'none', 'B'])).keys()]).toEqual(['B'])
    expect((await readTexts(disk, 'B')).map(({ text }) => text)).toEqual([
      demand.texts.en,
      demand.texts.zh,
    ])
    const heads = await articleHeads(disk)
    expect(heads.map(({ id, beads, paired, doubtful }) => [id, beads, paired, doubtful])).toEqual([
      ['A', 3, 3, 0],
      ['B', 1, 1, 0],
    ])
    expect(heads[0]).not.toHaveProperty('segments')
  })

  it('count the pairs the aligner is not sure of', async () => {
    const disk = await openTab()
    const beads = talks.article.beads.map((bead, i) => ({ ...bead, confidence: i === 1 ? 0.6 : 1 }))
    await take(disk, { ...talks, article: { ...talks.article, beads } })
    expect((await articleHeads(disk))[0]).toMatchObject({ doubtful: 1 })
  })

  it('recognises the same text under another id, living articles first', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const { contentHash } = talks.article
    expect(await recogniseArticle(disk, { id: 'new', contentHash })).toMatchObject({ id: 'A' })
    expect(await recogniseArticle(disk, { id: 'new', contentHash: 'other' })).toBeNull()
    await deleteArticle(disk, 'A')
    expect(await recogniseArticle(disk, { contentHash })).toMatchObject({
      id: 'A',
      deletedAt: 1_000,
    })
  })

  it('changes a title without touching anything else', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const titled = { ...talks.article, title: { zh: '停火', en: 'Truce' } }
    await putArticle(disk, titled)
    expect((await articleHeads(disk))[0]?.title.en).toBe('Truce')
    expect((await readArticle(disk, 'A'))?.article).toEqual(titled)
  })
})
