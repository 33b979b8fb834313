import type { Browser } from '@playwright/test'
import { TestServer } from '../e2e/testServer.ts'
import { buildBenchPage } from './benchPage.ts'
import type { Figure } from './figure.ts'
import { growText } from './growthText.ts'

/** Progress messages after which to cancel: most come while aligning; how far they reach depends on the machine. */
const AFTER_MESSAGES = [1, 3, 10, 20, 40, 60, 80, 100, 130, 160]

/** How fast the worker lets go of a book when the learner cancels, and how long it keeps silent while it works. */
export async function measureCancelling(browser: Browser): Promise<readonly Figure[]> {
  const server = new TestServer(await buildBenchPage('languagePage'))
  await server.start()
  const page = await browser.newPage()
  try {
    await page.goto(server.url)
    await page.waitForFunction(() => window.language !== undefined)
    const book = growText({ zh: 5_000, en: 7_000 })
    const { waitsMs, longestSilenceMs } = await page.evaluate(
      async ({ zh, en, after }) => {
        if (window.language === undefined) throw new Error('no page')
        return await window.language.cancelled({ zh, en }, after)
      },
      { zh: book.zh.join('\n'), en: book.en.join('\n'), after: AFTER_MESSAGES },
    )
    const name = '5,000 × 7,000 segments'
    const note = `the longest of ${waitsMs.length}`
    return [
      {
        name: `${name}, from cancel to AbortError`,
        value: Math.max(...waitsMs),
        unit: 'ms',
        aim: 100,
        note,
      },
      {
        name: `${name}, longest without progress`,
        value: longestSilenceMs,
        unit: 'ms',
        note: 'a slice, the step it ends with, and the message',
      },
    ]
  } finally {
    await page.close()
    await server.stop()
  }
}
