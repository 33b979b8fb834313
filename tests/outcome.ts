/** How many tests passed, failed, and were not run. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/**
 * The counts of Vitest's JSON report. A file that could not be loaded counts as one failure, and so does a run that
 * failed without a failing test (an error outside of any, no report, no test at all).
 */
export function countVitest(report: unknown, succeeded: boolean): Outcome {
  if (!isRecord(report)) return noReport
  const files = Array.isArray(report['testResults']) ? report['testResults'] : []
  const unloadable = files.filter(
    (file) => isRecord(file) && file['status'] === 'failed' && isEmpty(file['assertionResults']),
  )
  const failed = count(report['numFailedTests']) + unloadable.length
  const skipped = count(report['numPendingTests']) + count(report['numTodoTests'])
  return withVerdict({ passed: count(report['numPassedTests']), failed, skipped }, succeeded)
}

/** The counts of Playwright's JSON report; a test that passed at its second try counts as passed. */
export function countPlaywright(report: unknown, succeeded: boolean): Outcome {
  if (!isRecord(report) || !isRecord(report['stats'])) return noReport
  const { expected, unexpected, flaky, skipped } = report['stats']
  const passed = count(expected) + count(flaky)
  return withVerdict({ passed, failed: count(unexpected), skipped: count(skipped) }, succeeded)
}

const noReport: Outcome = { passed: 0, failed: 1, skipped: 0 }

function withVerdict(outcome: Outcome, succeeded: boolean): Outcome {
  const allWell = succeeded && outcome.passed > 0
  return allWell || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0

const count = (value: unknown): number => (typeof value === 'number' ? value : 0)
