import { expect, expectAccessible, test } from './fixtures.ts'
import { answer, startReview } from './steps.ts'

test('a tapped word shows its pinyin and meaning, and can be learnt', async ({
  withCards: app,
}) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  const word = app.getByTestId('pair-1').locator('[data-at]').first()
  await word.click()
  const sheet = app.getByRole('dialog')
  await expect(sheet.getByTestId('word-pinyin')).toBeVisible()
  await app.keyboard.press('Escape')

  // The pair's own menu lists its words for who cannot aim.
  await app.getByRole('button', { name: 'Sentence 1: words, learn, fix' }).click()
  await sheet
    .getByRole('button', { name: /^\p{Script=Han}+$/u })
    .first()
    .click()
  await expect(sheet.getByTestId('word-pinyin')).toBeVisible()
  await app.keyboard.press('Escape')

  await app
    .getByRole('button', { name: /^Learn this: / })
    .first()
    .click()
  await expect(app.getByText('is now among your cards')).toBeVisible()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(app.getByText('is now among your cards')).toHaveCount(0)
})

test('English folds away and comes back line by line', async ({ withCards: app }) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  const pair = app.getByTestId('pair-2')
  await expect(pair.locator('.known')).toBeVisible()
  await app.getByTestId('fold').click()
  await expect(pair.locator('.known')).toHaveCount(0)
  await pair.getByRole('button', { name: 'Show English' }).click()
  await expect(pair.locator('.known')).toBeVisible()
})

test('pinyin stands over every hanzi on request', async ({ withCards: app }) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await app.getByTestId('pinyin').click()
  await expect(app.getByTestId('pair-1').locator('rt').first()).toBeVisible()
  const width = await app.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
})

test('repairing a pair keeps every review', async ({ withCards: app }) => {
  await startReview(app)
  for (let i = 0; i < 3; i++) await answer(app, 'Remembered')
  await app.getByRole('button', { name: 'Close' }).click()
  const left = await app.getByTestId('start').textContent()
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await app.getByRole('button', { name: 'Sentence 3: words, learn, fix' }).click()
  await app.getByRole('button', { name: 'Fix this sentence pair' }).click()
  await app.getByRole('button', { name: 'Join with the next pair' }).click()
  await expect(app.getByText('Your reviews are kept.')).toBeVisible()
  await app.getByRole('link', { name: 'Today' }).click()
  await expect(app.getByTestId('start')).toHaveText(left ?? '')
})

test('a deleted article comes back with undo', async ({ withCards: app }) => {
  await app.getByRole('link', { name: 'Library' }).click()
  await app.getByRole('button', { name: /^More: / }).click()
  await app.getByRole('button', { name: /^Delete: / }).click()
  await expect(app.getByTestId(/^article-/)).toHaveCount(0)
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(app.getByTestId(/^article-/)).toHaveCount(1)
})

test('who learns English taps English words and finds the Chinese for them', async ({
  withCards: app,
}) => {
  await app.getByRole('link', { name: 'Settings' }).click()
  await app.getByRole('link', { name: /^Learning/ }).click()
  await app.getByRole('radio', { name: 'I’m learning English' }).check()
  await app.getByRole('link', { name: 'All settings' }).click()
  await app.getByRole('link', { name: /^About Duizhao/ }).click()
  await expect(app.getByText('everything works offline')).toBeVisible({ timeout: 30_000 })
  await app.getByRole('link', { name: 'Library' }).click()
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  const word = app.getByTestId('pair-4').locator('[data-at]', { hasText: /^market$/ })
  await word.click()
  await expect(app.getByRole('dialog').getByText('市场').first()).toBeVisible()
})

test('a touched word of the translation leads to the Chinese for it', async ({
  withCards: app,
}) => {
  await expect(async () => {
    await app.getByRole('link', { name: 'Settings' }).click()
    await app.getByRole('link', { name: /^About Duizhao/ }).click()
    await expect(app.getByText('everything works offline')).toBeVisible()
  }).toPass()
  await app.getByRole('link', { name: 'Library' }).click()
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  // The bar of the import may stand over the pair.
  const dismiss = app.getByRole('button', { name: 'Dismiss' })
  if (await dismiss.isVisible()) await dismiss.click()
  const translation = app.getByTestId('pair-4').locator('.known')
  const sheet = app.getByRole('dialog')
  // What comes in above moves the line: then it is touched again.
  await expect(async () => {
    await translation.scrollIntoViewIfNeeded()
    const box = await translation.evaluate((element) => {
      const text = element.firstChild
      if (text === null) throw new Error('no text')
      const at = (text.textContent ?? '').indexOf('market')
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 6)
      const { x, y, width, height } = range.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
    await app.mouse.click(box.x, box.y)
    await expect(sheet.getByRole('heading', { name: 'market' })).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(sheet.getByTestId('senses')).toContainText('市场')
})

test('several words become a card by keyboard alone, and the text is set larger', async ({
  withCards: app,
}) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await expect(app.getByTestId('pair-2').locator('[data-at]').first()).toBeVisible()
  await app.getByTestId('pair-1').focus()
  await app.keyboard.press('j')
  await expect(app.getByTestId('pair-2')).toBeFocused()
  await app.keyboard.press('Tab')
  await app.keyboard.press('Shift+ArrowRight')
  await app.keyboard.press('Shift+ArrowRight')
  const bar = app.getByTestId('selection')
  await expect(bar).toBeVisible()
  const chosen = (await bar.locator('strong').textContent()) ?? ''
  expect([...chosen].length).toBeGreaterThan(2)
  await expectAccessible(app)
  await app.keyboard.press('Enter')
  await expect(bar.getByRole('textbox')).toBeFocused()
  await app.keyboard.insertText(' in my words')
  await app.keyboard.press('Enter')
  await expect(app.getByText(`“${chosen}” is now among your cards.`)).toBeVisible()
  await expect(bar).toHaveCount(0)

  const heightOf = () =>
    app.getByTestId('pair-2').evaluate((pair) => pair.getBoundingClientRect().height)
  const before = await heightOf()
  await app.getByTestId('look').click()
  await app.getByTestId('size').fill('6')
  await expect.poll(heightOf).toBeGreaterThan(before)
  await expectAccessible(app)
  await app.keyboard.press('Escape')
  await expect(app.getByTestId('look')).toBeFocused()
})
