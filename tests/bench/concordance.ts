import type { Browser } from '@playwright/test'
import { TestServer } from '../e2e/testServer.ts'
import { openBenchPage } from './benchPage.ts'
import type { Figure } from './figure.ts'
import { starterDecks } from './starterTexts.ts'

/** A word in 200 articles of 100 pairs, which are those of the starter texts over and over; and what of them can be read. */
export async function measureConcordance(
  browser: Browser,
  site: string,
): Promise<readonly Figure[]> {
  const server = new TestServer(site)
  await server.start()
  const context = await browser.newContext()
  const page = await context.newPage()
  try {
    await openBenchPage(page, server)
    const beads = [...starterDecks().values()].flat().map(({ zh, en }) => ({ zh, en }))
    const times = await page.evaluate(async (seeds) => {
      if (window.bench === undefined) throw new Error('no bench')
      return await window.bench.concordance(seeds)
    }, beads)
    const of = `${times.articles} articles, ${times.pairs} pairs`
    return [
      { name: 'first lines, nothing read before', value: times.coldMs, unit: 'ms', note: of },
      ...times.warm.map(({ query, hits, ms }): Figure => ({
        name: `all lines for ${query}`,
        value: ms,
        unit: 'ms',
        aim: 50,
        note: `${hits} lines, the slowest of five`,
      })),
      { name: 'coverage of all, read from disk', value: times.coverageColdMs, unit: 'ms' },
      { name: '… again, after one more word', value: times.coverageMs, unit: 'ms', aim: 50 },
    ]
  } finally {
    await context.close()
    await server.stop()
  }
}
