import { test } from './fixtures.ts'
import { getStarted, importStarter, startReview } from './steps.ts'
test('shots', async ({ app }) => {
  const shot = async (name: string) => {
    await app.waitForTimeout(500)
    await app.screenshot({ path: `/tmp/shots/${name}.png` })
  }
  await app.setViewportSize({ width: 360, height: 740 })
  await getStarted(app)
  await importStarter(app)
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .click()
  const w = app.getByTestId('pair-4').locator('[data-at]').nth(2)
  await w.click()
  await shot('reader')
  await app.locator('.grip').click()
  await shot('reader-tall')
  await app.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark'
  })
  await shot('reader-tall-dark')
  await app.keyboard.press('Escape')
  await w.click()
  await shot('reader-dark')
  await app.setViewportSize({ width: 1280, height: 800 })
  await shot('reader-wide-dark')
  await app.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light'
  })
  await shot('reader-wide')
  await app.keyboard.press('Escape')
  await app.setViewportSize({ width: 360, height: 740 })
  await app.getByRole('link', { name: 'Today' }).click()
  await startReview(app)
  await app.getByTestId('reveal').click()
  await shot('card')
  await app.locator('.question [data-words] [data-at]').last().click()
  await shot('card-sheet')
  await app.setViewportSize({ width: 1280, height: 800 })
  await shot('card-wide')
  await app.keyboard.press('Escape')
  await app.setViewportSize({ width: 360, height: 740 })
  await app.goto('settings')
})
