import { expect, openApp, test } from './fixtures.ts'
import { answer, startReview, stored } from './steps.ts'

test.beforeEach(async ({ withCards: app, server }) => {
  await openApp(app, server, 'settings/memory')
})

test('steps are read as they are typed, kept, and go by', async ({ withCards: app, server }) => {
  const steps = app.getByLabel('Steps of a new card')
  await expect(steps).toHaveValue('1m 10m')
  await steps.fill('soon')
  await steps.blur()
  await expect(app.getByText('Write times such as 30s')).toBeVisible()
  await steps.fill('25m 2h')
  await steps.blur()
  await expect(app.getByText('Write times such as 30s')).toBeHidden()
  await expect.poll(() => stored(app, 'learningSteps')).toEqual([25, 120])
  await app.reload()
  await app.getByText('Scheduling in detail').click()
  await expect(steps).toHaveValue('25m 2h')
  await openApp(app, server)
  await startReview(app)
  await app.getByTestId('reveal').click()
  await expect(app.getByRole('button', { name: 'Forgot' })).toContainText('25 min')
  await expect(app.getByRole('button', { name: 'Remembered' })).toContainText('2 h')
})

test('without steps the memory model decides from the first answer on', async ({
  withCards: app,
  server,
}) => {
  const steps = app.getByLabel('Steps of a new card')
  await steps.fill('')
  await steps.blur()
  await expect.poll(() => stored(app, 'learningSteps')).toEqual([])
  await openApp(app, server)
  await startReview(app)
  await app.getByTestId('reveal').click()
  await expect(app.getByRole('button', { name: 'Remembered' })).toContainText(/\d d/)
  await app.getByRole('button', { name: 'Remembered' }).click()
  await answer(app, 'Remembered')
})

test('easy days are chosen by weekday and by date, and can be taken back', async ({
  withCards: app,
}) => {
  const sunday = app.getByLabel('Sunday')
  await sunday.selectOption({ label: 'none if possible' })
  await app.getByLabel('Date', { exact: true }).fill('2027-02-06')
  await app.getByRole('combobox', { name: 'Reviews' }).selectOption({ label: 'few' })
  await app.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(app.getByText('February 6, 2027: few')).toBeVisible()
  await expect.poll(() => stored(app, 'easyDates')).toEqual({ '2027-02-06': 0.2 })
  await app.reload()
  await app.getByText('Scheduling in detail').click()
  await expect(sunday).toHaveValue('0')
  await app.getByRole('button', { name: 'Remove February 6, 2027' }).click()
  await expect(app.getByText('February 6, 2027: few')).toBeHidden()
})
