import type { Page } from '@playwright/test'
import { expect, limitQuota, openApp, test } from './fixtures.ts'
import { putIn, starterText, toTerms } from './steps.ts'

/** Chromium trusts what it last knew of the free space for half a minute. */
const UNTIL_KNOWN = 31_000
const said = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })
const NO_ROOM = 'no room left on this device'
const add = (page: Page) =>
  page.getByRole('button', { name: /^Learn (this one|these \d+)/ }).click()

test('on a full disk everything goes without a word but what the learner decides', async ({
  withCards: app,
  server,
  complaints,
}) => {
  test.setTimeout(300_000)
  await limitQuota(app, 1)
  await app.waitForTimeout(UNTIL_KNOWN)
  await app.reload()
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await app.getByTestId('pair-1').locator('[data-at]').first().click()
  const know = app.getByRole('dialog').getByRole('button', { name: 'Known' })
  await expect(know).toBeVisible()
  await expect(said(app)).toHaveCount(0)
  await know.click()
  await expect(said(app)).toContainText(NO_ROOM)

  await openApp(app, server)
  await putIn(app, starterText('night-train.json'))
  await toTerms(app)
  await expect(said(app)).toHaveCount(0)
  await add(app)
  await expect(said(app)).toContainText(NO_ROOM)
  // Nothing else that succeeds meanwhile wipes it.
  await app.waitForTimeout(12_000)
  await expect(said(app)).toContainText(NO_ROOM)

  await limitQuota(app, null)
  await app.waitForTimeout(UNTIL_KNOWN)
  await add(app)
  await expect(app.getByTestId(/^article-/)).toHaveCount(2)
  await expect(said(app)).toHaveCount(0)
  complaints.length = 0
})
