/**
 * What the browser tests share. A spec imports `test` and `expect` from here and finds, beside Playwright's own:
 *
 * - `app`: a page on the start page of the built app, phone-sized (tag a test `@desktop` to run it on a wide screen too).
 *   `openApp(page, 'review')` goes elsewhere. Phrases in the specs are English: the locale is en-GB.
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
 * - `expectAccessible(page)`: axe finds nothing serious or critical. Not in a persistent browser.
 */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type Page, expect } from '@playwright/test'
import { PersistentBrowser } from './persistentBrowser.ts'
import { makePreviousBuild } from './previousBuild.ts'
import type { TestServer } from './testServer.ts'
import { withServer } from './withServer.ts'

export { expect }
export type { PersistentBrowser, TestServer }

interface Fixtures {
  app: Page
  persistent: PersistentBrowser
  previousBuild: (version: string) => string
  outsideRequests: string[]
  complaints: string[]
  watch: (context: BrowserContext) => void
}

export const test = withServer.extend<Fixtures>({
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
        if (!['blob:', 'data:'].includes(url.protocol) && url.origin !== origin) {
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

export async function expectAccessible(page: Page): Promise<void> {
  let found = await findSerious(page)
  // Axe looks at one element after the other, perhaps while the page is still being drawn: what stays counts.
  if (found.length > 0) found = await findSerious(page)
  expect(found, 'serious or critical accessibility violations').toEqual([])
}

async function findSerious(page: Page): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => [`${id}: ${help}`, ...nodes.map(({ html }) => html)].join('\n  '))
}
