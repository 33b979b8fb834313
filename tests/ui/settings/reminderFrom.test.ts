import { expect, it } from 'vitest'
import { reminderFrom } from '../../../src/ui/settings/reminderFrom.ts'

const evening = new Date(2026, 10, 30, 19, 30)

it('begins today where the time is still to come, else tomorrow', () => {
  expect(reminderFrom(evening, '19:31')).toBe('2026-11-30')
  expect(reminderFrom(evening, '19:30')).toBe('2026-12-01')
  expect(reminderFrom(new Date(2026, 11, 31, 23, 0), '07:05')).toBe('2027-01-01')
})
