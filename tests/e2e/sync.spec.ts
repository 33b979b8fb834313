import type { Page } from '@playwright/test'
import { startCouch, USER, type CouchDouble } from '../sync/couchDouble.ts'
import {
  allowedOrigins,
  expect,
  expectAccessible,
  openApp,
  test,
  type TestServer,
} from './fixtures.ts'
import { answer, countLogged, getStarted, importStarter, startReview } from './steps.ts'

let couch: CouchDouble
test.beforeAll(async () => {
  couch = await startCouch()
  // The one server besides ours that the app may speak with, and only once it was told to.
  allowedOrigins.add(new URL(couch.url).origin)
})
test.afterAll(async () => {
  allowedOrigins.clear()
  await couch.close()
})
test.beforeEach(() => {
  couch.wipe()
  couch.isDown = false
  couch.hold = null
})

const line = (page: Page) => page.getByTestId('sync-line')

async function turnOn(page: Page, server: TestServer, password = USER.password): Promise<void> {
  await openApp(page, server, 'sync')
  await page.getByTestId('sync-address').fill(couch.url)
  await page.getByTestId('sync-name').fill(USER.name)
  await page.getByTestId('sync-password').fill(password)
  await page.getByTestId('sync-passphrase').fill('a bowl of noodles')
  await page.getByTestId('sync-connect').click()
}

async function syncNow(page: Page, server: TestServer): Promise<void> {
  await openApp(page, server, 'sync')
  await page.getByTestId('sync-now').click()
  await expect(line(page)).toContainText(/Last synced .* nothing waits/)
  await expect(page.getByTestId('sync-stop')).toHaveCount(0)
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

test('two tabs make one round after the other; one that takes long can be stopped', async ({
  withCards: one,
  context,
  server,
}) => {
  await turnOn(one, server)
  await expect(line(one)).toContainText(/Last synced .* nothing waits/)
  const other = await context.newPage()
  await syncNow(other, server)

  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  couch.hold = () => held
  await one.getByTestId('sync-now').click()
  await one.getByTestId('sync-stop').click()
  await expect(one.getByText('Stopped. Nothing is lost')).toBeVisible()
  await expect(one.getByTestId('sync-trouble')).toBeHidden()
  couch.hold = null
  release()
  await other.getByTestId('sync-now').click()
  await expect(line(other)).toContainText(/Last synced .* nothing waits/)
  await syncNow(one, server)
})

test.describe('the page', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

  test('is accessible in all its states, and nothing is cut off at 200 % text', async ({
    withCards: page,
    server,
  }) => {
    test.setTimeout(120_000)
    const look = async () => {
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectAccessible(page, ['color-contrast', 'link-in-text-block'])
      await page.emulateMedia({ colorScheme: 'light' })
      const [scroll, client] = await page.evaluate(() => {
        const root = document.documentElement
        root.style.fontSize = '200%'
        const widths = [root.scrollWidth, root.clientWidth]
        root.style.fontSize = ''
        return widths
      })
      expect(scroll, 'width of the page').toBeLessThanOrEqual(client ?? 0)
    }
    await page.setViewportSize({ width: 360, height: 740 })
    await openApp(page, server, 'sync')
    await page.getByTestId('sync-address').fill('no address')
    await look()
    await turnOn(page, server, 'wrong')
    await expect(page.getByTestId('sync-trouble')).toBeVisible()
    await look()
    await turnOn(page, server)
    await expect(line(page)).toContainText(/Last synced .* nothing waits/)
    const link = await linkShownOn(page)
    await page.getByTestId('sync-new-passphrase').fill('two bowls of noodles')
    await page.getByTestId('sync-change-passphrase').click()
    await expect(page.getByText('The passphrase is changed.')).toBeVisible()
    expect(await page.getByTestId('sync-link').inputValue()).not.toBe(link)
    await page.getByTestId('sync-erase').click()
    await look()
    couch.isDown = true
    await page.getByTestId('sync-now').click()
    await expect(page.getByTestId('sync-trouble')).toBeVisible()
    await look()
    couch.isDown = false
    await page.getByTestId('sync-leave').click()
    await expect(page.getByTestId('sync-connect')).toBeVisible()
    await page.goto(link)
    await expect(page.getByTestId('sync-join')).toBeVisible()
    await look()
  })
})
