import type { Browser, Page } from '@playwright/test'
import { TestServer } from '../e2e/testServer.ts'
import type { Figure } from './figure.ts'

/** A network as the field emulates it: bytes a second down, ms until the first of them. */
const NETWORKS = [
  {
    name: 'this machine',
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  },
  {
    name: '1.6 Mbit/s, 150 ms',
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  },
]

/** What the shelf costs who looks at it for the first time, from the tap until it is drawn: all covers, one text, one level. */
export async function measureShelfInPage(browser: Browser): Promise<readonly Figure[]> {
  const server = new TestServer()
  await server.start()
  const figures: Figure[] = []
  try {
    for (const { name: note, ...network } of NETWORKS) {
      // Its cache of files is empty each time, and a worker's fetches are not slowed down.
      const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' })
      const page = await context.newPage()
      await page.goto(server.url)
      await page.getByRole('button', { name: 'Look around first' }).click()
      await page.getByRole('link', { name: 'Library' }).click()
      const all = page.getByRole('link', { name: 'All starter texts' })
      await all.waitFor()
      const session = await context.newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', network)
      const last = page.getByTestId(/^text-/).last()
      const covers = await took(
        () => all.click(),
        () => last.waitFor(),
      )
      await page.getByRole('button', { name: 'HSK 4', exact: true }).click()
      const along = page.getByRole('button', { name: /^Download this level/ })
      const level = await took(
        () => along.click(),
        () => page.getByText('All on this device').waitFor(),
      )
      await page.getByRole('button', { name: 'HSK 3', exact: true }).click()
      await page.getByTestId('text-starter-everything-you-lost').click()
      const pairs = page.getByRole('button', { name: 'Choose words' })
      const text = await took(
        () => page.getByTestId('learn').click(),
        () => pairs.waitFor(),
      )
      figures.push(
        { name: 'the shelf, from the tap to 48 covers', value: covers, unit: 'ms', note },
        { name: 'the catalogue, fetched', value: await fetched(page, '/index-'), unit: 'ms', note },
        { name: 'HSK 4 taken along, nine texts', value: level, unit: 'ms', note },
        {
          name: 'a text, fetched',
          value: await fetched(page, '/everything-you-lost-'),
          unit: 'ms',
          note,
        },
        { name: '… until its pairs are shown, dictionary and all', value: text, unit: 'ms', note },
      )
      await context.close()
    }
    return figures
  } finally {
    await server.stop()
  }
}

async function took(act: () => Promise<void>, done: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await act()
  await done()
  return performance.now() - began
}

/** How long the page waited for a deck file whose name holds `part`, ms. */
async function fetched(page: Page, part: string): Promise<number> {
  return await page
    .evaluate((wanted) => {
      const entries = performance.getEntriesByType('resource')
      return entries.findLast(({ name }) => name.includes(wanted) && name.endsWith('.json'))
        ?.duration
    }, part)
    .then((ms) => ms ?? Number.NaN)
}
