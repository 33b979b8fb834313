import { expect, openApp, test, untilControlled } from './fixtures.ts'
import { answer, countLogged, getStarted, importStarter, startReview, stored } from './steps.ts'

test('the interface speaks Chinese and goes dark at once, and remembers', async ({
  app,
  server,
}) => {
  await getStarted(app)
  await openApp(app, server, 'settings/look')
  await app.getByRole('radio', { name: '简体中文' }).check()
  await expect(app.getByRole('heading', { name: '语言与外观', level: 1 })).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await app.getByRole('radio', { name: '深色' }).check()
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.reload()
  await expect(app.getByRole('heading', { name: '语言与外观', level: 1 })).toBeVisible()
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a backup restores everything on another device', async ({
  withCards: app,
  browser,
  server,
}) => {
  await startReview(app)
  for (let i = 0; i < 4; i++) await answer(app, 'Remembered')
  await openApp(app, server, 'settings/data')
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
  await openApp(app, server, 'settings/data')
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

test('a setting is found by what it is called, and changed where it is found', async ({
  withCards: app,
  server,
}) => {
  await app.setViewportSize({ width: 360, height: 740 })
  await openApp(app, server, 'settings')
  const list = app.getByRole('navigation', { name: 'Sections' })
  await expect(list.getByRole('link', { name: /^Daily amount 6 new cards/ })).toBeVisible()
  const find = app.getByRole('searchbox', { name: 'Find a setting' })
  await find.fill('SWIPE')
  await expect(app.getByRole('status').filter({ hasText: '2 settings' })).toBeAttached()
  await expect(app.getByRole('radio')).toHaveCount(0)
  await app.getByRole('switch', { name: 'Swipe to answer' }).uncheck()
  await expect.poll(() => stored(app, 'swipe')).toBe(false)
  await find.fill('')
  // On a phone a section is a page of its own, and the way back leads to the list.
  await list.getByRole('link', { name: /^Cards and answers .*swiping off/ }).click()
  await expect(app.getByRole('heading', { level: 1 })).toHaveText('Cards and answers')
  await expect(app.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(list).toHaveCount(0)
  await app.getByRole('link', { name: 'All settings' }).click()
  await expect(list).toBeVisible()
  // Where there is room it stands beside the list.
  await app.setViewportSize({ width: 1280, height: 800 })
  await expect(app.getByRole('radio', { name: 'I’m learning Chinese' })).toBeChecked()
  await list.getByRole('link', { name: /^Your data/ }).click()
  await expect(list.getByRole('link', { name: /^Your data/ })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(app.getByRole('button', { name: 'Save a backup' })).toBeVisible()
})
