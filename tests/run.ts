/**
 * `npm test`: types, lint, format, unit and component tests, the build, and the app in a real browser.
 *
 * Everything runs, whatever failed before it. The last line is `N passed, N failed`; types, lint, format and build count
 * as one test each. Exits 1 when something failed or nothing ran.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureAssets } from '../src/cli/assets.ts'
import { findOrInstallBrowser } from './e2e/browser.ts'
import { countPlaywright, countVitest, type Outcome } from './outcome.ts'

const root = join(import.meta.dirname, '..')
const results = join(root, 'test-results')
const vitestReport = join(results, 'vitest.json')
const playwrightReport = join(results, 'playwright.json')

const inModules = (path: string): string => join(root, 'node_modules', path)

/** @returns whether the command, a script for Node, exited with 0 */
function node(script: string, args: readonly string[], environment = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

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

async function browserTests(): Promise<Outcome> {
  if (!existsSync(join(root, 'dist/index.html'))) throw new Error('Not run: the build failed.')
  const environment = {
    CHROMIUM: findOrInstallBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
  }
  const args = ['test', '--config=tests/e2e/playwright.config.ts', '--reporter=list,json']
  const succeeded = await node(inModules('@playwright/test/cli.js'), args, environment)
  return countPlaywright(readReport(playwrightReport), succeeded)
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

const tool = async (path: string, ...args: string[]): Promise<Outcome> =>
  oneTest(await node(inModules(path), args))

const steps: readonly (readonly [name: string, run: () => Promise<Outcome>])[] = [
  ['types', () => tool('vue-tsc/bin/vue-tsc.js', '--noEmit')],
  ['lint', () => tool('oxlint/bin/oxlint')],
  ['format', () => tool('oxfmt/bin/oxfmt', '--check')],
  ['unit and component tests', unitTests],
  ['build', build],
  ['browser tests', browserTests],
]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const summary: string[] = []
const total = { passed: 0, failed: 0, skipped: 0 }
for (const [name, run] of steps) {
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
}

console.log(`\n${summary.join('\n')}`)
if (total.skipped > 0) console.log(`${total.skipped} not run here (they say why)`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
