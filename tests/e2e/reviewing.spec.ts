import { expect, limitQuota, openApp, test } from './fixtures.ts'
import {
  answer,
  countLogged,
  ratingsLogged,
  questionPlaces,
  startReview,
  getStarted,
  importStarter,
} from './steps.ts'

const question = 'Question'

test('the answer unfolds below the question, with the interval on each button', async ({
  withCards: app,
}) => {
  await startReview(app)
  const before = await questionPlaces(app)
  expect(before.length).toBeGreaterThan(1)
  await app.getByTestId('reveal').click()
  const answerBox = await app.getByLabel('Answer', { exact: true }).boundingBox()
  expect(await questionPlaces(app)).toEqual(before)
  const lowest = await app.getByLabel(question).boundingBox()
  expect(answerBox?.y).toBeGreaterThanOrEqual((lowest?.y ?? 0) + (lowest?.height ?? 0))
  for (const verdict of ['Forgot', 'Remembered']) {
    const button = app.getByRole('button', { name: verdict })
    await expect(button).toContainText(/\d+ (min|h|d)/)
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(64)
  }
})

test('works from the keyboard alone @desktop', async ({ withCards: app }) => {
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

test('Space, Space is “Remembered”, wherever the answer was shown from @desktop', async ({
  withCards: app,
}) => {
  await startReview(app)
  const focused = () => app.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toBe('Question')
  await app.keyboard.press('Space')
  await expect.poll(focused).toBe('Answer')
  await app.keyboard.press('Space')
  await expect.poll(focused).toBe('Question')
  await app.getByTestId('reveal').click()
  await expect.poll(focused).toBe('Answer')
  await app.keyboard.press('Enter')
  await expect.poll(focused).toBe('Question')
  await app.keyboard.press('ArrowRight')
  await expect.poll(focused).toBe('Answer')
  await app.keyboard.press('ArrowLeft')
  await expect.poll(focused).toBe('Question')
  expect(await ratingsLogged(app)).toEqual(['good', 'good', 'again'])
})

test('no key of the review acts while an input method composes @desktop', async ({
  withCards: app,
}) => {
  await startReview(app)
  await app.getByTestId('reveal').click()
  await app.evaluate(() => {
    for (const init of [{ isComposing: true }, { keyCode: 229 }])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true, ...init }),
      )
  })
  await expect(app.getByRole('button', { name: 'Remembered' })).toBeVisible()
  expect(await countLogged(app)).toBe(0)
})

test('the last answer can be taken back on the last screen @desktop', async ({
  withCards: app,
}) => {
  await startReview(app)
  for (;;) {
    await app.keyboard.press('Space')
    await app.keyboard.press('4')
    await expect(app.getByTestId('reveal').or(app.getByTestId('session-end'))).toBeVisible()
    if (await app.getByTestId('session-end').isVisible()) break
  }
  await expect(app.getByRole('heading', { name: /^Done!/ })).toBeFocused()
  const answers = await countLogged(app)
  await app.keyboard.press('Control+z')
  await expect(app.getByLabel(question)).toBeFocused()
  expect(await countLogged(app)).toBe(answers + 1)
})

test('undo reaches back through every answer of the session', async ({ withCards: app }) => {
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

test('a card can be suspended, and that can be undone', async ({ withCards: app }) => {
  await startReview(app)
  const first = (await app.getByLabel(question).textContent()) ?? ''
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByTestId('suspend').click()
  await expect(app.getByLabel(question)).not.toHaveText(first)
  await app.getByTestId('undo').click()
  await expect(app.getByLabel(question)).toHaveText(first)
})

test('a note can be deleted, and that can be undone', async ({ withCards: app }) => {
  await startReview(app)
  const first = (await app.getByLabel(question).textContent()) ?? ''
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'More', exact: true }).click()
  await app.getByRole('button', { name: 'Delete word and its cards' }).click()
  await expect(app.getByLabel(question)).not.toHaveText(first)
  await app.getByTestId('undo').click()
  await expect(app.getByLabel(question)).toHaveText(first)
})

test('a term can be edited and keeps its card up', async ({ withCards: app }) => {
  await startReview(app)
  await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'Edit', exact: true }).click()
  await app.getByRole('textbox', { name: 'Translation here' }).fill('my own words')
  await app.getByRole('button', { name: 'Save' }).click()
  await app.getByTestId('reveal').click()
  await expect(app.getByTestId('counterpart')).toHaveText('my own words')
})

test('a full disk keeps the card up and says what to do', async ({
  withCards: app,
  complaints,
}) => {
  test.setTimeout(150_000)
  await startReview(app)
  // What is asked: its reading comes with the answer.
  const asked = app.locator('.question .passage').first()
  const first = (await asked.textContent()) ?? ''
  await limitQuota(app, 1)
  // Chromium trusts what it last knew of the free space for half a minute.
  await app.waitForTimeout(31_000)
  await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: 'Remembered' }).click()
  await expect(app.getByRole('alert')).toContainText('no room left on this device')
  await expect(asked).toHaveText(first)
  await limitQuota(app, null)
  await app.waitForTimeout(31_000)
  expect(await countLogged(app)).toBe(0)
  await app.getByRole('button', { name: 'Remembered' }).click()
  await expect(app.getByTestId('reveal')).toBeVisible()
  expect(await countLogged(app)).toBe(1)
  complaints.length = 0
})

