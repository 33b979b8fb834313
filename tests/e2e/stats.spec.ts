import type { Page } from '@playwright/test'
import { buildBenchPage, openBenchPage } from '../bench/benchPage.ts'
import { expect, expectAccessible, openApp, test, type TestServer } from './fixtures.ts'

/** A learner of some months, written by the app's own storage in a page of the same origin. */
let seeding: string
test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  seeding = await buildBenchPage()
})
test.use({ viewport: { width: 360, height: 740 }, contextOptions: { reducedMotion: 'reduce' } })

async function seed(page: Page, server: TestServer): Promise<void> {
  await server.start(seeding)
  await openBenchPage(page, server)
  await page.evaluate(async () => {
    await window.bench?.seed({ articles: 2, reviews: 4_000, newCards: 40 })
  })
  await server.restore()
  await openApp(page, server)
}

async function chooseLanguageAndTheme(page: Page, server: TestServer): Promise<void> {
  await openApp(page, server, 'settings/look')
  await page.getByRole('radio', { name: '简体中文' }).check()
  await page.getByRole('radio', { name: '深色' }).check()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
}

/** The id of a reading card with a history. */
async function anyCard(page: Page): Promise<string> {
  return await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('duizhao')
        request.onsuccess = () => {
          const database = request.result
          const first = database.transaction('segments').objectStore('segments').getAll(null, 1)
          first.onsuccess = () => {
            const names: string[] = first.result[0].entries.names.split('\n')
            database.close()
            resolve(names.find((name) => name.includes('.read.')) ?? '')
          }
        }
      }),
  )
}

/** Nothing is wider than the screen, also not with text twice as large. */
async function expectNothingClipped(page: Page): Promise<void> {
  for (const size of ['100%', '200%']) {
    await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize
    }, size)
    const [scroll, client] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(scroll, `width of the page at ${size}`).toBeLessThanOrEqual(client ?? 0)
  }
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
}

/** Unfolds everything under More. */
async function unfoldAll(page: Page): Promise<void> {
  for (const summary of await page.locator('.fold > summary').all()) await summary.click()
}

/** Opens every table behind a picture; how many there are. */
async function showTables(page: Page, label: string): Promise<number> {
  const summaries = page.locator('summary', { hasText: label })
  const count = await summaries.count()
  for (let i = 0; i < count; i++) await summaries.nth(i).click()
  await expect(page.locator('details[open] table').last()).toBeVisible()
  return count
}

test('statistics answer in plain words, in charts and in tables', async ({ page, server }) => {
  await seed(page, server)
  await page.getByRole('link', { name: 'Progress' }).click()
  await expect(page.getByTestId('words-known')).toHaveText(/^[1-9]/)
  await expect(page.getByRole('heading', { name: 'What you can read' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^You remembered \d\d%/ })).toBeVisible()
  await unfoldAll(page)
  await page.getByRole('radio', { name: 'All' }).check({ force: true })
  await expect(page.getByTestId('sum')).toContainText('4,000 answers')
  await expect(page.getByRole('heading', { name: /times the reviews/ })).toBeVisible()
  expect(await showTables(page, 'Show as table')).toBeGreaterThanOrEqual(10)
  await expect(page.getByRole('img', { name: /^You remembered/ })).toBeVisible()
  await expectAccessible(page)
  await expectNothingClipped(page)

  await chooseLanguageAndTheme(page, server)
  await openApp(page, server, 'stats')
  await expect(page.getByRole('heading', { name: /^记住率/ })).toBeVisible()
  await unfoldAll(page)
  await expect(page.getByRole('heading', { name: /复习量变为/ })).toBeVisible()
  await showTables(page, '以表格显示')
  await expectAccessible(page)
  await expectNothingClipped(page)
})

test('a card tells its whole history', async ({ page, server }) => {
  await seed(page, server)
  const card = `card/${await anyCard(page)}`
  await openApp(page, server, card)
  await expect(page.getByRole('heading', { name: 'Card information' })).toBeVisible()
  await expect(page.getByTestId('reps')).toHaveText(/^[1-9]/)
  await expect(page.getByRole('table', { name: 'History' }).getByRole('row')).not.toHaveCount(1)
  await showTables(page, 'Show as table')
  await expectAccessible(page)
  await expectNothingClipped(page)

  await chooseLanguageAndTheme(page, server)
  await openApp(page, server, card)
  await expect(page.getByRole('heading', { name: '卡片详情' })).toBeVisible()
  await expectAccessible(page)
  await expectNothingClipped(page)
})

test('weights are fitted in the settings, and can be gone back from', async ({ page, server }) => {
  await seed(page, server)
  await openApp(page, server, 'settings/daily')
  await expect(page.getByTestId('retention-price')).toContainText('answers a day')
  await openApp(page, server, 'settings/memory')
  await page.getByRole('button', { name: 'Fit to me now' }).click()
  await expect(page.getByTestId('attempt')).toContainText('better. They are in use.')
  await page.getByRole('button', { name: 'Go back to the standard weights' }).click()
  await expect(page.getByRole('button', { name: /^Go back to the weights of/ })).toBeVisible()
  await page.reload()
  await expect(page.getByTestId('attempt')).toContainText('Last time:')
  await expect(page.getByRole('button', { name: /^Go back to the weights of/ })).toBeVisible()
})
