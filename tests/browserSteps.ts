import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findOrInstallBrowser } from './e2e/browser.ts'
import { ENGINES } from './engines/hand.ts'
import { findOrInstall } from './engines/installed.ts'
import { countPlaywright, type Outcome } from './outcome.ts'

export const root = join(import.meta.dirname, '..')
export const results = join(root, 'test-results')
export const inModules = (path: string): string => join(root, 'node_modules', path)

/** @returns whether the command, a script for Node, exited with 0 */
export function node(script: string, args: readonly string[], environment = {}): Promise<boolean> {
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

export function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** What the Playwright tests of a folder come to, on the build that is there. */
async function playwright(folder: string, environment = {}): Promise<Outcome> {
  if (!existsSync(join(root, 'dist/index.html'))) throw new Error('Not run: the build failed.')
  const report = join(results, `${folder}.json`)
  const args = ['test', `--config=tests/${folder}/playwright.config.ts`, '--reporter=list,json']
  const succeeded = await node(inModules('@playwright/test/cli.js'), args, {
    CHROMIUM: findOrInstallBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ...environment,
  })
  return countPlaywright(readReport(report), succeeded)
}

/** The app in Chromium. */
export const browserTests = (): Promise<Outcome> => playwright('e2e')

/** The browser killed in the middle of things; `KILLS` in the environment overrules how often. */
export const killTests = (kills: number): Promise<Outcome> =>
  playwright('kills', { KILLS: process.env['KILLS'] ?? String(kills) })

/**
 * The main job in every engine that is here, or could be installed.
 *
 * @param notRun is told of each engine that is not, and why
 */
export async function engineTests(notRun: (engine: string, why: string) => void): Promise<Outcome> {
  let missing = 0
  for (const engine of ENGINES) {
    const why = findOrInstall(engine)
    if (why === null) continue
    missing += 1
    notRun(engine, why)
  }
  const outcome = await playwright('engines')
  return { ...outcome, skipped: outcome.skipped + missing }
}
