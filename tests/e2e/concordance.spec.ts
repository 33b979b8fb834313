import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './fixtures.ts'

const lines = (app: Page) => app.locator('a.hit')
const toLibrary = async (app: Page): Promise<void> => {
  await app.getByRole('link', { name: 'Library' }).click()
  await expect(app.getByRole('searchbox')).toBeVisible()
}

test('a word is found from the library by hanzi, pinyin or English, and leads to its sentence', async ({
  withCards: app,
}) => {
  await toLibrary(app)
  await app.keyboard.press('/')
  const field = app.getByRole('searchbox')
  await expect(field).toBeFocused()
  await field.fill('市场')
  await app.getByTestId('find-link').click()
  for (const typed of ['市场', 'shichang', 'markets']) {
    await field.fill(typed)
    await expect(lines(app).first().locator('mark').first()).toHaveText('市场')
    await expect(lines(app).first().locator('mark').nth(1)).toHaveText('market')
  }
  await expect(app.getByRole('status').filter({ hasText: /^\d+ times in 1 text$/ })).toBeAttached()
  await expectAccessible(app)
  const width = await app.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)

  await field.press('ArrowDown')
  await expect(lines(app).first()).toBeFocused()
  const said = (await lines(app).first().locator(':lang(en)').first().textContent()) ?? ''
  await app.keyboard.press('Enter')
  const sentence = app.locator('.pair.wanted')
  await expect(sentence).toBeInViewport()
  await expect(sentence.locator('.known')).toHaveText(said.trim())
  await app.goBack()
  await expect(field).toHaveValue('markets')
  await expect(lines(app).first()).toBeVisible()
})

test('a tapped word leads to all of its sentences', async ({ withCards: app }) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await app
    .getByTestId('pair-4')
    .locator('[data-at]', { hasText: /^市场$/ })
    .click()
  await app.getByTestId('find-all').click()
  await expect(app.getByRole('searchbox')).toHaveValue('市场')
  await expect(lines(app).first()).toBeVisible()
})
