import { expect, it } from 'vitest'
import { frequencyByte, logFrequencyOf } from '../../../src/domain/dictionary/frequency.ts'

it.each([1, 0.05, 0.001, 3e-7, 8e-9])(
  'keeps the log of a share of %f within a sixtieth',
  (share) => {
    expect(Math.abs(logFrequencyOf(frequencyByte(share)) - Math.log10(share))).toBeLessThanOrEqual(
      1 / 60 + 1e-12,
    )
  },
)

it('stays within a byte', () => {
  expect(frequencyByte(1e-20)).toBe(255)
  expect(frequencyByte(1)).toBe(0)
})
