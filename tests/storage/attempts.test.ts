import { describe, expect, it } from 'vitest'
import { readAttempt, rememberAttempt } from '../../src/storage/attempts.ts'
import { DEVICE_KEYS } from '../../src/storage/settingKeys.ts'
import { writeSetting } from '../../src/storage/settings.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('the last attempt to fit weights', () => {
  const attempt = { at: 5, answers: 700, scored: 400, accepted: true, before: 0.41, after: null }

  it('is remembered by this device alone', async () => {
    const disk = await openTab()
    expect(await readAttempt(disk)).toBeNull()
    await rememberAttempt(disk, attempt)
    expect(await readAttempt(disk)).toEqual(attempt)
    expect(DEVICE_KEYS.has('optimiser')).toBe(true)
  })

  it.each([null, 7, {}, { ...attempt, answers: '700' }, { ...attempt, after: Number.NaN }])(
    'is none when what is stored is %j',
    async (stored) => {
      const disk = await openTab()
      await writeSetting(disk, 'optimiser', stored)
      expect(await readAttempt(disk)).toBeNull()
    },
  )
})
