import { expect, it } from 'vitest'
import { keepPlace, readPlace } from '../../src/storage/readingPlaces.ts'
import { writeSetting } from '../../src/storage/settings.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

it('the place of each article is the last one, of the latest 200', async () => {
  const disk = await openTab()
  expect(await readPlace(disk, 'A')).toBe(0)
  await keepPlace(disk, 'A', 4)
  await keepPlace(disk, 'B', 7)
  await keepPlace(disk, 'A', 5)
  expect([await readPlace(disk, 'A'), await readPlace(disk, 'B')]).toEqual([5, 7])
  for (let n = 0; n < 199; n++) await keepPlace(disk, `C${n}`, 1)
  expect([await readPlace(disk, 'A'), await readPlace(disk, 'B')]).toEqual([5, 0])
})

it.each([[null], ['x'], [[['A']]], [[['A', 'four']]], [{ A: 4 }]])(
  'what is no place is let be: %o',
  async (stored) => {
    const disk = await openTab()
    await writeSetting(disk, 'places', stored)
    expect(await readPlace(disk, 'A')).toBe(0)
    await keepPlace(disk, 'A', 3)
    expect(await readPlace(disk, 'A')).toBe(3)
  },
)
