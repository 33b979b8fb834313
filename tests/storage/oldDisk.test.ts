import { expect, it } from 'vitest'
import { readLog } from '../../src/storage/reviewLog.ts'
import { fillOldDisk } from './oldDisk.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

it('a disk of version 0.1.0 opens, and its whole log is read', async () => {
  await fillOldDisk('old')
  const disk = await openTab({ now: 1_774_000_000_000 }, { name: 'old' })
  expect(await readLog(disk)).toHaveLength(568)
  expect(disk.device).toBe('01KJ9PWEZ8RKHEHZZ21BV1XKX7')
})
