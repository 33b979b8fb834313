import { expect, expectAccessible, test } from './fixtures.ts'
import { addPicked, getStarted, putIn, toTerms } from './steps.ts'

/** A small text with two flaws: a figure in pair 2, a day of the week in pair 5. */
const FLAWED = `渡轮今天早上停在码头上。
船上有373名乘客在等。
船长说天气太坏了。
渔民们都回家了。
渡轮要到周三才开。
孩子们很高兴，因为学校也关门了。

The ferry stayed at the pier this morning.
There were 337 passengers waiting on board.
The captain said the weather was too bad.
The fishermen all went home.
The ferry will not leave until Tuesday.
The children were glad, because the school was closed too.`

test('what looks wrong in a translation is listed before it is taken, marked after, and can be called fine', async ({
  app,
}) => {
  await getStarted(app)
  await putIn(app, FLAWED)
  const list = app.getByTestId('doubts')
  await expect(list.getByText('337 on one side, 373 on the other.')).toBeVisible()
  await expect(list.getByText('Tuesday on one side, 周三 on the other.')).toBeVisible()
  await list.getByRole('button', { name: 'Go to sentence 5' }).click()
  await expect(app.getByTestId('bead-5').getByRole('button')).toBeFocused()
  await expectAccessible(app)

  await toTerms(app)
  await addPicked(app)
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await expect(app.getByTestId('doubt-2')).toBeVisible()
  await app.getByTestId('doubt-5').click()
  const sheet = app.getByRole('dialog')
  await expect(sheet.getByText('Tuesday on one side, 周三 on the other.')).toBeVisible()
  await expectAccessible(app)
  await sheet.getByRole('button', { name: 'This is fine' }).click()
  await expect(app.getByText('Not mentioned again.')).toBeVisible()
  await expect(app.getByTestId('doubt-5')).toHaveCount(0)

  await app.reload()
  await expect(app.getByTestId('doubt-2')).toBeVisible()
  await expect(app.getByTestId('doubt-5')).toHaveCount(0)
  await app.getByRole('link', { name: 'Today' }).click()
  await expect(app.getByTestId('doubts-left')).toHaveText('Please check 1 place')
})

test('the reasons are there in Chinese too', async ({ app }) => {
  await getStarted(app)
  await app.getByRole('link', { name: 'Settings' }).click()
  await app.getByRole('link', { name: /^Language and look/ }).click()
  await app.getByRole('radio', { name: '简体中文' }).check()
  await app.getByRole('link', { name: '添加', exact: true }).first().click()
  await app.getByTestId('paste-field').fill(FLAWED)
  await app.getByRole('button', { name: '使用这段文字' }).click()
  await expect(app.getByTestId('doubts').getByText('一边是 Tuesday，另一边是 周三。')).toBeVisible()
})
