import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'
import { getStarted, importStarter, putIn, starterText, startReview, toTerms } from './steps.ts'

/** Nothing is wider than the screen: text wraps instead of being cut off. */
async function expectNothingClipped(page: Page): Promise<void> {
  const [scroll, client] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(scroll, 'width of the page').toBeLessThanOrEqual(client ?? 0)
}

/** Every screen of the main job, handed to `check` one after the other. */
async function visitAll(page: Page, check: (page: Page) => Promise<void>): Promise<void> {
  const origin = new URL(page.url()).origin
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await check(page)
  await getStarted(page)
  await check(page)
  await putIn(page, starterText())
  await expect(page.getByTestId('seen')).toBeVisible()
  await check(page)
  await page.getByRole('button', { name: 'Repair pair 1', exact: true }).first().click()
  await check(page)
  await page.keyboard.press('Escape')
  await toTerms(page)
  await check(page)
  await page.getByRole('button', { name: /^Add \d+ to learn/ }).click()
  await expect(page.getByTestId('start')).toBeVisible()
  await check(page)
  await startReview(page)
  await check(page)
  await page.getByTestId('reveal').click()
  await check(page)
  await page.getByRole('button', { name: 'Card menu' }).click()
  await check(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close' }).click()
  await page
    .getByTestId(/^article-/)
    .getByRole('link')
    .click()
  await expect(page.getByTestId('pair-1').locator('[data-at]').first()).toBeVisible()
  await check(page)
  for (const path of ['library', 'settings']) {
    await page.goto(`${origin}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await check(page)
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test(`axe finds nothing serious on any ${colorScheme} screen`, async ({ app }) => {
      test.setTimeout(120_000)
      await visitAll(app, expectAccessible)
    })
  })
}

test('nothing is cut off at 200 % text on a narrow phone', async ({ app }) => {
  test.setTimeout(120_000)
  await app.setViewportSize({ width: 360, height: 740 })
  await visitAll(app, async (page) => {
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await expectNothingClipped(page)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
  })
})

test('Chinese and English carry their language everywhere', async ({ app }) => {
  await getStarted(app)
  await importStarter(app)
  await startReview(app)
  await app.getByTestId('reveal').click()
  const wrong = await app.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      if (node.parentElement?.closest('noscript, script, style')) continue
      const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? ''
      if (/[\u4e00-\u9fff]/.test(text) && !lang.startsWith('zh')) found.push(text)
    }
    return found
  })
  expect(wrong).toEqual([])
})
