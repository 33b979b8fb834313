/**
 * Takes the pictures of `public/screenshots` anew, from the built app: for the web manifest and the README.
 * `npm run build && npx tsx tests/e2e/takeScreenshots.ts`; needs a font with Chinese characters.
 */
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from './browser.ts'
import { addPicked, getStarted, putIn, starterText, startReview, toTerms } from './steps.ts'
import { TestServer } from './testServer.ts'

const folder = join(import.meta.dirname, '../../public/screenshots')
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1280, height: 800 }

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`) })
}

async function takeAll(
  browser: Browser,
  url: string,
  shape: 'phone' | 'desktop',
  viewport: { width: number; height: number },
): Promise<void> {
  const page = await browser.newPage({ viewport, locale: 'en-GB', reducedMotion: 'reduce' })
  await page.goto(url)
  await getStarted(page)
  await putIn(page, starterText('jeddah-talks.json'))
  await page.getByTestId('seen').waitFor()
  await take(page, `import-${shape}`)
  await toTerms(page)
  await addPicked(page)
  await startReview(page)
  await page.getByTestId('reveal').click()
  await take(page, `review-${shape}`)
  await page.close()
}

const server = new TestServer()
await server.start()
const executablePath = findOrInstallBrowser()
const browser = await chromium.launch({ executablePath, args: browserArguments() })
try {
  await takeAll(browser, server.url, 'phone', PHONE)
  await takeAll(browser, server.url, 'desktop', DESKTOP)
} finally {
  await browser.close()
  await server.stop()
}
