import { describe, expect, it } from 'vitest'
import { articleHeads, readArticle, recogniseArticle } from '../../src/storage/articles.ts'
import { deleteArticle } from '../../src/storage/deletion.ts'
import { withFields } from '../make.ts'
import { demand, livingArticles, take, talks } from './talks.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('articles', () => {
  it('are read with their texts, or as heads without their sentences', async () => {
    const disk = await openTab()
    await take(disk, demand)
    await take(disk, talks)
    expect(await livingArticles(disk)).toEqual(['A', 'B'])
    expect(await readArticle(disk, 'B')).toMatchObject({
      article: demand.article,
      texts: demand.texts,
    })
    expect(await readArticle(disk, 'none')).toBeNull()
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
    await take(disk, withFields(talks, { beads }))
    expect((await articleHeads(disk))[0]).toMatchObject({ doubtful: 1 })
  })

  it('recognises the same text under another id, living articles first', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const { contentHash } = talks.it
    expect(await recogniseArticle(disk, { id: 'new', contentHash })).toMatchObject({ id: 'A' })
    expect(await recogniseArticle(disk, { id: 'new', contentHash: 'other' })).toBeNull()
    await deleteArticle(disk, 'A')
    expect(await recogniseArticle(disk, { contentHash })).toMatchObject({
      id: 'A',
      deletedAt: 1_000,
    })
  })
})
