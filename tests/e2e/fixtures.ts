/**
 * What the browser tests share. A spec imports `test` and `expect` from here and finds, beside Playwright's own:
 *
 * - `app`: a page on the start page of the built app, phone-sized (tag a test `@desktop` to run it on a wide screen too).
 *   `openApp(page, 'review')` goes elsewhere. Phrases in the specs are English: the locale is en-GB.
 * - `withCards`: such a page on Today, of a learner who has imported a starter text and not yet answered a card. For tests
 *   that are not about importing: the import is done once a worker, by hand, and its disk put under each page that asks.
 *   `test.use({ starter: 'noodle-shop.json' })` names another text.
 * - No page has a service worker unless the test is about what it does: `test.use({ serviceWorkers: 'allow' })`. A
 *   `persistent` browser always has.
 * - `server`: this worker's own server. `server.url`, `server.stop()`, `server.start()`; `server.start(folder)` serves
 *   another build under the same address. After each test it runs the real build again.
 * - `persistent`: a browser with a profile on disk. `const page = await persistent.open()`, then
 *   `await persistent.kill()` (SIGKILL) or `.close()`, then `.open()` again with what the disk kept. `.context` is its
 *   context.
 * - `previousBuild(version)`: folder of a build that counts as another version, for `server.start(folder)`.
 * - `outsideRequests`: what left the origin so far; checked to be empty after every test, and so are uncaught errors and
 *   violations of the content security policy. A test that provokes errors empties `complaints` itself.
 *
 * and these functions:
 *
 * - `untilControlled(page)`: the service worker is active and serves this page; from here on offline works.
 * - `goOffline(context, server)`, `goOnline(context, server)`: the server switched off and the network gone; and back.
 * - `limitQuota(page, bytes)`, `limitQuota(page, null)`: the disk of this origin is that large; and real again.
 * - `throttleCpu(page, rate)`: 4 makes the page's main thread four times slower (workers stay fast).
 * - `expectAccessible(page)`: axe finds nothing serious or critical; `expectAccessible(page, rules)`: by these rules.
 *   Not in a persistent browser.
 */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import {
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  expect,
} from '@playwright/test'
import { keepDisk, type KeptDisk, putOnDisk } from './keptDisk.ts'
import { PersistentBrowser } from './persistentBrowser.ts'
import { makePreviousBuild } from './previousBuild.ts'
import { getStarted, importStarter } from './steps.ts'
import type { TestServer } from './testServer.ts'
import { withServer } from './withServer.ts'

export { expect }
export type { PersistentBrowser, TestServer }

interface Options {
  starter: string
}
interface Fixtures {
  app: Page
  withCards: Page
  persistent: PersistentBrowser
  previousBuild: (version: string) => string
  outsideRequests: string[]
  complaints: string[]
  watch: (context: BrowserContext) => void
}

interface WorkerFixtures {
  imported: (starter: string, url: string) => Promise<KeptDisk>
}

/** Besides our own, where the tests of this file may send requests. A spec adds those of its servers. */
export const allowedOrigins = new Set<string>()

export const test = withServer.extend<Fixtures & Options, WorkerFixtures>({
  starter: ['saturday-market.json', { option: true }],

  imported: [
    async ({ browser }, use, { project }) => {
      const kept = new Map<string, Promise<KeptDisk>>()
      const importNow = async (starter: string, url: string): Promise<KeptDisk> => {
        const context = await browser.newContext(project.use as BrowserContextOptions)
        const page = await context.newPage()
        await page.goto(url)
        await getStarted(page)
        await importStarter(page, starter)
        await expect(page.getByTestId('start')).toBeVisible()
        await page.goto(blankPage(url))
        const disk = await keepDisk(page)
        await context.close()
        return disk
      }
      await use((starter, url) => {
        const disk = kept.get(starter) ?? importNow(starter, url)
        kept.set(starter, disk)
        return disk
      })
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  outsideRequests: async ({}, use) => {
    const requests: string[] = []
    await use(requests)
    expect(requests, 'requests that left the origin').toEqual([])
  },

  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints, 'uncaught errors and policy violations').toEqual([])
  },

  watch: async ({ server, outsideRequests, complaints }, use) => {
    const { origin } = new URL(server.url)
    await use((context) => {
      context.on('request', (request) => {
        const url = new URL(request.url())
        const isAllowed = url.origin === origin || allowedOrigins.has(url.origin)
        if (!['blob:', 'data:'].includes(url.protocol) && !isAllowed) {
          outsideRequests.push(url.href)
        }
      })
      context.on('weberror', (error) =>
        complaints.push(error.error().stack ?? error.error().message),
      )
      context.on('console', (message) => {
        if (/content security policy/i.test(message.text())) complaints.push(message.text())
      })
    })
  },

  context: async ({ context, watch }, use) => {
    watch(context)
    await use(context)
  },

  app: async ({ page, server }, use) => {
    await page.goto(server.url)
    await use(page)
  },

  withCards: async ({ page, server, imported, starter }, use) => {
    const disk = await imported(starter, server.url)
    await page.goto(blankPage(server.url))
    await putOnDisk(page, disk)
    await page.goto(server.url)
    await expect(page.getByTestId('start')).toBeVisible()
    await use(page)
  },

  persistent: async ({ viewport, hasTouch, isMobile, locale, watch }, use, testInfo) => {
    const options = { viewport, hasTouch, isMobile, ...(locale ? { locale } : {}) }
    const browser = new PersistentBrowser(testInfo.outputPath('profile'), options, watch)
    await use(browser)
    await browser.close()
  },

  previousBuild: async ({}, use, testInfo) => {
    await use((version) => makePreviousBuild(join(testInfo.outputDir, 'previous'), version))
  },
})

/** A page of the origin that is not the app. */
const blankPage = (url: string): string => new URL('favicon.svg', url).href

/** Goes to a page of the app by its path, base included: `openApp(page, server, 'settings')`. */
export async function openApp(page: Page, server: TestServer, path = ''): Promise<void> {
  await page.goto(new URL(path, server.url).href)
}

export async function untilControlled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active === null || active.state === 'activated') return
    await new Promise<void>((resolve) => {
      active.addEventListener('statechange', () => {
        if (active.state === 'activated') resolve()
      })
    })
  })
  const controlled = await page.evaluate(() => navigator.serviceWorker.controller !== null)
  if (!controlled) await page.reload()
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

export async function goOffline(context: BrowserContext, server: TestServer): Promise<void> {
  await server.stop()
  await context.setOffline(true)
}

export async function goOnline(context: BrowserContext, server: TestServer): Promise<void> {
  await server.start()
  await context.setOffline(false)
}

export async function limitQuota(page: Page, bytes: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await session.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === null ? {} : { quotaSize: bytes }),
  })
}

export async function throttleCpu(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  let found = await findSerious(page, rules)
  // Axe looks at one element after the other, perhaps while the page is still being drawn: what stays counts.
  if (found.length > 0) found = await findSerious(page, rules)
  expect(found, 'serious or critical accessibility violations').toEqual([])
}

async function findSerious(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: { type: 'rule', values: [...rules] } }),
  })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.map(({ html }) => html)].join('\n  '))
}
