import { readFileSync, statSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Figure } from './figure.ts'

/** An Anki package of all that the learner of this page has learnt: how long it takes, how large it is, what room it takes. */
export async function measureExporting(page: Page): Promise<readonly Figure[]> {
  await page.goto(new URL('export', page.url()).href)
  const button = page.getByRole('button', { name: 'Export as Anki package' })
  await button.waitFor()
  await page.evaluate(() => {
    window.longestTask = 0
  })
  const memory = await watchMemory(page)
  const startedAt = performance.now()
  const arriving = page.waitForEvent('download', { timeout: 300_000 })
  await button.click()
  const download = await arriving
  const took = performance.now() - startedAt
  const peak = await memory.stop()
  const longest = await page.evaluate(() => window.longestTask ?? 0)
  const size = statSync(await download.path()).size
  return [
    { name: 'Anki package of all of it', value: took, unit: 'ms', aim: 15_000 },
    { name: 'longest task on the page meanwhile', value: longest, unit: 'ms' },
    { name: 'its size', value: size / 1e6, unit: 'MB' },
    ...(peak === null
      ? []
      : [{ name: 'memory it took besides', value: peak, unit: 'MB' as const, aim: 200 }]),
  ]
}

/** The resident memory of the page's process beyond what it is now, at most; null where that cannot be seen. */
async function watchMemory(page: Page): Promise<{ stop: () => Promise<number | null> }> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  const read = async (): Promise<number | null> => {
    const found = await session?.send('SystemInfo.getProcessInfo')
    const renderers = found?.processInfo.filter(({ type }) => type === 'renderer') ?? []
    try {
      return Math.max(...renderers.map(({ id }) => residentMb(id)))
    } catch {
      return null
    }
  }
  const before = await read()
  let most = before
  let running = true
  const watching = (async () => {
    while (running) {
      const now = await read()
      if (now !== null && most !== null) most = Math.max(most, now)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return {
    stop: async () => {
      running = false
      await watching
      await session?.detach()
      return most === null || before === null ? null : most - before
    },
  }
}

/** Of Linux. */
const residentMb = (process: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1]) / 1024
