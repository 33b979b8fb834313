import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { build } from 'vite'
import type { TestServer } from '../e2e/testServer.ts'

const root = join(import.meta.dirname, '../..')

/** Builds `FOLDER/index.html` with the app's code it needs. @returns the folder to serve */
export async function buildBenchPage(folder = 'page'): Promise<string> {
  const outDir = join(root, `test-results/bench-${folder}`)
  await build({
    configFile: false,
    root: join(import.meta.dirname, folder),
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  })
  return outDir
}

/** Goes to the page and waits until `window.bench` is there. */
export async function openBenchPage(page: Page, server: TestServer): Promise<void> {
  await page.goto(server.url)
  await page.waitForFunction(() => window.bench !== undefined)
}
