import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { expect, expectAccessible, openApp, test } from './fixtures.ts'
import { answer, startReview } from './steps.ts'

test('an article is taken along as an Anki package, by way of the library', async ({
  withCards: page,
  server,
}) => {
  await startReview(page)
  await answer(page, 'Remembered')
  await openApp(page, server, 'library')
  await page.getByRole('button', { name: /^More: / }).click()
  await page
    .getByRole('link', { name: /^Export or print/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Export or print' })).toBeVisible()
  await expectAccessible(page)

  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as Anki package' }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toMatch(/\.apkg$/)
  await expect(page.getByText(/^The file is ready/)).toBeVisible()

  const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
  const sql = await initSqlJs()
  const db = new sql.Database(files['collection.anki21'])
  const count = (table: string) =>
    Number(db.exec(`SELECT count(*) FROM ${table}`)[0]?.values[0]?.[0])
  expect(count('notes')).toBeGreaterThan(5)
  expect(count('cards')).toBeGreaterThan(count('notes'))
  expect(count('revlog')).toBe(1)
})
