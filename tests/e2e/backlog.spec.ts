import { buildBenchPage, openBenchPage } from '../bench/benchPage.ts'
import { expect, openApp, test } from './fixtures.ts'
import { BUILT } from './testServer.ts'
import { answer } from './steps.ts'

test('who has 20,000 reviews piled up is in the first one with one tap', async ({
  page,
  server,
}) => {
  await server.start(await buildBenchPage())
  await openBenchPage(page, server)
  const seeded = await page.evaluate(async () => {
    if (window.bench === undefined) throw new Error('no bench')
    return await window.bench.seed({ dueWithinDays: 0, reviews: 20_000, newCards: 0 })
  })
  expect(seeded.cards).toBe(20_000)
  await server.start(BUILT)
  await openApp(page, server)
  await expect(page.getByTestId('paused')).toContainText(
    /\d\d,\d{3} reviews have waited\. The day’s share stays 200/,
  )
  await expect(page.getByTestId('start')).toContainText('200 reviews')
  await page.getByTestId('start').click()
  await expect(page.getByTestId('reveal')).toBeVisible()
  await answer(page, 'Remembered')
  await expect(page.getByTestId('left')).toHaveText('199 left')
})
