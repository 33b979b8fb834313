/** How many tests passed, failed, and were not run; the names of failed ones, as far as a report tells them. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failures?: readonly string[]
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
  const failures = [
    ...unloadable.map((file) => nameOf(file, 'name')),
    ...files.flatMap((file) =>
      list(file, 'assertionResults')
        .filter((one) => isRecord(one) && one['status'] === 'failed')
        .map((one) => `${nameOf(file, 'name')}: ${nameOf(one, 'fullName')}`),
    ),
  ]
  const passed = count(report['numPassedTests'])
  return withVerdict({ passed, failed, skipped, failures }, succeeded)
}

/** The counts of Playwright's JSON report; a test that passed at its second try counts as passed. */
export function countPlaywright(report: unknown, succeeded: boolean): Outcome {
  if (!isRecord(report) || !isRecord(report['stats'])) return noReport
  const { expected, unexpected, flaky, skipped } = report['stats']
  const passed = count(expected) + count(flaky)
  const failed = count(unexpected)
  const failures = unexpectedIn(report)
  return withVerdict({ passed, failed, skipped: count(skipped), failures }, succeeded)
}

/** The specs of a suite of Playwright's report, and of those within it, that are not as they should be. */
const unexpectedIn = (suite: unknown): string[] => [
  ...list(suite, 'specs')
    .filter((spec) => isRecord(spec) && spec['ok'] === false)
    .map((spec) => `${nameOf(spec, 'file')}: ${nameOf(spec, 'title')}`),
  ...list(suite, 'suites').flatMap(unexpectedIn),
]

const noReport: Outcome = { passed: 0, failed: 1, skipped: 0 }

function withVerdict(outcome: Outcome, succeeded: boolean): Outcome {
  const allWell = succeeded && outcome.passed > 0
  return allWell || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const list = (value: unknown, key: string): readonly unknown[] => {
  const found = isRecord(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

const nameOf = (value: unknown, key: string): string =>
  isRecord(value) && typeof value[key] === 'string' ? value[key] : '?'

const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0

const count = (value: unknown): number => (typeof value === 'number' ? value : 0)