test('of two tabs answering one card the second is told and moves on', async ({ app, server }) => {
  await getStarted(app)
  await importStarter(app)
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

test('the day ends with what was done and a way on', async ({ withCards: app }) => {
  await startReview(app)
  for (let i = 0; i < 40; i++) {
    if (await app.getByTestId('session-end').isVisible()) break
    await answer(app, 'Remembered')
  }
  await expect(app.getByTestId('session-end')).toContainText(/\d+ of \d+ right/)
  await app.getByRole('button', { name: 'Learn 5 more' }).click()
  await expect(app.getByTestId('reveal')).toBeVisible()
})

test('F flags a card, and the flag stays with it', async ({ withCards: app }) => {
  await startReview(app)
  await app.locator('body').press('f')
  await expect(app.getByTestId('flag')).toHaveText('⚑ 1 red')
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'More', exact: true }).click()
  await app.getByText('4 blue').click()
  await expect(app.getByTestId('flag')).toHaveText('⚑ 4 blue')
  await answer(app, 'Remembered')
  await app.getByTestId('undo').click()
  await expect(app.getByTestId('flag')).toHaveText('⚑ 4 blue')
})

test('P shows how the term is said before the answer', async ({ withCards: app }) => {
  await startReview(app)
  const asked = app.getByLabel(question)
  await expect(asked).not.toContainText(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/)
  await app.locator('body').press('p')
  await expect(asked).toContainText(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/)
  await app.getByRole('button', { name: 'Show pinyin' }).click()
  await expect(app.getByTestId('reveal')).toBeVisible()
  await expect(asked).not.toContainText(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/)
})

test('a card can be set for another day, and made new again', async ({ withCards: app }) => {
  await startReview(app)
  const first = (await app.getByLabel(question).textContent()) ?? ''
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'More', exact: true }).click()
  await app.getByRole('button', { name: 'Choose a date' }).click()
  await app.getByLabel('Days from today').fill('30')
  await app.getByRole('button', { name: 'Set this date' }).click()
  await expect(
    app.getByRole('status').filter({ hasText: 'The card comes on that day.' }),
  ).toBeAttached()
  await expect(app.getByLabel(question)).not.toHaveText(first)
  await app.getByTestId('undo').click()
  await expect(app.getByLabel(question)).toHaveText(first)
  await answer(app, 'Remembered')
  await app.getByTestId('undo').click()
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'More', exact: true }).click()
  await app.getByRole('button', { name: 'Reset progress' }).click()
  await app.getByRole('button', { name: 'Make it new again' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'The card is new again.' })).toBeAttached()
})

test('a card forgotten too often can be rewritten while the review goes on', async ({
  withCards: app,
}) => {
  await app.getByRole('link', { name: 'Settings' }).click()
  await app.getByRole('link', { name: /^Memory/ }).click()
  const threshold = app.getByLabel('Offer to rewrite a card after forgetting it this often')
  await threshold.fill('1')
  await threshold.blur()
  await app.getByRole('link', { name: 'Today' }).click()
  await startReview(app)
  const headword = (await app.getByTestId('headword').textContent()) ?? ''
  // A card is in review, and can lapse, once it was given a day.
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'More', exact: true }).click()
  await app.getByRole('button', { name: 'Choose a date' }).click()
  await app.getByLabel('Days from today').fill('0')
  await app.getByRole('button', { name: 'Set this date' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'that day' })).toBeAttached()
  const again = app.getByTestId('headword').getByText(headword, { exact: true })
  for (let i = 0; i < 12 && !(await again.isVisible()); i++) await answer(app, 'Remembered')
  await expect(again).toBeVisible()
  await answer(app, 'Forgot')
  await expect(app.getByTestId('leech')).toContainText(headword)
  await app.getByRole('button', { name: 'Rewrite it' }).click()
  await app.getByLabel('Translation here').fill('my own wording')
  await app.getByRole('button', { name: 'Save' }).click()
  await expect(app.getByTestId('leech')).toBeHidden()
  await app.getByTestId('undo').click()
  await app.getByTestId('undo').click()
  await expect(app.getByTestId('headword')).toHaveText(headword)
})

test('practice asks what was learnt and leaves the log as it is', async ({ withCards: app }) => {
  await startReview(app)
  const asked = (await app.getByTestId('headword').textContent()) ?? ''
  await answer(app, 'Remembered')
  const logged = await countLogged(app)
  await app.goto(new URL('review?practice', app.url()).href)
  await expect(app.getByText('Practice (doesn’t count)')).toBeVisible()
  await expect(app.getByTestId('headword')).toHaveText(asked)
  await app.getByTestId('reveal').click()
  await expect(app.getByRole('button', { name: 'Remembered' })).not.toContainText(/\d/)
  await app.getByRole('button', { name: 'Forgot' }).click()
  await expect(app.getByTestId('headword')).toHaveText(asked)
  await answer(app, 'Remembered')
  await expect(app.getByTestId('session-end')).toBeVisible()
  expect(await countLogged(app)).toBe(logged)
})

test('the menu leads to all that is known of a card, and back to the review', async ({ app }) => {
  await getStarted(app)
  await importStarter(app)
  await startReview(app)
  const first = (await app.getByLabel(question).textContent()) ?? ''
  await answer(app, 'Remembered')
  await app.getByTestId('undo').click()
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'More', exact: true }).click()
  await app.getByRole('link', { name: 'About this card' }).click()
  await expect(app).toHaveURL(/\/card\//)
  await app.goBack()
  await expect(app.getByLabel(question)).toHaveText(first)
})
