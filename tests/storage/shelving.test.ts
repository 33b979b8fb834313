import { describe, expect, it } from 'vitest'
import { articleHeads } from '../../src/storage/articles.ts'
import { archiveArticle, describeArticle } from '../../src/storage/shelving.ts'
import { NO_PROVENANCE } from '../../src/domain/model.ts'
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

  it('is called otherwise and has a source, without blanks around it, and gets back what it had', async () => {
    const disk = await withBoth()
    const before = await headOf(disk, 'A')
    const about = {
      title: { zh: ' 停火 ', en: '<b>Truce</b>' },
      provenance: { ...NO_PROVENANCE, author: ' 老舍\u3000', licence: 'CC BY 4.0' },
      level: 'HSK 4',
    }
    const { undo } = await describeArticle(disk, 'A', about)
    expect(await headOf(disk, 'A')).toMatchObject({
      title: { zh: '停火', en: '<b>Truce</b>' },
      provenance: { author: '老舍', licence: 'CC BY 4.0' },
      level: 'HSK 4',
    })
    await undo?.()
    expect(await headOf(disk, 'A')).toEqual(before)
  })

  it('is not written where nothing was changed', async () => {
    const disk = await withBoth()
    const { title, provenance } = (await headOf(disk, 'A'))!
    expect((await describeArticle(disk, 'A', { title, provenance })).undo).toBeUndefined()
  })

  it('that is not there is left alone', async () => {
    const disk = await withBoth()
    expect((await archiveArticle(disk, 'nobody', true)).undo).toBeUndefined()
    expect((await articleHeads(disk)).map(({ archived }) => archived)).toEqual([false, false])
  })
})
