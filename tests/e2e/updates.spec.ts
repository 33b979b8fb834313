import type { Page } from '@playwright/test'
import { expect, test, untilControlled, type TestServer } from './fixtures.ts'
import {
  addPicked,
  countLogged,
  getStarted,
  importStarter,
  putIn,
  starterText,
  startReview,
  toTerms,
} from './steps.ts'

test.use({ serviceWorkers: 'allow' })

/** Lets the browser look for a new version, which then waits. */
async function findNewVersion(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update()
  })
}

const version = (page: Page) => page.locator('meta[name=version]')
const OLD = '0.0.1'
const isOld = (page: Page) => expect(version(page)).toHaveAttribute('content', OLD)
const isNew = (page: Page) => expect(version(page)).not.toHaveAttribute('content', OLD)

/** Two tabs of an older version, the first with cards to review, while the server has a newer one. */
async function twoOldTabs(page: Page, server: TestServer, folder: string) {
  await server.start(folder)
  await page.goto(server.url)
  await getStarted(page)
  await untilControlled(page)
  await importStarter(page)
  const other = await page.context().newPage()
  await other.goto(server.url)
  await expect(other.getByTestId('start')).toBeVisible()
  return other
}
async function updateIn(page: Page, server: TestServer): Promise<void> {
  await server.restore()
  await findNewVersion(page)
  await page.getByRole('button', { name: 'Update now' }).click()
  await isNew(page)
}
/** Scripts in the caches of this origin. */
const scripts = (page: Page) =>
  page.evaluate(async () => {
    const keys = (await caches.keys()).map(async (name) => (await caches.open(name)).keys())
    return (await Promise.all(keys)).flat().flatMap(({ url }) => (url.endsWith('.js') ? url : []))
  })

test.describe('a new version that one tab takes', () => {
  test('is taken by an idle tab at once', async ({ page, server, previousBuild }) => {
    const other = await twoOldTabs(page, server, previousBuild(OLD))
    await updateIn(other, server)
    await isNew(page)
  })

  test('waits for the card that is up in another, which has all its parts until then', async ({
    page,
    server,
    previousBuild,
  }) => {
    const other = await twoOldTabs(page, server, previousBuild(OLD))
    const parts = (await scripts(page)).filter((url) => /Stats|Settings/.test(url))
    await startReview(page)
    await page.getByTestId('reveal').click()
    await updateIn(other, server)
    await expect(page.getByText('A new version is in use.')).toBeVisible()
    await page.waitForTimeout(1000)
    await isOld(page)
    // From the browser's own cache it would come as well, as long as that keeps it.
    const got = await page.evaluate(async (urls) => {
      const asked = urls.map((url) => fetch(url, { cache: 'no-store' }))
      return (await Promise.all(asked)).map(({ status }) => status)
    }, parts)
    expect([parts.length > 1, ...got]).toEqual([true, ...parts.map(() => 200)])

    await page.getByRole('button', { name: 'Remembered' }).click()
    await isNew(page)
    await expect(page.getByTestId('reveal')).toBeVisible()
    expect(await countLogged(page)).toBe(1)
    await expect
      .poll(async () => (await scripts(page)).filter((url) => parts.includes(url)))
      .toEqual([])
  })

  test('waits for the screen of a card to be left', async ({ page, server, previousBuild }) => {
    const other = await twoOldTabs(page, server, previousBuild(OLD))
    await startReview(page)
    await updateIn(other, server)
    await isOld(page)
    await page.getByRole('button', { name: 'Close' }).click()
    await isNew(page)
    await expect(page.getByTestId('start')).toBeVisible()
  })

  test('waits for an import, and it is added whole', async ({ page, server, previousBuild }) => {
    const other = await twoOldTabs(page, server, previousBuild(OLD))
    await putIn(page, starterText('night-train.json'))
    await toTerms(page)
    await updateIn(other, server)
    await page.waitForTimeout(1000)
    await isOld(page)
    await addPicked(page)
    await isNew(page)
    await expect(page.getByTestId(/^article-/)).toHaveCount(2)
  })
})
