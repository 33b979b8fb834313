import { expect, it } from 'vitest'
import { knowWord } from '../../src/storage/knowing.ts'
import { markKnown, readKnown } from '../../src/storage/settings.ts'
import { suspended } from './talks.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

it('a known word puts its cards aside, and undo brings them back', async () => {
  const disk = await openTab()
  const { undo } = await knowWord(disk, 'zh', '停火', ['a', 'b'])
  expect([await suspended(disk), await readKnown(disk, 'zh')]).toEqual([
    ['a', 'b'],
    new Set(['停火']),
  ])
  await undo?.()
  expect([await suspended(disk), await readKnown(disk, 'zh')]).toEqual([[], new Set()])
})

it('a word that was known before still is when that is undone', async () => {
  const disk = await openTab()
  await markKnown(disk, 'zh', ['停火'], true)
  const { undo } = await knowWord(disk, 'zh', '停火', ['a'])
  await undo?.()
  expect([await suspended(disk), await readKnown(disk, 'zh')]).toEqual([[], new Set(['停火'])])
})
