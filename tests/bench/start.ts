import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { throttleCpu, untilControlled } from '../e2e/fixtures.ts'
import { PersistentBrowser } from '../e2e/persistentBrowser.ts'
import { BUILT, TestServer } from '../e2e/testServer.ts'
import { openBenchPage } from './benchPage.ts'
import { type Figure, quantile } from './figure.ts'

const STARTS = 5
const ANSWERS = 60
const TAPS = 12
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-GB',
}

/**
 * Starting and answering as a learner of some years meets them: a cold browser, no network, four times less CPU, 20,000
 * cards and 100,000 reviews on the disk.
 */
export async function measureStart(site: string): Promise<readonly Figure[]> {
  const profile = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  const server = new TestServer(site)
  await server.start()
  const browser = new PersistentBrowser(profile, PHONE, () => undefined)
  try {
    const { cards, reviews, rebuilds } = await prepare(browser, server)
    await server.stop()
    const note = `${cards.toLocaleString('en')} cards, ${reviews.toLocaleString('en')} reviews`

    const today = await coldStarts(browser, server.url, '[data-testid="start"]')
    const review = new URL('review', server.url).href
    const firstCard = await coldStarts(browser, review, '[data-testid="reveal"]')
    const answers = await timesInReview(browser, review, answerInPage, ANSWERS)
    await server.start(BUILT)
    const sheets = await timesInReview(browser, review, tapInPage, TAPS)
    return [
      row('the log replayed from disk, 4× CPU', rebuilds, 0.5, { aim: 2000, note }),
      row('cold offline start to Today, 4× CPU', today, 0.5, { aim: 1200, note }),
      row('cold offline start to the first card, 4× CPU', firstCard, 0.5, { aim: 1200, note }),
      row('answer to next card painted, 4× CPU, p50', answers, 0.5, { note: `${ANSWERS} answers` }),
      row('answer to next card painted, 4× CPU, p95', answers, 0.95, { aim: 60 }),
      row('tapped word of a card to its sheet painted, 4× CPU, p50', sheets, 0.5, { aim: 100 }),
    ]
  } finally {
    await browser.close()
    await server.stop()
    rmSync(profile, { recursive: true, force: true })
  }
}

function row(
  name: string,
  times: readonly number[],
  q: number,
  rest: Pick<Figure, 'aim' | 'note'>,
): Figure {
  return { name, value: quantile(times, q), unit: 'ms', ...rest }
}

/** Fills the disk, installs the app and ends the browser. */
async function prepare(
  browser: PersistentBrowser,
  server: TestServer,
): Promise<{ cards: number; reviews: number; rebuilds: readonly number[] }> {
  const page = await browser.open()
  await openBenchPage(page, server)
  const seeded = await page.evaluate(async () => {
    if (window.bench === undefined) throw new Error('no bench')
    return await window.bench.seed()
  })
  await throttleCpu(page, 4)
  const rebuilds: number[] = []
  for (let i = 0; i < 3; i++) {
    rebuilds.push(await page.evaluate(async () => (await window.bench?.rebuild()) ?? Number.NaN))
  }
  await throttleCpu(page, 1)
  await server.start(BUILT)
  await page.goto(server.url)
  await untilControlled(page)
  await page.locator('[data-testid="start"]').waitFor()
  await browser.close()
  return { ...seeded, rebuilds }
}

async function openThrottled(browser: PersistentBrowser): Promise<Page> {
  const page = await browser.open()
  await throttleCpu(page, 4)
  // The functions below go to the page as tsx compiled them, which names inner functions by this.
  await page.addInitScript('globalThis.__name = (named) => named')
  return page
}

/** From the start of the navigation until what `selector` names is painted, ms, one for each start of the browser. */
async function coldStarts(
  browser: PersistentBrowser,
  url: string,
  selector: string,
): Promise<readonly number[]> {
  const times: number[] = []
  for (let i = 0; i < STARTS; i++) {
    const page = await openThrottled(browser)
    await page.addInitScript(watchPage)
    await page.addInitScript(notePaintOf, selector)
    await page.goto(url)
    await page.waitForFunction(() => window.paintedAt !== undefined)
    times.push(await page.evaluate(() => window.paintedAt ?? Number.NaN))
    await browser.close()
  }
  return times
}

declare global {
  interface Window {
    /** When what was waited for had been painted, ms since the navigation began. */
    paintedAt?: number
    watch?: {
      /** Resolves when the frame that shows what `selector` names has been painted. */
      readonly shown: (selector: string) => Promise<void>
      readonly appears: (selector: string) => Promise<HTMLElement>
      readonly pause: (ms: number) => Promise<void>
    }
  }
}

/** Runs in the page before the app, after {@link watchPage}: notes when what `selector` names was painted. */
function notePaintOf(selector: string): void {
  void window.watch!.shown(selector).then(() => (window.paintedAt = performance.now()))
}

type InReview = (given: { many: number; readingMs: number }) => Promise<number[]>

async function timesInReview(
  browser: PersistentBrowser,
  url: string,
  inPage: InReview,
  many: number,
): Promise<readonly number[]> {
  const page = await openThrottled(browser)
  await page.addInitScript(watchPage)
  await page.goto(url)
  await page.locator('[data-testid="reveal"]').waitFor()
  const times = await page.evaluate(inPage, { many, readingMs: READING_MS })
  await browser.close()
  return times
}

/** Runs in the page before the app: what the functions that run there wait for. */
function watchPage(): void {
  window.watch = {
    shown: (selector) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve()
        const look = () => {
          // A message sent in a frame arrives after it was painted.
          if (document.querySelector(selector) !== null) port2.postMessage(null)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    appears: async (selector) => {
      for (;;) {
        const found = document.querySelector<HTMLElement>(selector)
        if (found !== null) return found
        await new Promise((resolve) => {
          requestAnimationFrame(resolve)
        })
      }
    },
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}

/** As long as the quickest learner looks at a question, and at its answer, ms. */
const READING_MS = 500

/** Runs in the page: reveals, reads and answers, timed from the tap on the verdict to the paint of the next question. */
async function answerInPage({ many, readingMs }: { many: number; readingMs: number }) {
  const { appears, shown, pause } = window.watch!
  const times: number[] = []
  for (let i = 0; i < many; i++) {
    const reveal = await appears('[data-testid="reveal"]')
    await pause(readingMs)
    reveal.click()
    const good = await appears('.rating.good:not(:disabled)')
    await pause(readingMs)
    const startedAt = performance.now()
    good.click()
    await shown('[data-testid="reveal"]')
    times.push(performance.now() - startedAt)
  }
  return times
}

/** Runs in the page: of each answer a word is tapped, timed from there to the paint of its sheet. */
async function tapInPage({ many, readingMs }: { many: number; readingMs: number }) {
  const { appears, shown, pause } = window.watch!
  const times: number[] = []
  for (let i = 0; i < many; i++) {
    const reveal = await appears('[data-testid="reveal"]')
    reveal.click()
    const word = await appears('.body [data-at]')
    await pause(readingMs)
    const startedAt = performance.now()
    word.click()
    await shown('.word-sheet h2')
    times.push(performance.now() - startedAt)
    const good = await appears('.rating.good:not(:disabled)')
    good.click()
    await pause(readingMs)
  }
  return times
}
