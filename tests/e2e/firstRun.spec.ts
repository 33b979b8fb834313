import { expect, expectAccessible, openApp, test } from './fixtures.ts'

test('a first visit is one tap from its first card; what is known is asked after it', async ({
  app,
  server,
}) => {
  await expect(app.getByRole('heading', { name: 'Welcome to Duizhao' })).toBeVisible()
  const start = app.getByTestId('begin')
  const { height = 0 } = app.viewportSize() ?? {}
  const box = await start.boundingBox()
  expect(box!.y + box!.height).toBeLessThan(height)
  await expectAccessible(app)
  await start.click()
  await expect(app.getByTestId('reveal')).toBeVisible()
  await expect(app.getByTestId('headword')).toHaveAttribute('lang', /^zh/)

  const option = app.locator('.options button').first()
  if ((await option.count()) > 0) await option.click()
  else await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: 'Remembered' }).click()
  await app.getByRole('button', { name: 'Close' }).click()
  const level = app.getByTestId('level')
  await expect(level).toBeVisible()
  await expectAccessible(app)
  // By keyboard every arrow is a choice: it stays until it is called done.
  await level.getByRole('combobox').focus()
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('ArrowDown')
  await expect(level.getByRole('combobox')).toHaveValue('2')
  await level.getByRole('button', { name: 'Done' }).press('Enter')
  await expect(level).toHaveCount(0)
  await expect(app.locator('body')).not.toBeFocused()
  await openApp(app, server)
  await expect(app.getByTestId('start')).toBeVisible()
  await expect(app.getByTestId('level')).toHaveCount(0)
})

test('who learns English says so with one tap more, in the language they read, and begins at their level', async ({
  app,
}) => {
  await app.getByTestId('other-language').click()
  await expect(app.getByRole('heading', { name: '欢迎使用对照' })).toBeVisible()
  await app.getByRole('button', { name: '我在学英文' }).click()
  await expect(app.getByText('不看中文也能读懂')).toBeVisible()
  await app.getByRole('combobox', { name: '我的水平' }).selectOption('B1')
  await expectAccessible(app)
  await app.getByTestId('begin').click()
  await expect(app.getByTestId('headword')).toHaveAttribute('lang', 'en')
  await app.getByRole('button', { name: '关闭' }).click()
  await expect(app.getByTestId(/^article-/)).toContainText('夜车过江')
  await expect(app.getByTestId('level')).toHaveCount(0)
})
