import { describe, expect, it } from 'vitest'
import { articleHeads } from '../../src/storage/articles.ts'
import { archiveArticle, renameArticle } from '../../src/storage/shelving.ts'
import { demand, shownOn, take, talks } from './talks.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

async function withBoth() {
  const disk = await openTab({ now: 50 })
  await take(disk, talks)
  await take(disk, demand)
  return disk
}
const headOf = async (disk: Awaited<ReturnType<typeof withBoth>>, id: string) =>
  (await articleHeads(disk)).find((head) => head.id === id)

describe('an article', () => {
  it('is put away and brought back, its cards untouched', async () => {
    const disk = await withBoth()
    const before = await shownOn(disk)
    const { undo } = await archiveArticle(disk, 'A', true)
    expect([(await headOf(disk, 'A'))?.archived, (await headOf(disk, 'B'))?.archived]).toEqual([
      true,
      false,
    ])
    await undo?.()
    expect(await shownOn(disk)).toEqual(before)
  })

  it('gets other titles without blanks around them, and has its own back', async () => {
    const disk = await withBoth()
    const before = (await headOf(disk, 'A'))?.title
    const { undo } = await renameArticle(disk, 'A', { zh: ' 停火 ', en: '<b>Truce</b>' })
    expect((await headOf(disk, 'A'))?.title).toEqual({ zh: '停火', en: '<b>Truce</b>' })
    await undo?.()
    expect((await headOf(disk, 'A'))?.title).toEqual(before)
  })

  it('that is not there is left alone', async () => {
    const disk = await withBoth()
    expect((await archiveArticle(disk, 'nobody', true)).undo).toBeUndefined()
    expect((await articleHeads(disk)).map(({ archived }) => archived)).toEqual([false, false])
  })
})
