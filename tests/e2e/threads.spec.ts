import { expect, test } from './fixtures.ts'
import { getStarted, putIn } from './steps.ts'

const LONG = `${'渡船来了。雾散了，人都走了。灯还亮着。'.repeat(1500)}\n\n${'The ferry came. The fog lifted and everyone left. The lamp was still burning. '.repeat(1500)}`
const SMALL = '渡船来了。雾散了。\n\nThe ferry came. The fog lifted.'

test('an import whose thread the browser ended says so, and can be tried again', async ({
  app,
}) => {
  await getStarted(app)
  await putIn(app, LONG)
  await expect(app.getByTestId('progress-said')).toHaveText(/Pairing|Finding words/)
  const language = app.workers().find((worker) => worker.url().includes('language.worker'))
  // The worker is gone without a word, as when the system takes its memory back.
  await language!.evaluate(() => self.close()).catch(() => undefined)

  await expect(
    app.getByText('A part of the app stopped. Nothing was lost: try again.'),
  ).toBeVisible()
  await expect(app.getByRole('button', { name: 'Cancel' })).toHaveCount(0)
  await app.getByTestId('paste-field').fill(SMALL)
  await app.getByRole('button', { name: 'Use this text' }).click()
  await expect(app.getByRole('heading', { name: '2 pairs of sentences' })).toBeVisible()
})

test('a long import is cancelled, and the next one goes through', async ({ app }) => {
  await getStarted(app)
  await putIn(app, LONG)
  await expect(app.getByTestId('progress-said')).toHaveText(/Pairing|Finding words/)
  await app.getByRole('button', { name: 'Cancel' }).click()
  await expect(app.getByRole('button', { name: 'Cancel' })).toHaveCount(0)
  await app.getByTestId('paste-field').fill(SMALL)
  await app.getByRole('button', { name: 'Use this text' }).click()
  await expect(app.getByRole('heading', { name: '2 pairs of sentences' })).toBeVisible()
})
