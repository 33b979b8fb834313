import type { Page } from '@playwright/test'
import { expect, expectAccessible, goOffline, goOnline, test, untilControlled } from './fixtures.ts'
import { countLogged, startReview, getStarted, importStarter } from './steps.ts'

const sheet = (app: Page) => app.locator('.word-sheet')

async function openArticle(app: Page): Promise<void> {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await expect(app.getByTestId('pair-4').locator('[data-at]').first()).toBeVisible()
}

test('the sheet leaves the text alive: another word changes it, Escape gives the focus back', async ({
  withCards: app,
}) => {
  await openArticle(app)
  const words = app.getByTestId('pair-4').locator('[data-at]')
  await words.nth(1).click()
  await expect(sheet(app)).toBeVisible()
  const heading = sheet(app).getByRole('heading', { level: 2 })
  await expect(heading).toBeFocused()
  const first = await heading.textContent()
  const [height, whole] = await sheet(app).evaluate((one) => [one.clientHeight, innerHeight])
  expect(height).toBeLessThanOrEqual(Math.ceil((whole ?? 0) * 0.4))
  await expectAccessible(app)

  const other = words.nth(3)
  await other.click()
  await expect(heading).not.toHaveText(first ?? '')
  await expect(heading).toBeFocused()
  await app.keyboard.press('Escape')
  await expect(sheet(app)).toHaveCount(0)
  await expect(other).toBeFocused()

  await other.press('Enter')
  await expect(heading).toBeFocused()
  await sheet(app).getByRole('button', { name: 'Show more' }).click()
  await expect
    .poll(() => sheet(app).evaluate((one) => one.clientHeight / innerHeight))
    .toBeGreaterThan(0.8)
})

test('a tapped word stands above the sheet, wherever it was', async ({ withCards: app }) => {
  await openArticle(app)
  const dismiss = app.getByRole('button', { name: 'Dismiss' })
  if (await dismiss.isVisible()) await dismiss.click()
  const word = app.locator('li.pair').last().locator('[data-at]').last()
  await word.scrollIntoViewIfNeeded()
  await word.click()
  await expect(sheet(app).getByRole('heading', { level: 2 })).toBeFocused()
  const [bottom, top] = await word.evaluate((one) => [
    one.getBoundingClientRect().bottom,
    document.querySelector('.word-sheet')?.getBoundingClientRect().top ?? 0,
  ])
  expect(bottom).toBeLessThanOrEqual((top ?? 0) - 20)
})

test('a word of an answer is tapped, learnt and unlearnt while its card stays', async ({ app }) => {
  await getStarted(app)
  await importStarter(app)
  await startReview(app)
  await app.getByTestId('reveal').click()
  const answer = app.getByRole('region', { name: 'Answer' })
  const asked = await app.getByTestId('headword').textContent()
  const word = app
    .locator('.question .passage [data-at]')
    .filter({ hasNotText: asked ?? '' })
    .last()
  await word.click()
  const heading = sheet(app).getByRole('heading', { level: 2 })
  await expect(heading).toBeFocused()
  const logged = await countLogged(app)

  // The keys of the review are not those of the sheet.
  await app.keyboard.press('Space')
  await app.keyboard.press('3')
  await expect(heading).toBeVisible()
  expect(await countLogged(app)).toBe(logged)

  const learn = sheet(app).getByTestId('learn-word')
  await learn.click()
  await expect(sheet(app)).toHaveCount(0)
  await expect(answer).toBeVisible()
  await word.click()
  await expect(sheet(app).getByTestId('word-state')).toHaveText('Learning')
  await app.keyboard.press('Escape')
  await expect(word).toBeFocused()
  await app.getByRole('button', { name: 'Undo' }).click()
  await word.click()
  await expect(sheet(app).getByTestId('word-state')).toHaveText('New')
  await expect(answer).toBeVisible()

  // The next card has no sheet.
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Remembered' }).click()
  await expect(app.getByTestId('reveal')).toBeVisible()
  expect(await countLogged(app)).toBe(logged + 1)
})

test('a word of the headword is tapped, and is the one in its sentence', async ({
  withCards: app,
}) => {
  await startReview(app)
  await expect(app.getByTestId('headword').locator('[data-at]')).toHaveCount(0)
  await app.getByTestId('reveal').click()
  const word = app.getByTestId('headword').locator('[data-at]').first()
  const asked = (await word.textContent()) ?? ''
  await word.click()
  await expect(sheet(app).getByRole('heading', { level: 2 })).toHaveText(asked)
  await expect(app.locator('.question .passage .tapped').first()).toHaveText(asked)
})

test('the words of a text of a card are one stop of the Tab key', async ({ withCards: app }) => {
  await startReview(app)
  await app.keyboard.press('Space')
  const words = app.locator('.question .passage [data-at]')
  await expect(words.first()).toBeVisible()
  const stop = app.locator('.question .passage [data-at][tabindex="0"]')
  await expect(stop).toHaveCount(1)
  await stop.focus()
  await app.keyboard.press('ArrowRight')
  await expect(words.nth(1)).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(sheet(app).getByRole('heading', { level: 2 })).toBeFocused()
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('the strokes of a word are drawn, and are there offline once they were looked at', async ({
    withCards: app,
    server,
  }) => {
    await untilControlled(app)
    await openArticle(app)
    const word = app.getByTestId('pair-4').locator('[data-at]').nth(1)
    const strokes = sheet(app).getByTestId('strokes')
    const look = async () => {
      await word.click()
      await sheet(app).getByRole('button', { name: 'Strokes' }).click()
      await expect(strokes.locator('.square svg').first()).toBeVisible()
    }
    await look()
    await app.keyboard.press('Escape')
    await goOffline(app.context(), server)
    await look()
    await goOnline(app.context(), server)
  })
})
