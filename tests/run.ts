/**
 * `npm test`: types, lint, format, unit and component tests, the build, the app in a real browser, in other engines, and
 * killed while it writes.
 *
 * Everything runs, whatever failed before it. The last line is `N passed, N failed`; types, lint, format and build count
 * as one test each. An engine that is not here and cannot be installed is named at the end, with the reason. Exits 1 when
 * something failed or nothing ran.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureAssets } from '../src/cli/assets.ts'
import { ankiTests } from './anki/ankiTests.ts'
import {
  browserTests,
  engineTests,
  inModules,
  killTests,
  node,
  readReport,
  results,
  root,
} from './browserSteps.ts'
import { countVitest, type Outcome } from './outcome.ts'

const vitestReport = join(results, 'vitest.json')

const oneTest = (passed: boolean): Outcome => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
})

async function unitTests(): Promise<Outcome> {
  await ensureAssets()
  const succeeded = await node(inModules('vitest/vitest.mjs'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ])
  return countVitest(readReport(vitestReport), succeeded)
}

async function build(): Promise<Outcome> {
  // Otherwise a build that fails would leave an earlier one to be tested.
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  return tool('tsx/dist/cli.mjs', 'src/cli/build.ts')
}

const tool = async (path: string, ...args: string[]): Promise<Outcome> =>
  oneTest(await node(inModules(path), args))

/** Of the 200 that `npm run test:kills` makes, as many as every run has time for. */
const KILLS = 30

const notRun: string[] = []
const engines = (): Promise<Outcome> =>
  engineTests((engine, why) => notRun.push(`${engine}: not run here: ${why}`))

type Step = readonly [name: string, run: () => Promise<Outcome>]

/** What stands on one line runs side by side: none of it keeps all processors busy. */
const steps: readonly (readonly Step[])[] = [
  [
    ['types', () => tool('vue-tsc/bin/vue-tsc.js', '--noEmit')],
    ['build', build],
  ],
  [
    ['lint', () => tool('oxlint/bin/oxlint')],
    ['format', () => tool('oxfmt/bin/oxfmt', '--check')],
    ['real Anki', () => ankiTests([50], (why) => notRun.push(`Anki: not run here: ${why}`))],
  ],
  [['unit and component tests', unitTests]],
  [['browser tests', browserTests]],
  [
    ['engines', engines],
    ['kills while writing', () => killTests(KILLS)],
  ],
]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const summary: string[] = []
const total = { passed: 0, failed: 0, skipped: 0 }
async function take([name, run]: Step): Promise<void> {
  console.log(`\n── ${name} ──`)
  const startedAt = performance.now()
  let outcome: Outcome
  try {
    outcome = await run()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    outcome = oneTest(false)
  }
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const counts = `${outcome.passed} passed, ${outcome.failed} failed`
  summary.push(`${outcome.failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds} s)`)
  for (const failure of outcome.failures ?? []) summary.push(`  ✗ ${failure}`)
}
for (const beside of steps) await Promise.all(beside.map(take))

console.log(`\n── in short ──\n${summary.join('\n')}`)
for (const one of notRun) console.log(`– ${one}`)
if (total.skipped > 0) console.log(`${total.skipped} not run here (they say why)`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
