import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unheld } from './library.ts'
import { cases, live, type Case } from './manyDevices.ts'
import { LEFT_OUT, RULES } from './rules.ts'

const CASES = 10_000

/** Other cases than those of every run: `SEED=1 npx vitest run tests/domain/notes/devices.test.ts`. */
const seed = Number(process.env['SEED'] ?? 2026)

/** Two write the same sentence; the version of the one, later by its clock, still waits when the other writes. */
const TYPED_TWICE: Case = {
  acts: [
    { who: 0, what: 15, x: 0, y: 0 },
    { who: 2, what: 2, x: 607_086, y: 0 },
    { who: 1, what: 5, x: 0, y: 0 },
    { who: 1, what: 15, x: 707_094, y: 0 },
    ...Array.from({ length: 2 }, () => ({ who: 0, what: 0, x: 0, y: 0 })),
    { who: 1, what: 2, x: 159_556, y: 0 },
    ...Array.from({ length: 2 }, () => ({ who: 0, what: 0, x: 0, y: 0 })),
  ],
  skews: [0, -400 * 24 * 3_600_000, 0, 0],
  seed: 1_515_290_659,
}

describe('three devices and a cloned profile', () => {
  it(
    'come to the same library, whatever they do and in whatever order they hand it on',
    { timeout: 600_000 },
    () => {
      fc.assert(
        fc.property(cases, (one) => live(RULES, one)),
        { numRuns: CASES, seed },
      )
    },
  )

  it('show what was typed last, also where it is what an unfinished version was waiting for', () => {
    expect(() => live(RULES, TYPED_TWICE)).not.toThrow()
  })

  it.each(LEFT_OUT)('would not if it were not so: %s', { timeout: 600_000 }, (_rule, without) => {
    const property = fc.property(cases, (one) => live({ ...RULES, ...without }, one))
    const result = fc.check(property, { numRuns: CASES, seed: 1, endOnFailure: true })
    expect(result.errorInstance).toBeInstanceOf(Unheld)
  })
})
