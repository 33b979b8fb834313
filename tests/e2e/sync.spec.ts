import type { Page } from '@playwright/test'
import { startCouch, USER, type CouchDouble } from '../sync/couchDouble.ts'
import { expect, openApp, test, type TestServer } from './fixtures.ts'
import { answer, countLogged, getStarted, importStarter, startReview } from './steps.ts'

let couch: CouchDouble
test.beforeAll(async () => {
  couch = await startCouch()
})
test.afterAll(() => couch.close())
test.beforeEach(() => {
  couch.wipe()
  couch.isDown = false
})
// The one server besides ours that the app may speak with, and only once it was told to.
test.afterEach(({ outsideRequests }) => {
  expect(outsideRequests.filter((url) => !url.startsWith(couch.url))).toEqual([])
  outsideRequests.length = 0
})

const line = (page: Page) => page.getByTestId('sync-line')

async function turnOn(page: Page, server: TestServer): Promise<void> {
  await openApp(page, server, 'sync')
  await page.getByTestId('sync-address').fill(couch.url)
  await page.getByTestId('sync-name').fill(USER.name)
  await page.getByTestId('sync-password').fill(USER.password)
  await page.getByTestId('sync-passphrase').fill('a bowl of noodles')
  await page.getByTestId('sync-connect').click()
}

async function syncNow(page: Page, server: TestServer): Promise<void> {
  await openApp(page, server, 'sync')
  await page.getByTestId('sync-now').click()
  await expect(line(page)).toContainText(/Last synced .* nothing waits/)
  await expect(page.getByTestId('sync-now')).toBeEnabled()
}

/** Joins by the link that the other device shows: nothing is typed. */
async function joinBy(link: string, page: Page): Promise<void> {
  await page.goto(link)
  await page.getByTestId('sync-join').click()
  await expect(line(page)).toContainText(/Last synced .* nothing waits/)
  await expect(page).toHaveURL(/\/sync$/)
}

async function linkShownOn(page: Page): Promise<string> {
  await page.getByTestId('sync-show-code').click()
  await expect(page.getByRole('img', { name: 'QR code' })).toBeVisible()
  return await page.getByTestId('sync-link').inputValue()
}

const pairs = async (page: Page, server: TestServer): Promise<readonly string[]> => {
  await openApp(page, server, 'library')
  await page
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByTestId('pair-1')).toBeVisible()
  const texts = await page.locator('[data-testid^="pair-"]').allTextContents()
  return texts.map((text) => text.replace('Worth a look', ''))
}

test('two devices study while the server is away, meet there, and agree', async ({
  withCards: phone,
  browser,
  server,
}) => {
  await turnOn(phone, server)
  await expect(line(phone)).toContainText(/Last synced .* nothing waits/)
  const context = await browser.newContext({ locale: 'en-GB' })
  const laptop = await context.newPage()
  await joinBy(await linkShownOn(phone), laptop)
  await expect(laptop.getByTestId('sync-devices').getByRole('listitem')).toHaveCount(2)
  const before = await pairs(laptop, server)

  couch.isDown = true
  await openApp(phone, server)
  await startReview(phone)
  await answer(phone, 'Remembered')
  await pairs(laptop, server)
  await laptop.getByRole('button', { name: 'Sentence 2: words, learn, fix' }).click()
  await laptop.getByRole('button', { name: 'Fix this sentence pair' }).click()
  await laptop.getByRole('button', { name: 'Join with the next pair' }).click()
  await expect(laptop.getByText('Your reviews are kept.')).toBeVisible()
  await openApp(phone, server, 'sync')
  await phone.getByTestId('sync-now').click()
  await expect(phone.getByTestId('sync-trouble')).toContainText('cannot be reached')
  expect(JSON.stringify([...couch.documents.values()])).not.toMatch(/"(zh|en|rating)"/)

  couch.isDown = false
  await syncNow(phone, server)
  await syncNow(laptop, server)
  await syncNow(phone, server)
  const after = await pairs(phone, server)
  expect(after).not.toEqual(before)
  expect(await pairs(laptop, server)).toEqual(after)
  expect(await countLogged(laptop)).toBe(1)
  expect(await countLogged(phone)).toBe(1)
  await context.close()
})

test('killed during a round, it goes on from there', async ({ persistent, browser, server }) => {
  const page = await persistent.open()
  await page.goto(server.url)
  await getStarted(page)
  await importStarter(page)
  const puts = () => couch.requests.filter((request) => request.includes('_bulk_docs')).length
  const putsBefore = puts()
  await turnOn(page, server)
  // The key is there, and the first segment on its way.
  await expect.poll(puts, { intervals: [5] }).toBeGreaterThan(putsBefore)
  await persistent.kill()

  const again = await persistent.open()
  await openApp(again, server, 'sync')
  const isOn = again.getByTestId('sync-now')
  await expect(isOn.or(again.getByTestId('sync-connect'))).toBeVisible()
  if (!(await isOn.isVisible())) await turnOn(again, server)
  await expect(isOn).toBeVisible()
  await syncNow(again, server)
  const context = await browser.newContext({ locale: 'en-GB' })
  const laptop = await context.newPage()
  await joinBy(await linkShownOn(again), laptop)
  expect(await pairs(laptop, server)).toEqual(await pairs(again, server))
  await context.close()
})
