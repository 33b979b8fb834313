import { expect, openApp, test } from './fixtures.ts'
import { answer, startReview } from './steps.ts'

test('a copy of the day brings back reviews and offers a deleted article', async ({
  withCards: app,
  server,
}) => {
  await startReview(app)
  await answer(app, 'Remembered')
  // The copy is made when the app is idle, at the latest after the next start.
  await openApp(app, server, 'settings/data')
  const copies = app.getByTestId('copies').getByRole('listitem')
  await expect(copies).toHaveCount(1)
  await expect(copies).toContainText('1 text')
  await expect(copies).toContainText('1 review ')

  await app.getByRole('link', { name: 'Library' }).click()
  await app.getByRole('button', { name: /^More: / }).click()
  await app.getByRole('button', { name: /^Delete: / }).click()
  await expect(app.getByTestId(/^article-/)).toHaveCount(0)
  await app.getByRole('link', { name: 'Settings' }).click()
  await app.getByRole('link', { name: /^Your data/ }).click()
  await copies.getByRole('button').click()
  await expect(app.getByTestId('restored')).toBeVisible()
  await app
    .getByTestId('gone')
    .getByRole('button', { name: /Saturday/i })
    .first()
    .click()
  await app.getByRole('link', { name: 'Library' }).click()
  await expect(app.getByTestId(/^article-/)).toHaveCount(1)
})

test('a chosen folder gets a copy, and says when it is locked', async ({
  withCards: app,
  server,
}) => {
  // No dialogue can be answered here: a private folder stands for the chosen one.
  await app.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true }),
    })
  })
  await openApp(app, server, 'settings/data')
  await app.getByRole('button', { name: 'Choose a folder' }).click()
  const folder = app.getByTestId('copy-folder')
  await expect(folder).toContainText('“Backups” gets a copy')
  const names = await app.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const found: string[] = []
    for await (const name of (await root.getDirectoryHandle('Backups')).keys()) found.push(name)
    return found
  })
  expect(names).toHaveLength(1)

  await app.addInitScript(() => {
    Object.assign(FileSystemHandle.prototype, { queryPermission: async () => 'prompt' })
  })
  await openApp(app, server, 'settings/data')
  await expect(folder).toContainText('no longer lets Duizhao')
  await app.getByRole('button', { name: 'Stop copying there' }).click()
  await expect(folder).toHaveCount(0)
})
