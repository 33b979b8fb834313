import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unheld } from './library.ts'
import { cases, live } from './manyDevices.ts'
import { LEFT_OUT, RULES } from './rules.ts'

const CASES = 10_000

describe('three devices and a cloned profile', () => {
  it(
    'come to the same library, whatever they do and in whatever order they hand it on',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(cases, (one) => live(RULES, one)),
        { numRuns: CASES },
      )
    },
  )

  it.each(LEFT_OUT)('would not if it were not so: %s', { timeout: 600_000 }, (_rule, without) => {
    const property = fc.property(cases, (one) => live({ ...RULES, ...without }, one))
    const result = fc.check(property, { numRuns: CASES, seed: 7, endOnFailure: true })
    expect(result.errorInstance).toBeInstanceOf(Unheld)
  })
})
