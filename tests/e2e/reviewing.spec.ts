import { expect, limitQuota, openApp, test } from './fixtures.ts'
import { answer, countLogged, getStarted, importStarter, startReview } from './steps.ts'

const question = 'Question'

test.beforeEach(async ({ app }) => {
  await getStarted(app)
  await importStarter(app)
})

test('the answer unfolds below the question, with the interval on each button', async ({ app }) => {
  await startReview(app)
  const before = await app.getByLabel(question).boundingBox()
  await app.getByTestId('reveal').click()
  const answerBox = await app.getByLabel('Answer', { exact: true }).boundingBox()
  expect(await app.getByLabel(question).boundingBox()).toEqual(before)
  expect(answerBox?.y).toBeGreaterThanOrEqual((before?.y ?? 0) + (before?.height ?? 0))
  for (const verdict of ['Forgot', 'Remembered']) {
    const button = app.getByRole('button', { name: verdict })
    await expect(button).toContainText(/\d+ (min|h|d)/)
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(64)
  }
})

test('works from the keyboard alone @desktop', async ({ app }) => {
  await startReview(app)
  await app.locator('body').press('Space')
  await expect(app.getByRole('button', { name: 'Remembered' })).toBeVisible()
  await app.keyboard.press('3')
  await expect(app.getByTestId('reveal')).toBeVisible()
  await app.locator('body').press('Space')
  await app.keyboard.press('1')
  await expect(app.getByTestId('reveal')).toBeVisible()
  expect(await countLogged(app)).toBe(2)
  await app.keyboard.press('u')
  await expect.poll(() => countLogged(app)).toBe(3)
})

test('undo reaches back through every answer of the session', async ({ app }) => {
  await startReview(app)
  const asked: string[] = []
  for (let i = 0; i < 3; i++) {
    asked.push((await app.getByLabel(question).textContent()) ?? '')
    await answer(app, 'Remembered')
  }
  for (const text of asked.toReversed()) {
    await app.getByTestId('undo').click()
    await expect(app.getByLabel(question)).toHaveText(text)
  }
  await expect(app.getByTestId('undo')).toBeDisabled()
})

test('a card can be suspended, and that can be undone', async ({ app }) => {
  await startReview(app)
  const first = (await app.getByLabel(question).textContent()) ?? ''
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByTestId('suspend').click()
  await expect(app.getByLabel(question)).not.toHaveText(first)
  await app.getByTestId('undo').click()
  await expect(app.getByLabel(question)).toHaveText(first)
})

test('a note can be deleted, and that can be undone', async ({ app }) => {
  await startReview(app)
  const first = (await app.getByLabel(question).textContent()) ?? ''
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'Delete this note' }).click()
  await expect(app.getByLabel(question)).not.toHaveText(first)
  await app.getByTestId('undo').click()
  await expect(app.getByLabel(question)).toHaveText(first)
})

test('a term can be edited and keeps its card up', async ({ app }) => {
  await startReview(app)
  await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'Edit', exact: true }).click()
  await app.getByRole('textbox', { name: 'Translation here' }).fill('my own words')
  await app.getByRole('button', { name: 'Save' }).click()
  await app.getByTestId('reveal').click()
  await expect(app.getByTestId('counterpart')).toHaveText('my own words')
})

test('a full disk keeps the card up and says what to do', async ({ app, complaints }) => {
  test.setTimeout(150_000)
  await startReview(app)
  const first = (await app.getByLabel(question).textContent()) ?? ''
  await limitQuota(app, 1)
  // Chromium trusts what it last knew of the free space for half a minute.
  await app.waitForTimeout(31_000)
  await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: 'Remembered' }).click()
  await expect(app.getByRole('alert')).toContainText('no room left on this device')
  await expect(app.getByLabel(question)).toHaveText(first)
  await limitQuota(app, null)
  await app.waitForTimeout(31_000)
  expect(await countLogged(app)).toBe(0)
  await app.getByRole('button', { name: 'Remembered' }).click()
  await expect(app.getByTestId('reveal')).toBeVisible()
  expect(await countLogged(app)).toBe(1)
  complaints.length = 0
})

test('of two tabs answering one card the second is told and moves on', async ({ app, server }) => {
  const other = await app.context().newPage()
  await openApp(other, server, 'review')
  await expect(other.getByTestId('reveal')).toBeVisible()
  await startReview(app)
  // The second tab is cut off from the first one's messages, as a frozen tab would be.
  await other.evaluate(() => {
    BroadcastChannel.prototype.addEventListener = () => undefined
  })
  await other.getByTestId('reveal').click()
  await answer(app, 'Remembered')
  expect(await countLogged(app)).toBe(1)
  await other.getByRole('button', { name: 'Remembered' }).click()
  await expect.poll(async () => await countLogged(app)).toBeLessThanOrEqual(2)
  await expect(other.getByTestId('reveal')).toBeVisible()
})

test('the day ends with what was done and a way on', async ({ app }) => {
  await startReview(app)
  for (let i = 0; i < 40; i++) {
    if (await app.getByTestId('session-end').isVisible()) break
    await answer(app, 'Remembered')
  }
  await expect(app.getByTestId('session-end')).toContainText('You answered')
  await app.getByRole('button', { name: '5 more new' }).click()
  await expect(app.getByTestId('reveal')).toBeVisible()
})
