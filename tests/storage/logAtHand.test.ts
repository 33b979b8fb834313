import { expect, it } from 'vitest'
import { digestOf } from '../../src/domain/srs/digest.ts'
import { holdLog, isLogHeld, logAtHand } from '../../src/storage/logAtHand.ts'
import { answer } from '../make.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

it('gives the log that is held to whoever finds the same entries on the disk, until it is let go', async () => {
  const disk = await openTab()
  const entries = [answer({ id: 'a' }), answer({ id: 'b' })]
  const letGo = holdLog(disk, { entries, digest: digestOf(entries) })
  expect(logAtHand(disk, digestOf(entries))).toBe(entries)
  expect(logAtHand(disk, digestOf(entries.slice(1)))).toBeNull()
  expect(isLogHeld(disk)).toBe(true)
  letGo()
  expect(isLogHeld(disk)).toBe(false)
  expect(logAtHand(disk, digestOf(entries))).toBeNull()
})
