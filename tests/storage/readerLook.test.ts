import { describe, expect, it } from 'vitest'
import { keepLook, readLook, USUAL_LOOK } from '../../src/storage/readerLook.ts'
import { writeSetting } from '../../src/storage/settings.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('the look of a text', () => {
  it('is as usual until it is changed, and kept', async () => {
    const disk = await openTab({ now: 50 })
    expect(await readLook(disk)).toEqual(USUAL_LOOK)
    await keepLook(disk, { size: 5, unknownOnly: true })
    expect(await readLook(disk)).toEqual({ size: 5, unknownOnly: true })
  })

  it.each([
    [null],
    ['large'],
    [{ size: 7 }],
    [{ size: -1, unknownOnly: 'yes' }],
    [{ size: 1.5 }],
    [[3, true]],
  ])('is as usual where %j is kept', async (kept) => {
    const disk = await openTab({ now: 50 })
    await writeSetting(disk, 'readerLook', kept)
    expect(await readLook(disk)).toEqual(USUAL_LOOK)
  })
})
