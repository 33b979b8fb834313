import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest } from './outcome.ts'

describe('countVitest', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, testResults: [] }

  it('takes the counts of the report', () => {
    expect(countVitest(report, true)).toMatchObject({ passed: 7, failed: 0, skipped: 1 })
    const failing = { ...report, numFailedTests: 2 }
    expect(countVitest(failing, false)).toMatchObject({ passed: 7, failed: 2, skipped: 1 })
  })

  it('counts a file that could not be loaded as one failure', () => {
    const broken = { status: 'failed', assertionResults: [] }
    const failing = { status: 'failed', assertionResults: [{}] }
    const mixed = { ...report, numFailedTests: 1, testResults: [broken, failing] }
    expect(countVitest(mixed, false).failed).toBe(2)
  })

  it('names what failed', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a fact' },
      { status: 'failed', fullName: 'another fact' },
    ]
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
    ]
    const failing = { ...report, numFailedTests: 1, testResults }
    expect(countVitest(failing, false).failures).toEqual(['b.test.ts', 'a.test.ts: another fact'])
  })

  it('never calls a failed run, an empty one or a missing report a success', () => {
    expect(countVitest(report, false).failed).toBe(1)
    expect(countVitest({ ...report, numPassedTests: 0 }, true).failed).toBe(1)
    expect(countVitest(null, true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})

describe('countPlaywright', () => {
  const report = { stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] }

  it('counts a test that passed at its second try as passed', () => {
    expect(countPlaywright(report, true)).toMatchObject({ passed: 6, failed: 0, skipped: 0 })
  })

  it('names what failed, however deep', () => {
    const specs = [
      { file: 'a.spec.ts', title: 'a way', ok: false },
      { file: 'a.spec.ts', title: 'another', ok: true },
    ]
    const failing = { stats: { ...report.stats, unexpected: 1 }, suites: [{ suites: [{ specs }] }] }
    expect(countPlaywright(failing, false).failures).toEqual(['a.spec.ts: a way'])
  })

  it('never calls a failed run or a missing report a success', () => {
    expect(countPlaywright(report, false).failed).toBe(1)
    expect(countPlaywright({ stats: { ...report.stats, unexpected: 3 } }, false).failed).toBe(3)
    expect(countPlaywright({}, true)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})
