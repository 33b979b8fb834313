import { expect, openApp, test, untilControlled } from './fixtures.ts'
import { answer, countLogged, getStarted, importStarter, startReview } from './steps.ts'

test('the interface speaks Chinese and goes dark at once, and remembers', async ({
  app,
  server,
}) => {
  await getStarted(app)
  await openApp(app, server, 'settings')
  await app.getByRole('radio', { name: '中文' }).check()
  await expect(app.getByRole('heading', { name: '设置' })).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await app.getByRole('radio', { name: '深色' }).check()
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.reload()
  await expect(app.getByRole('heading', { name: '设置' })).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a backup restores everything on another device', async ({
  withCards: app,
  browser,
  server,
}) => {
  await startReview(app)
  for (let i = 0; i < 4; i++) await answer(app, 'Remembered')
  await openApp(app, server, 'settings')
  await expect(app.getByTestId('unsaved')).toContainText('4 reviews are not backed up')
  const download = app.waitForEvent('download')
  await app.getByRole('button', { name: 'Save a backup' }).click()
  const path = await (await download).path()
  await expect(app.getByTestId('unsaved')).toContainText('Every review is backed up.')

  const elsewhere = await browser.newContext({ locale: 'en-GB' })
  const page = await elsewhere.newPage()
  await page.goto(server.url)
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible()
  await expect(page.getByTestId('start')).toContainText('Continue')
  await expect(page.getByTestId(/^article-/)).toHaveCount(1)
  await elsewhere.close()
})

test('a damaged backup changes nothing and says so', async ({ withCards: app, server }) => {
  await openApp(app, server, 'settings')
  await app.locator('input[type=file]').setInputFiles({
    name: 'x.duizhao',
    mimeType: 'application/gzip',
    buffer: Buffer.from('not a backup at all'),
  })
  await expect(app.getByTestId('issues')).toContainText('not a Duizhao backup')
  expect(await countLogged(app)).toBe(0)
})

test.describe('an update', () => {
  test.use({ serviceWorkers: 'allow' })

  test('a new version is offered, not forced, and keeps the data', async ({
    page,
    server,
    previousBuild,
  }) => {
    await server.start(previousBuild('0.0.1'))
    await page.goto(server.url)
    await getStarted(page)
    await untilControlled(page)
    await importStarter(page)
    await startReview(page)
    await answer(page, 'Remembered')

    await server.restore()
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update()
    })
    // Not in the middle of a review.
    await page.waitForTimeout(1500)
    await expect(page.getByText('A new version is ready.')).toHaveCount(0)
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Update now' }).click()
    await expect(page.locator('meta[name=version]')).not.toHaveAttribute('content', /^0\.0\.1/)
    await expect(page.getByTestId('start')).toContainText('Continue')
    expect(await countLogged(page)).toBe(1)
  })
})
