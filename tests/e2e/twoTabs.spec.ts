import type { Page } from '@playwright/test'
import { expect, openApp, test, type TestServer } from './fixtures.ts'
import { answer } from './steps.ts'

/** Another tab of the same browser, on a screen of its own. */
async function otherTab(app: Page, server: TestServer, path = ''): Promise<Page> {
  const other = await app.context().newPage()
  await openApp(other, server, path)
  return other
}

test('a theme chosen in one tab is the theme of the other', async ({ withCards: app, server }) => {
  const other = await otherTab(app, server)
  await expect(other.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await openApp(app, server, 'settings/look')
  await app.getByRole('radio', { name: 'Dark' }).check()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.getByRole('radio', { name: 'Light' }).check()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('a word known in one tab is known in the article the other shows', async ({
  withCards: app,
  server,
}) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  const word = (page: Page) => page.getByTestId('pair-1').locator('.word.new').first()
  const at = await word(app).getAttribute('data-at')
  const other = await otherTab(app, server, new URL(app.url()).pathname.slice(1))
  const same = other.getByTestId('pair-1').locator(`[data-at="${at}"]`)
  await expect(same).toHaveClass(/new/)
  await word(app).click()
  await app.getByRole('dialog').getByRole('button', { name: 'Known' }).click()
  await expect(same).not.toHaveClass(/new/)
  await app.keyboard.press('u')
  await expect(same).toHaveClass(/new/)
})

test('an article deleted in one tab is gone from the other, and comes back', async ({
  withCards: app,
  server,
}) => {
  const other = await otherTab(app, server)
  await expect(other.getByTestId(/^article-/)).toHaveCount(1)
  await app.getByRole('link', { name: 'Library' }).click()
  await app.getByRole('button', { name: /^More: / }).click()
  await app.getByRole('button', { name: /^Delete: / }).click()
  await expect(other.getByTestId(/^article-/)).toHaveCount(0)
  await app.keyboard.press('Control+z')
  await expect(other.getByTestId(/^article-/)).toHaveCount(1)
})

test('a pair repaired in one tab is repaired in the other', async ({ withCards: app, server }) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  const pairs = (page: Page) => page.getByTestId(/^pair-\d+$/)
  await expect(pairs(app).first()).toBeVisible()
  const before = await pairs(app).count()
  const other = await otherTab(app, server, new URL(app.url()).pathname.slice(1))
  await expect(pairs(other)).toHaveCount(before)
  await app.getByRole('button', { name: 'Sentence 3: words, learn, fix' }).click()
  await app.getByRole('button', { name: 'Fix this sentence pair' }).click()
  await app.getByRole('button', { name: 'Join with the next pair' }).click()
  await expect(pairs(other)).toHaveCount(before - 1)
})

test('a card answered in one tab is done in the other', async ({ withCards: app, server }) => {
  const start = (await app.getByTestId('start').textContent()) ?? ''
  // Both begin with the order in which cards came: they show the same one.
  const one = await otherTab(app, server, 'review')
  const two = await otherTab(app, server, 'review')
  const question = one.locator('.question')
  await expect(question).toBeVisible()
  const asked = (await question.textContent()) ?? ''
  await expect(two.locator('.question')).toHaveText(asked)
  await answer(one, 'Remembered')
  await expect(two.locator('.question')).not.toHaveText(asked)
  await expect(app.getByTestId('start')).not.toHaveText(start)
})
