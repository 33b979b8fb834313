import { expect, goOffline, test, untilControlled } from './fixtures.ts'
import {
  addPicked,
  answer,
  ceasefire,
  countLogged,
  getStarted,
  importStarter,
  putIn,
  startReview,
  toTerms,
} from './steps.ts'

test.describe('from a pasted text to reviews', () => {
  test('a starter article is aligned, picked from and reviewed', async ({ app }) => {
    await getStarted(app)
    await importStarter(app)
    await startReview(app)
    for (let i = 0; i < 5; i++) await answer(app, i % 2 ? 'Forgot' : 'Remembered')
    expect(await countLogged(app)).toBe(5)
  })

  const article = ceasefire
  if (article !== null)
    test('the ceasefire article comes out right untouched', async ({ app }) => {
      await getStarted(app)
      await putIn(app, article)
      await expect(app.getByTestId('seen')).toContainText('Chinese first')
      await expect(app.getByTestId('seen')).toContainText(
        'The first English line looks like a headline.',
      )
      await expect(app.getByRole('heading', { name: '63 pairs of sentences' })).toBeVisible()
      await app.getByRole('button', { name: 'Show all 64' }).click()
      await expect(app.getByTestId('bead-1')).toContainText('No Chinese here')

      await toTerms(app)
      const term = (zh: string) =>
        app.getByRole('checkbox', { name: new RegExp(`^${zh}\\b|^${zh}`) })
      await expect(term('停火').first()).toBeChecked()
      await app.getByTestId('tab-phrases').click()
      await expect(term('情报共享').first()).toBeChecked()
      await expect(app.getByTestId('terms').getByText('intelligence sharing')).toBeVisible()
      await addPicked(app)
      await startReview(app)
      for (let i = 0; i < 10; i++) await answer(app, 'Remembered')
      expect(await countLogged(app)).toBe(10)
    })

  test('undo takes back the last answer and shows its card again', async ({ withCards: app }) => {
    await startReview(app)
    const first = await app.getByLabel('Question').textContent()
    await answer(app, 'Remembered')
    await app.getByTestId('undo').click()
    await expect(app.getByLabel('Question')).toHaveText(first ?? '')
    await expect(app.getByTestId('undo')).toBeDisabled()
    expect(await countLogged(app)).toBe(2)
  })
})

test.describe('offline', () => {
  test('everything works with the server switched off and the browser reopened', async ({
    persistent,
    server,
  }) => {
    const page = await persistent.open()
    await page.goto(server.url)
    await getStarted(page)
    await expect(page.getByText('Ready to use offline.')).toBeVisible({ timeout: 30_000 })
    await untilControlled(page)
    await importStarter(page)
    await startReview(page)
    await answer(page, 'Remembered')
    await goOffline(persistent.context, server)
    await persistent.close()

    const again = await persistent.open()
    await again.goto(server.url)
    await startReview(again)
    await answer(again, 'Remembered')
    expect(await countLogged(again)).toBe(2)
    await again.getByRole('button', { name: 'Close' }).click()
    await importStarter(again, 'night-train.json')
    await expect(again.getByTestId('start')).toBeVisible()
  })

  test('a browser killed right after an answer has kept it', async ({ persistent, server }) => {
    const page = await persistent.open()
    await page.goto(server.url)
    await getStarted(page)
    await importStarter(page)
    await startReview(page)
    const first = await page.getByLabel('Question').textContent()
    await answer(page, 'Remembered')
    await persistent.kill()

    const again = await persistent.open()
    await again.goto(server.url)
    expect(await countLogged(again)).toBe(1)
    await startReview(again)
    await expect(again.getByLabel('Question')).not.toHaveText(first ?? '')
  })
})
