import { expect, openApp, test, untilControlled } from './fixtures.ts'
import { getStarted } from './steps.ts'

test.use({ serviceWorkers: 'allow' })

test('what another app shares waits on the import screen, with its address', async ({
  app,
  context,
  server,
}) => {
  await getStarted(app)
  await untilControlled(app)
  // As the system does it: a form is posted to the address in the manifest, whether or not the app is open.
  await app.evaluate(() => {
    const form = document.createElement('form')
    Object.assign(form, { method: 'POST', action: 'share', enctype: 'multipart/form-data' })
    const fields = {
      title: 'Ferry',
      text: '渡船来了。\nThe ferry came.',
      url: 'https://a.example/1',
    }
    for (const [name, value] of Object.entries(fields)) {
      const field = document.createElement('textarea')
      Object.assign(field, { name, value })
      form.append(field)
    }
    document.body.append(form)
    form.submit()
  })
  await expect(app.getByTestId('seen')).toBeVisible()
  await expect(app.getByText('The ferry came.').first()).toBeVisible()
  await app.close()

  // Killed before it was added: the import is still there, and what is shared meanwhile waits beside it.
  const again = await context.newPage()
  await openApp(again, server)
  await again.evaluate(async () => {
    const form = new FormData()
    form.append('text', '灯还亮着。\nThe lamp was still burning.')
    await fetch('share', { method: 'POST', body: form, redirect: 'manual' })
  })
  await openApp(again, server, 'import')
  await expect(again.getByTestId('shared')).toContainText('灯还亮着')
  await again.getByRole('button', { name: 'Import it instead' }).click()
  await expect(again.getByText('The lamp was still burning.').first()).toBeVisible()
  await expect(again.getByTestId('shared')).toHaveCount(0)
})
