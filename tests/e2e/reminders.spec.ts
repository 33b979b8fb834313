import { readFileSync } from 'node:fs'
import { expect, openApp, test, untilControlled } from './fixtures.ts'
import { answer, getStarted, startReview, stored } from './steps.ts'

test.use({ viewport: { width: 360, height: 740 }, serviceWorkers: 'allow' })

declare global {
  interface Window {
    /** What the app's icon said, in order; 0 nothing. */
    badges: number[]
  }
}

test('a daily reminder is a file for the calendar', async ({ app, server }) => {
  await getStarted(app)
  await openApp(app, server, 'settings/reminders')
  await app.getByLabel('Time of day').fill('07:05')
  const download = app.waitForEvent('download')
  await app.getByRole('button', { name: 'Add to calendar' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('duizhao.ics')
  const text = readFileSync(await file.path(), 'utf8')
  expect(text).toMatch(/\r\nDTSTART:\d{8}T070500\r\n/)
  expect(text).toContain('\r\nRRULE:FREQ=DAILY\r\n')
  expect(text).toContain(`\r\nURL:${server.url}`)
  await expect(app.getByTestId('reminder-made')).toContainText('07:05')
  await expect.poll(() => stored(app, 'reminderAt')).toBe('07:05')
})

test('the icon says how many cards are left once that is switched on, and nothing when it is off', async ({
  withCards: app,
  server,
}) => {
  await app.addInitScript(() => {
    window.badges = []
    Object.assign(navigator, {
      setAppBadge: async (count: number) => void window.badges.push(count),
      clearAppBadge: async () => void window.badges.push(0),
    })
  })
  await app.reload()
  const badges = () => app.evaluate(() => window.badges)
  expect(await badges()).toEqual([])
  await openApp(app, server, 'settings/reminders')
  await untilControlled(app)
  await app.getByRole('switch', { name: 'Number on the app’s icon' }).check()
  await expect(app.getByTestId('background')).toContainText('only while Duizhao is open')
  await expect.poll(async () => (await badges()).at(-1)).toBe(6)

  await openApp(app, server)
  await startReview(app)
  await answer(app, 'Remembered')
  await expect.poll(async () => (await badges()).length).toBeGreaterThan(0)

  // The browser calls the service worker while nobody looks.
  await openApp(app, server)
  await app.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  const [worker] = app.context().serviceWorkers()
  const called = await worker?.evaluate(async () => {
    const shown: number[] = []
    Object.assign(navigator, { setAppBadge: async (count: number) => void shown.push(count) })
    for (let wait = 0; wait < 50 && shown.length === 0; wait++) {
      self.dispatchEvent(Object.assign(new Event('periodicsync'), { tag: 'other' }))
      self.dispatchEvent(Object.assign(new ExtendableEvent('periodicsync'), { tag: 'badge' }))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return shown[0]
  })
  expect(called).toBeGreaterThan(0)

  await openApp(app, server, 'settings/reminders')
  await app.getByRole('switch', { name: 'Number on the app’s icon' }).uncheck()
  await expect.poll(async () => (await badges()).at(-1)).toBe(0)
  expect(await app.evaluate(() => caches.keys())).not.toContainEqual(
    expect.stringContaining('duizhao-badge'),
  )
})
