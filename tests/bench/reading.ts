import type { Browser, Page } from '@playwright/test'
import { throttleCpu } from '../e2e/fixtures.ts'
import { getStarted, putIn } from '../e2e/steps.ts'
import { TestServer } from '../e2e/testServer.ts'
import type { Figure } from './figure.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'en-GB' }
const SIZES = [64, 5_000] as const
const SCREENS = 20

/** A table of sentences, so that nothing has to be aligned; ten of them are a paragraph's worth of words. */
const tableOf = (pairs: number): string =>
  Array.from({ length: pairs }, (_, at) => {
    const zh = `第${at + 1}天，渡船在雾中等了很久，码头上的人都看着灯塔。`
    return `${zh}\tOn day ${at + 1} the ferry waited long in the fog, and everyone on the pier watched the lighthouse.`
  }).join('\n')

/** How soon a text can be read and its words tapped, and how it scrolls, with four times less CPU. */
export async function measureReading(browser: Browser): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const pairs of SIZES) {
    const server = new TestServer()
    await server.start()
    const context = await browser.newContext(PHONE)
    const page = await context.newPage()
    try {
      const url = await withText(page, server.url, pairs)
      figures.push(...(await timesOf(page, url, pairs)))
    } finally {
      await context.close()
      await server.stop()
    }
  }
  return figures
}

/** Puts the text in; the address of its page. */
async function withText(page: Page, url: string, pairs: number): Promise<string> {
  page.setDefaultTimeout(300_000)
  await page.goto(url)
  await getStarted(page)
  await putIn(page, tableOf(pairs))
  await page.getByRole('button', { name: 'Choose words' }).click()
  await page.locator('.action-bar .primary').click()
  return (await page.locator('a[href*="article/"]').first().getAttribute('href')) ?? ''
}

async function timesOf(page: Page, path: string, pairs: number): Promise<readonly Figure[]> {
  await throttleCpu(page, 4)
  await page.goto(new URL(path, page.url()).href)
  await page.locator('[data-pair="1"]').waitFor()
  const seen = await page.evaluate(() => performance.now())
  await page.locator('[data-pair="1"] [data-at]').first().waitFor()
  const words = await page.evaluate(() => performance.now())
  const tapped = await page.evaluate(async () => {
    const from = performance.now()
    document.querySelector<HTMLElement>('[data-pair="2"] [data-at]')?.click()
    while (document.querySelector('.word-sheet') === null)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - from
  })
  await page.keyboard.press('Escape')
  const worst = await page.evaluate(async (screens) => {
    let longest = 0
    let last = performance.now()
    for (let step = 0; step < screens * 6; step++) {
      window.scrollBy({ top: window.innerHeight / 6, behavior: 'instant' })
      await new Promise((resolve) => requestAnimationFrame(resolve))
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }
    return longest
  }, SCREENS)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const of = `${pairs.toLocaleString('en')} pairs, 4× CPU`
  return [
    { name: `text seen, ${of}`, value: seen, unit: 'ms', aim: 500 },
    { name: `its words can be tapped, ${of}`, value: words, unit: 'ms' },
    { name: `tap to sheet, ${of}`, value: tapped, unit: 'ms' },
    { name: `longest frame of ${SCREENS} screens scrolled, ${of}`, value: worst, unit: 'ms' },
    { name: `elements in the page, ${of}`, value: elements, unit: 'elements' },
  ]
}
