import { expect, it, vi } from 'vitest'
import { digestOf } from '../../src/domain/srs/digest.ts'
import { holdLog, isLogHeld, takeHeldLog } from '../../src/storage/logAtHand.ts'
import { answer } from '../make.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const entries = [answer({ id: 'a' }), answer({ id: 'b' })]
const log = { entries, digest: digestOf(entries) }

it('gives the log that is held once to whoever finds the same entries on the disk', async () => {
  const disk = await openTab()
  holdLog(disk, log)
  expect(takeHeldLog(disk, log.digest)).toBe(entries)
  expect(takeHeldLog(disk, log.digest)).toBeNull()
})

it('gives nothing to whoever finds others there', async () => {
  const disk = await openTab()
  holdLog(disk, log)
  expect(takeHeldLog(disk, digestOf(entries.slice(1)))).toBeNull()
})

it('lets go of it after a while, or when told so', async () => {
  const disk = await openTab()
  vi.useFakeTimers()
  holdLog(disk, log)
  vi.advanceTimersByTime(60_000)
  expect(isLogHeld(disk)).toBe(false)
  holdLog(disk, log)()
  expect(isLogHeld(disk)).toBe(false)
  vi.useRealTimers()
})
