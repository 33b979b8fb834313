/**
 * Takes the pictures in `public` anew, from the built app: for the web manifest and the README.
 * `npm run build && npx tsx tests/e2e/takeScreenshots.ts`; needs a font with Chinese characters.
 */
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { browserArguments, findOrInstallBrowser } from './browser.ts'
import { addPicked, getStarted, putIn, startReview, starterText, toTerms } from './steps.ts'
import { TestServer } from './testServer.ts'

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
const DESKTOP = { viewport: { width: 1280, height: 800 } }

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle')
  const path = join(import.meta.dirname, `../../public/screenshot-${name}.png`)
  await page.screenshot({ path })
}

/** A page with the news article put in, at the second step of the import. */
async function importing(browser: Browser, url: string, options: BrowserContextOptions) {
  const page = await browser.newPage({ ...options, locale: 'en-GB', reducedMotion: 'reduce' })
  await page.goto(url)
  await getStarted(page)
  await putIn(page, starterText('jeddah-talks.json'))
  await page.getByTestId('seen').waitFor()
  return page
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  const phone = await importing(browser, url, PHONE)
  await toTerms(phone)
  await take(phone, 'import')
  await addPicked(phone)
  await startReview(phone)
  await phone.getByTestId('reveal').click()
  await take(phone, 'review')

  const desktop = await importing(browser, url, DESKTOP)
  await toTerms(desktop)
  await addPicked(desktop)
  await desktop.locator('a[href*="article/"]').first().click()
  await desktop.locator('.word.learning').first().waitFor()
  await take(desktop, 'article-wide')
}

const server = new TestServer()
await server.start()
const executablePath = findOrInstallBrowser()
const browser = await chromium.launch({ executablePath, args: browserArguments() })
try {
  await takeAll(browser, server.url)
} finally {
  await browser.close()
  await server.stop()
}
