import type { Browser } from '@playwright/test'
import { TestServer } from '../e2e/testServer.ts'
import { buildBenchPage } from './benchPage.ts'
import type { Sides } from '../../src/domain/model.ts'
import type { Figure } from './figure.ts'
import { FIRST } from './growthShapes.ts'
import { growText } from './growthText.ts'

/** Progress messages after which to cancel: most come while aligning; how far they reach depends on the machine. */
const AFTER_MESSAGES = [1, 3, 10, 20, 40, 60, 80, 100, 130, 160]

/** Where the runner asks in vain it ends the thread: a list of so many items has the longest steps of all that is aligned. */
const ITEMS = 250_000
const AFTER_ITEMS = [1, 2, 4, 8, 16, 32]

/** How fast the worker lets go of a book, and of a megabyte of items, when the learner cancels, and how long it keeps silent. */
export async function measureCancelling(browser: Browser): Promise<readonly Figure[]> {
  const server = new TestServer(await buildBenchPage('languagePage'))
  await server.start()
  const page = await browser.newPage()
  const measure = async (name: string, sides: Sides<string>, after: number[], aim: number) => {
    const { waitsMs, longestSilenceMs } = await page.evaluate(
      async (given) => {
        if (window.language === undefined) throw new Error('no page')
        return await window.language.cancelled(given.sides, given.after)
      },
      { sides, after },
    )
    const figures: readonly Figure[] = [
      {
        name: `${name}, from cancel to AbortError`,
        value: Math.max(...waitsMs),
        unit: 'ms',
        aim,
        note: `the longest of ${waitsMs.length}`,
      },
      {
        name: `${name}, longest without progress`,
        value: longestSilenceMs,
        unit: 'ms',
        note: 'a slice, the step it ends with, and the message',
      },
    ]
    return figures
  }
  try {
    await page.goto(server.url)
    await page.waitForFunction(() => window.language !== undefined)
    const { zh, en } = growText({ zh: 5_000, en: 7_000 })
    const book = { zh: zh.join('\n'), en: en.join('\n') }
    const items = 'a\n'.repeat(ITEMS)
    const list = { zh: `${FIRST.zh}\n${items}`, en: `${FIRST.en}\n${items}` }
    return [
      ...(await measure('5,000 × 7,000 segments', book, AFTER_MESSAGES, 100)),
      ...(await measure(`${ITEMS.toLocaleString('en')} lines a side`, list, AFTER_ITEMS, 400)),
    ]
  } finally {
    await page.close()
    await server.stop()
  }
}
