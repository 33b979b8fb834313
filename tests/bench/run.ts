/**
 * `npm run bench`: what the built app weighs and how fast it is, one table. Nothing passes or fails: timings are this
 * machine's, and depend on what else it does.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from '../e2e/browser.ts'
import { BUILT } from '../e2e/testServer.ts'
import { buildBenchPage } from './benchPage.ts'
import { measureBytes } from './bytes.ts'
import { measureCancelling } from './cancelling.ts'
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

print('bytes', [...measureBytes(BUILT), ...(await measureSyncBytes())])
print('the shelf', measureShelf())

const executablePath = findOrInstallBrowser()
const page = await buildBenchPage()
const browser = await chromium.launch({ executablePath, args: browserArguments() })
print('language, in the worker', await measurePipeline(browser, page))
print('a book, in the worker', await measureCancelling(browser))
print('memory, in the worker', await measureMemoryThread(browser, page))
print('a word in all articles', await measureConcordance(browser, page))
print('the shelf, in the browser', await measureShelfInPage(browser))
print('restoring a backup', await measureRestoring(browser, page))
print('another device, over HTTP', await measureSync(browser, page))
await browser.close()

print('a year of sync, in Node', await measureSyncYear())
print('aligning, in Node', measureGrowth())
console.log('\ngrowth up to 1 MB, in Node')
for (const row of growthRows()) console.log(row)
print('memory, in Node', await benchMemory())
print('starting and answering', await measureStart(page))
