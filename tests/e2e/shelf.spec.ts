import { expect, expectAccessible, goOffline, openApp, test, untilControlled } from './fixtures.ts'
import { addPicked, getStarted, toTerms } from './steps.ts'

test.use({ serviceWorkers: 'allow' })

test('a text is tasted, taken, and read without a network', async ({ app, server }) => {
  await getStarted(app)
  await untilControlled(app)
  await app.getByRole('link', { name: 'Library' }).click()
  await app.getByRole('link', { name: 'All starter texts' }).click()
  await expect(app.getByRole('heading', { name: 'Starter texts' })).toBeVisible()
  await expect(app.getByTestId(/^text-/)).toHaveCount(48)
  await app.getByRole('button', { name: 'HSK 2', exact: true }).click()
  await expect(app.getByTestId(/^text-/)).toHaveCount(9)
  await expectAccessible(app)

  const cover = app.getByTestId('text-starter-the-manager-too-expensive')
  await cover.click()
  const sheet = app.getByRole('dialog')
  await expect(sheet.getByTestId('taste').getByRole('listitem')).toHaveCount(3)
  await expect(sheet.getByText('part 2 of 6')).toBeVisible()
  await expectAccessible(app)
  await app.keyboard.press('Escape')
  await expect(cover).toBeFocused()

  await cover.click()
  await sheet.getByTestId('learn').click()
  await toTerms(app)
  await addPicked(app)
  await goOffline(app.context(), server)
  await openApp(app, server, 'library')
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await expect(app.getByText('星期五晚上，房东马阿姨来了。').first()).toBeVisible()
  await openApp(app, server, 'shelf')
  await expect(cover).toContainText('in your library')
})

test('a level is taken along for the train: it says what it costs, and opens without a network', async ({
  app,
  server,
}) => {
  await getStarted(app)
  await untilControlled(app)
  await openApp(app, server, 'shelf')
  await app.getByRole('button', { name: 'HSK 5', exact: true }).click()
  await app.getByRole('button', { name: /^Download this level · \d+ kB/ }).click()
  await expect(app.getByText('All on this device')).toBeVisible()
  await goOffline(app.context(), server)
  await openApp(app, server, 'shelf')
  await app.getByTestId('text-starter-a-human-please').click()
  await app.getByTestId('learn').click()
  await toTerms(app)

  await openApp(app, server, 'shelf')
  await app.getByTestId('text-starter-high-seas-treaty').click()
  await app.getByTestId('learn').click()
  await expect(app.getByText('This text is not on this device yet.')).toBeVisible()
  await expect(app.getByTestId('learn')).toBeEnabled()
})

test('the keyboard alone finds a text and takes it', async ({ app, server }) => {
  await getStarted(app)
  await openApp(app, server, 'shelf')
  const level = app.getByRole('button', { name: 'HSK 4', exact: true })
  await expect(level).toBeVisible()
  const goTo = async (isThere: () => Promise<boolean>) => {
    for (let i = 0; i < 40 && !(await isThere()); i++) await app.keyboard.press('Tab')
    expect(await isThere()).toBe(true)
  }
  const focused = (testId: string) => () =>
    app.getByTestId(testId).evaluate((element) => element === document.activeElement)
  await goTo(() => level.evaluate((element) => element === document.activeElement))
  await app.keyboard.press('Enter')
  await expect(app.getByTestId(/^text-/)).toHaveCount(9)
  await goTo(focused('text-starter-forty-times'))
  await app.keyboard.press('Enter')
  await expect(app.getByRole('dialog')).toBeVisible()
  await goTo(focused('learn'))
  await app.keyboard.press('Enter')
  await expect(app.getByRole('button', { name: 'Choose words' })).toBeVisible()
})

test('after the first cards the level is asked, and a text of that level is offered', async ({
  app,
}) => {
  await app.getByTestId('begin').click()
  const option = app.locator('.options button').first()
  await expect(app.getByTestId('reveal')).toBeVisible()
  if ((await option.count()) > 0) await option.click()
  else await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: 'Remembered' }).click()
  await app.getByRole('button', { name: 'Close' }).click()
  const asked = app.getByTestId('level')
  await asked.getByRole('combobox').selectOption('4')
  await asked.getByRole('button', { name: 'Done' }).click()
  const next = app.getByTestId('next-text')
  await expect(next).toContainText(/HSK 4 · you can read 8\d%/)
  await next.click()
  await expect(app.getByRole('dialog').getByTestId('covered')).toBeVisible()
})
