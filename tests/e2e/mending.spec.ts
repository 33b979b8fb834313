import { expect, expectAccessible, test } from './fixtures.ts'

test('a wrong translation is mended from the card, which stays up; undo brings it back', async ({
  app,
}) => {
  await app.getByTestId('begin').click()
  const headword = app.getByTestId('headword')
  const asked = await headword.textContent()
  await app.getByRole('button', { name: 'Card menu' }).click()
  await app.getByRole('button', { name: 'Fix this sentence pair' }).click()
  const sheet = app.getByRole('dialog')
  await expect(sheet.getByRole('heading', { name: /^Sentence / })).toBeVisible()
  await expectAccessible(app)
  await sheet.getByRole('button', { name: 'Edit the text' }).last().click()
  await sheet.getByLabel('English').fill('Nobody would have put it like this.')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(headword).toHaveText(asked ?? '')
  const shown = app.getByText('Nobody would have put it like this.')
  if ((await app.getByTestId('reveal').count()) > 0) await app.getByTestId('reveal').click()
  else await app.locator('.options button').first().click()
  await expect(shown.first()).toBeVisible()
  await app.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(shown).toHaveCount(0)
  await expect(headword).toHaveText(asked ?? '')
})
