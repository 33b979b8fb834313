import type { Browser, Locator, Page } from '@playwright/test'
import { expect, openApp, test, type TestServer } from './fixtures.ts'

/** The file of a backup made now. */
async function backupOf(page: Page, server: TestServer): Promise<string> {
  await openApp(page, server, 'settings/data')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a backup' }).click()
  return await (await download).path()
}

/** What each says, without the mark of a doubt, which is found later. */
const said = async (pairs: Locator): Promise<readonly string[]> =>
  (await pairs.allTextContents()).map((text) => text.replace('Please check', ''))

async function openArticle(page: Page, server: TestServer): Promise<void> {
  await openApp(page, server, 'library')
  await page
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByTestId('pair-1')).toBeVisible()
}

async function joinWithNext(page: Page, server: TestServer, pair: number): Promise<void> {
  await openArticle(page, server)
  await page.getByRole('button', { name: `Sentence ${pair}: words, learn, fix` }).click()
  await page.getByRole('button', { name: 'Fix this sentence pair' }).click()
  await page.getByRole('button', { name: 'Join with the next pair' }).click()
  await expect(page.getByText('Your reviews are kept.')).toBeVisible()
}

/** A page of another device that has what the backup has. */
async function secondDevice(browser: Browser, server: TestServer, backup: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.locator('input[type=file]').setInputFiles(backup)
  await expect(page.getByTestId(/^article-/)).toHaveCount(1)
  return page
}

test('of an article repaired on two devices the other version can be seen, taken and given back', async ({
  withCards: app,
  browser,
  server,
}) => {
  const phone = await secondDevice(browser, server, await backupOf(app, server))
  await joinWithNext(app, server, 2)
  await joinWithNext(phone, server, 5)
  const here = app.locator('[data-testid^="pair-"]')
  const backup = await backupOf(phone, server)
  await openApp(app, server, 'settings/data')
  await app.locator('input[type=file]').setInputFiles(backup)
  await expect(app.getByTestId('restored')).toBeVisible()

  await openArticle(app, server)
  const offer = app.getByTestId('other-version')
  await expect(offer).toContainText('Another version of this text came from another device.')
  const mine = await said(here)
  await offer.getByTestId('version-look').click()
  await expect(offer).toContainText('This is the version from another device.')
  const theirs = await said(here)
  expect(theirs).not.toEqual(mine)
  await offer.getByTestId('version-look').click()
  expect(await said(here)).toEqual(mine)

  await offer.getByTestId('version-take').click()
  await expect(offer).toHaveCount(0)
  expect(await said(here)).toEqual(theirs)
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(offer).toBeVisible()
  expect(await said(here)).toEqual(mine)
  await offer.getByTestId('version-leave').click()
  await expect(offer).toHaveCount(0)
  await app.reload()
  await expect(app.getByTestId('pair-1')).toBeVisible()
  await expect(offer).toHaveCount(0)
  expect(await said(here)).toEqual(mine)
  await phone.context().close()
})
