import {
  type BrowserContext,
  chromium,
  expect,
  firefox,
  type Locator,
  type Page,
} from '@playwright/test'
import { browserArguments } from '../e2e/browser.ts'
import type { Hand, Size, Target } from './hand.ts'

/** What Playwright needs to start an engine of the system. */
interface Launch {
  readonly engine: 'chromium' | 'firefox'
  readonly executablePath: string
  readonly profile: string
  readonly url: string
  readonly size: Size
}

/** Media that Playwright would set by a command this Firefox does not know. */
const asItIs = {
  colorScheme: null,
  reducedMotion: null,
  forcedColors: null,
  contrast: null,
} as const

function start({ engine, executablePath, profile, size }: Launch): Promise<BrowserContext> {
  const options = { executablePath, viewport: size, locale: 'en-GB', ...asItIs }
  return engine === 'firefox'
    ? // The stock browser over WebDriver BiDi, not the one that Playwright builds.
      firefox.launchPersistentContext(profile, { ...options, channel: 'moz-firefox' })
    : chromium.launchPersistentContext(profile, { ...options, args: browserArguments() })
}

function locate(page: Page, target: Target): Locator {
  if ('role' in target)
    return page.getByRole(target.role, { name: target.name, exact: true }).first()
  if ('testId' in target) return page.getByTestId(target.testId).first()
  return page.locator(target.css).first()
}

/** Chromium or Firefox, driven by Playwright. */
export async function playwrightHand(launch: Launch): Promise<Hand> {
  let context = await start(launch)
  const onlyPage = async () => context.pages()[0] ?? (await context.newPage())
  let page = await onlyPage()
  return {
    engine: launch.engine,
    open: async (path = '') => void (await page.goto(new URL(path, launch.url).href)),
    click: (target) => locate(page, target).click(),
    fill: (target, text) => locate(page, target).fill(text),
    press: (key) => page.keyboard.press(key === ' ' ? 'Space' : key),
    choose: (path) => page.locator('input[type=file]').setInputFiles(path),
    read: async (target) => (await locate(page, target).textContent()) ?? '',
    async see(target, text) {
      await expect(locate(page, target)).toBeVisible()
      if (text !== undefined) await expect(locate(page, target)).toContainText(text)
    },
    run: async <In, Out>(script: (given: In) => Out | Promise<Out>, given: In) =>
      await page.evaluate<Out, In>(script as never, given),
    resize: (size) => page.setViewportSize(size),
    screenshot: async (path) => void (await page.screenshot({ path })),
    async restart() {
      await context.close()
      context = await start(launch)
      page = await onlyPage()
    },
    close: () => context.close(),
  }
}
