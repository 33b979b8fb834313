import { expect, expectAccessible, test } from './fixtures.ts'
import { addPicked, getStarted, putIn, startReview, starterText, toTerms } from './steps.ts'

test('who learns English sees how a word is said: in the list, in the popup, on the card', async ({
  app,
}) => {
  await getStarted(app)
  await app.getByRole('link', { name: 'Settings' }).click()
  await app.getByRole('link', { name: /^Learning/ }).click()
  await app.getByRole('radio', { name: 'I’m learning English' }).check()
  await app.getByRole('link', { name: 'All settings' }).click()
  await app.getByRole('link', { name: /^About Duizhao/ }).click()
  await expect(app.getByText('everything works offline')).toBeVisible({ timeout: 30_000 })
  await expect(app.getByText('CMU Pronouncing Dictionary')).toBeVisible()
  await putIn(app, starterText('jeddah-talks.json'))
  await toTerms(app)
  const row = app
    .getByTestId('terms')
    .getByRole('listitem')
    .filter({ hasText: 'ceasefire' })
    .first()
  await expect(row.locator('[lang="en-fonipa"]')).toContainText('ˈsiːsˌfaɪɚ')
  await expect(row.locator('[lang^="zh"]').first()).toContainText('停火')
  await expectAccessible(app)
  await addPicked(app)

  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  const word = app.locator('[data-at]', { hasText: /^warnings$/ }).first()
  await word.click()
  const sheet = app.getByRole('dialog')
  await expect(sheet.getByTestId('word-ipa')).toHaveText('/ˈwɔːrnɪŋ/')
  await expect(sheet.getByTestId('word-form')).toContainText('/ˈwɔːrnɪŋz/')
  await expectAccessible(app)
  await app.keyboard.press('Escape')

  await app.getByRole('link', { name: 'Today' }).click()
  await startReview(app)
  await app.getByTestId('reveal').click()
  await expect(app.getByTestId('reading')).toHaveText(/^\/.+\/$/)
})
