/**
 * `npm run bench [-- SECTION …]`: what the built app weighs and how fast it is, one table; all sections, or some. Nothing
 * passes or fails: timings are this machine's, and depend on what else it does.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from '../e2e/browser.ts'
import { BUILT } from '../e2e/testServer.ts'
import { buildBenchPage } from './benchPage.ts'
import { measureBytes } from './bytes.ts'
import { measureCancelling } from './cancelling.ts'
import { measureCommands } from './commands.ts'
import { measureConcordance } from './concordance.ts'
import { type Figure, renderFigures } from './figure.ts'
import { measureGrowth } from './growth.ts'
import { growthRows } from './growthTable.ts'
import { benchMemory, measureMemoryThread } from './memory.ts'
import { measurePipeline } from './pipeline.ts'
import { measureRestoring } from './restoring.ts'
import { measureShelf } from './shelf.ts'
import { measureShelfInPage } from './shelfInPage.ts'
import { measureStart } from './start.ts'
import { measureSyncBytes } from './syncBytes.ts'
import { measureSync } from './syncing.ts'
import { measureSyncYear } from './syncYear.ts'

const root = join(import.meta.dirname, '../..')

function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}\n${renderFigures(figures)}`)
}

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const build = [tsx, 'src/cli/build.ts', '--out', BUILT]
if (spawnSync(process.execPath, build, { cwd: root, stdio: 'inherit' }).status !== 0) {
  process.exit(1)
}

const SECTIONS: readonly (readonly [name: string, measure: () => Promise<void>])[] = [
  ['bytes', async () => print('bytes', [...measureBytes(BUILT), ...(await measureSyncBytes())])],
  ['shelf', async () => print('the shelf', measureShelf())],
  ['texts', inBrowser('the shelf, in the browser', measureShelfInPage)],
  ['commands', async () => print('a command, from its start to its end', measureCommands())],
  ['pipeline', inBrowser('language, in the worker', measurePipeline)],
  ['cancelling', inBrowser('a book, in the worker', measureCancelling)],
  ['memory', inBrowser('memory, in the worker', measureMemoryThread)],
  ['concordance', inBrowser('a word in all articles', measureConcordance)],
  ['backups', inBrowser('backups and packages', measureRestoring)],
  ['sync', inBrowser('another device, over HTTP', measureSync)],
  ['syncYear', async () => print('a year of sync, in Node', await measureSyncYear())],
  ['aligning', async () => print('aligning, in Node', measureGrowth())],
  ['growth', printGrowth],
  ['fit', async () => print('memory, in Node', await benchMemory())],
  ['start', async () => print('starting and answering', await measureStart(await page()))],
]

let builtPage: Promise<string> | null = null
function page(): Promise<string> {
  return (builtPage ??= buildBenchPage())
}

function inBrowser(
  title: string,
  measure: (browser: Browser, page: string) => Promise<readonly Figure[]>,
): () => Promise<void> {
  return async () => {
    const executablePath = findOrInstallBrowser()
    const browser = await chromium.launch({ executablePath, args: browserArguments() })
    print(title, await measure(browser, await page()))
    await browser.close()
  }
}

async function printGrowth(): Promise<void> {
  console.log('\ngrowth up to 1 MB, in Node')
  for (const row of growthRows()) console.log(row)
}

const asked = process.argv.slice(2)
for (const [name, measure] of SECTIONS)
  if (asked.length === 0 || asked.includes(name)) await measure()
