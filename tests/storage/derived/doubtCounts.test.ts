import { expect, it } from 'vitest'
import { readArticle, settleDoubt } from '../../../src/storage/articles.ts'
import { keepDoubtCount, readDoubtCounts } from '../../../src/storage/derived/doubtCounts.ts'
import { take, talks } from '../talks.ts'
import { freshDatabases, openTab } from '../testDisk.ts'

freshDatabases()

it('counts are kept article by article, the last look wins', async () => {
  const disk = await openTab()
  expect(await readDoubtCounts(disk)).toEqual(new Map())
  await keepDoubtCount(disk, 'A', 3)
  await keepDoubtCount(disk, 'B', 1)
  await keepDoubtCount(disk, 'A', 2)
  expect(await readDoubtCounts(disk)).toEqual(
    new Map([
      ['A', 2],
      ['B', 1],
    ]),
  )
})

it('a doubt is settled once, and can be taken back, without touching the text', async () => {
  const disk = await openTab()
  await take(disk, talks)
  await settleDoubt(disk, 'A', 'x', true)
  await settleDoubt(disk, 'A', 'x', true)
  await settleDoubt(disk, 'A', 'y', true)
  expect((await readArticle(disk, 'A'))?.article).toEqual({
    ...talks.article,
    settledDoubts: ['x', 'y'],
  })
  await settleDoubt(disk, 'A', 'x', false)
  expect((await readArticle(disk, 'A'))?.article.settledDoubts).toEqual(['y'])
})
