import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { TestServer, BUILT } from '../e2e/testServer.ts'
import { openBenchPage } from './benchPage.ts'
import { measureExporting } from './exporting.ts'
import type { Figure } from './figure.ts'

/**
 * A new device takes in the backup of a learner of some years, and hands it on to Anki: how long that takes, and how long
 * the page ever stands still.
 */
export async function measureRestoring(browser: Browser, site: string): Promise<readonly Figure[]> {
  const server = new TestServer(site)
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  // Handed over as bytes, it would be unpacked on the page.
  const file = join(folder, 'old.duizhao')
  await server.start()
  const old = await browser.newContext({ locale: 'en-GB' })
  const fresh = await browser.newContext({ locale: 'en-GB' })
  try {
    const from = await old.newPage()
    await openBenchPage(from, server)
    const { cards, reviews, backup } = await from.evaluate(async () => {
      if (window.bench === undefined) throw new Error('no bench')
      const seeded = await window.bench.seed()
      return { ...seeded, backup: await window.bench.backup() }
    })
    writeFileSync(file, Buffer.from(backup.base64, 'base64'))
    await server.start(BUILT)
    const page = await fresh.newPage()
    await page.addInitScript(noteLongTasks)
    await page.goto(server.url)
    const { took, longest } = await restore(page, file)
    const note = `${cards.toLocaleString('en')} cards, ${reviews.toLocaleString('en')} reviews`
    return [
      { name: 'making a backup', value: backup.tookMs, unit: 'ms', aim: 5000, note },
      { name: 'restoring a backup until Today is right', value: took, unit: 'ms', aim: 6000, note },
      { name: 'longest task on the page meanwhile', value: longest, unit: 'ms', aim: 100 },
      ...(await measureExporting(page)),
    ]
  } finally {
    await old.close()
    await fresh.close()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

declare global {
  interface Window {
    /** The longest that the page has stood still, ms. */
    longestTask?: number
  }
}

/** Runs in the page before the app. */
function noteLongTasks(): void {
  window.longestTask = 0
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      window.longestTask = Math.max(window.longestTask ?? 0, duration)
  }).observe({ type: 'longtask' })
}

async function restore(page: Page, file: string) {
  const input = page.locator('input[type=file]')
  await input.waitFor({ state: 'attached' })
  await page.evaluate(() => {
    window.longestTask = 0
  })
  const startedAt = performance.now()
  await input.setInputFiles(file)
  await page.locator('[data-testid="start"]').waitFor()
  const took = performance.now() - startedAt
  return { took, longest: await page.evaluate(() => window.longestTask ?? Number.NaN) }
}
