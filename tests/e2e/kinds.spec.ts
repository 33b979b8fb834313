import type { Page } from '@playwright/test'
import { expect, openApp, test } from './fixtures.ts'
import {
  getStarted,
  putIn,
  questionPlaces,
  ratingsLogged,
  startReview,
  stored,
  toTerms,
  addPicked,
} from './steps.ts'

test.use({ viewport: { width: 360, height: 740 }, starter: 'noodle-shop.json' })

declare global {
  interface Window {
    /** What was read aloud. */
    spoken: string[]
  }
}

/** A device with one Chinese voice; what it says can be read. */
async function giveVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.spoken = []
    const voice = { lang: 'zh-CN', name: 'Test', localService: true, default: true }
    class Utterance {
      voice: unknown = null
      lang = ''
      rate = 1
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.defineProperty(window, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        speak: ({ text, rate }: Utterance) => window.spoken.push(`${rate} ${text}`),
        cancel: () => {},
      },
    })
  })
}

const KINDS = ['read', 'cloze', 'produce', 'type', 'listen']

/** Leaves only some kinds and forms switched on, as a person does in the settings. */
async function leaveOn(page: Page, on: string, ...formsOff: readonly string[]): Promise<void> {
  await page.getByRole('link', { name: 'Settings', exact: true }).first().click()
  await page.getByRole('link', { name: /^Cards and answers/ }).click()
  const off = [...KINDS.filter((kind) => kind !== on), ...formsOff]
  for (const name of off) {
    await page.getByTestId(`kind-${name}`).uncheck()
    await expect.poll(() => stored(page, 'kindsOff')).toContain(name)
  }
  await expect(page.getByTestId(`kind-${on}`)).toBeDisabled()
  await page.getByRole('link', { name: 'Today', exact: true }).first().click()
  await startReview(page)
}

test.beforeEach(({ page }) => giveVoice(page))

/** The counterpart that is shown once the answer is. */
const shown = (page: Page) => page.getByTestId('counterpart')

test('the first time a word is chosen out of four, with a finger or a key', async ({
  withCards: app,
}) => {
  await startReview(app)
  // Sentences and words without three fair others are asked as before.
  while ((await app.getByTestId('option').count()) === 0) {
    await app.getByTestId('reveal').click()
    await app.getByRole('button', { name: 'Remembered' }).click()
    await expect(app.getByTestId('reveal')).toBeVisible()
  }
  const options = app.getByTestId('option')
  await expect(options).toHaveCount(4)
  for (const option of await options.all()) {
    expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(56)
  }
  const before = await questionPlaces(app)
  await app.keyboard.press('1')
  const first = options.first()
  const isRight = (await first.getAttribute('class'))?.includes('right') ?? false
  await expect(first).toContainText(isRight ? 'Right answer' : 'Your answer')
  await expect(
    app.getByRole('status').filter({ hasText: isRight ? 'Right.' : 'Not right.' }),
  ).toHaveCount(1)
  await expect(shown(app)).toHaveCount(1)
  expect(await questionPlaces(app)).toEqual(before)
  // Enter takes what is proposed; the other button is there all the same.
  const proposed = app.locator('.rating.proposed')
  await expect(proposed).toContainText(isRight ? 'Remembered' : 'Forgot')
  const count = (await ratingsLogged(app)).length
  await app.keyboard.press('Enter')
  await expect.poll(async () => (await ratingsLogged(app)).length).toBe(count + 1)
  expect((await ratingsLogged(app)).at(-1)).toBe(isRight ? 'good' : 'again')
})

test('a gap is laid from tiles, taken back, and filled where it stands', async ({
  withCards: app,
}) => {
  await leaveOn(app, 'cloze')
  const tiles = app.getByTestId('tile')
  const gap = app.locator('.large [role=img]')
  await expect(gap).toHaveAttribute('aria-label', /gap of \d, filled in: nothing/)
  for (const tile of await tiles.all()) {
    const box = await tile.boundingBox()
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(60)
  }
  await tiles.nth(0).tap()
  await expect(tiles.nth(0)).toBeDisabled()
  await app.keyboard.press('Backspace')
  await expect(tiles.nth(0)).toBeEnabled()
  // Digits lay tiles too; the last one is checked at once.
  const cells = await app.locator('.large .cell').count()
  for (let n = 1; n <= cells; n++) await app.keyboard.press(`${n}`)
  await expect(app.getByTestId('verdict')).toContainText(/Right\.|Not right\. You had: ./)
  const answer = (await shown(app).textContent())?.trim() ?? ''
  await expect(app.locator('.large mark').first()).toHaveText(answer)
  await app.getByRole('button', { name: 'Forgot' }).tap()
  // It comes again; this time it is laid as it should be.
  await expect(app.getByTestId('reveal')).toBeVisible()
})

test('a gap is typed when tiles are off, and nothing is handed in while an input method composes', async ({
  withCards: app,
}) => {
  await leaveOn(app, 'cloze', 'tiles')
  const known = new Map<string, string>()
  const text = () => app.locator('.large').first().textContent()
  // Each is met once as a thought; at its next step it is typed.
  while ((await app.getByTestId('typed').count()) === 0) {
    const asked = (await text()) ?? ''
    await app.getByTestId('reveal').click()
    known.set(asked, (await shown(app).textContent())?.trim() ?? '')
    await app.getByRole('button', { name: 'Remembered' }).click()
    await expect(app.getByTestId('reveal')).toBeVisible()
  }
  const answer = known.get((await text()) ?? '') ?? ''
  const field = app.getByTestId('typed')
  await field.fill(`　${answer} `)
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
  await expect(app.getByTestId('verdict')).toHaveCount(0)
  await field.press('Enter')
  await expect(app.getByTestId('verdict')).toHaveText('Right.')
  await expect(app.locator('.rating.proposed')).toContainText('Remembered')
})

test('a reading is typed and judged syllable by syllable; one wrong tone may be a slip', async ({
  withCards: app,
}) => {
  await leaveOn(app, 'type')
  const readings: Record<string, string> = {}
  const deck = await import('../../decks/noodle-shop.json', { with: { type: 'json' } })
  for (const { zh, reading } of deck.default.terms) readings[zh] = reading
  const field = app.getByTestId('typed')
  const headword = async () => (await app.getByTestId('headword').textContent())?.trim() ?? ''

  // No tone right but the last.
  const right = readings[await headword()] ?? ''
  const off = right.replace(/[1-5]/, (tone) => (tone === '1' ? '2' : '1'))
  await field.fill(off)
  await app.getByRole('button', { name: 'Check' }).tap()
  const syllables = app.getByTestId('syllables').getByRole('listitem')
  await expect(syllables).toHaveCount(right.split(' ').length)
  await expect(syllables.first()).toContainText('Another tone')
  await expect(app.locator('.rating.proposed')).toContainText('Forgot')
  await app.getByRole('button', { name: 'It was a slip' }).tap()
  await expect.poll(() => ratingsLogged(app)).toEqual(['good'])

  await field.fill((readings[await headword()] ?? '').replaceAll(' ', '').toUpperCase())
  await field.press('Enter')
  await expect(app.getByTestId('verdict')).toHaveText('Right.')
  await app.keyboard.press('Enter')
  await expect.poll(() => ratingsLogged(app)).toEqual(['good', 'good'])
})

test('a word is heard, again and slowly, read instead, or put off without counting', async ({
  withCards: app,
}) => {
  await leaveOn(app, 'listen')
  const spoken = () => app.evaluate(() => window.spoken)
  await expect.poll(async () => (await spoken()).length).toBe(1)
  await expect(app.getByTestId('headword')).toHaveCount(0)
  await app.getByTestId('hear').tap()
  await app.getByTestId('hear').tap()
  const [first = '', second, third] = await spoken()
  expect(second).toBe(first)
  expect(third).toBe(first.replace('1 ', '0.7 '))
  await app.getByRole('button', { name: 'Read it instead' }).tap()
  await expect(app.locator('.passage').first()).toBeVisible()
  await app.getByRole('button', { name: 'Can’t listen now' }).tap()
  await expect(app.getByRole('status').filter({ hasText: 'skipped until tomorrow' })).toHaveCount(1)
  expect(await ratingsLogged(app)).toEqual([])
  await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: 'Remembered' }).click()
  await expect.poll(() => ratingsLogged(app)).toEqual(['good'])
})

test('a number that the translation has wrong is spotted once the sentence is read for certain', async ({
  app,
  server,
}) => {
  await getStarted(app)
  await app.clock.install()
  const zh = '双方在第十二天同意停火四十五天。\n会谈将在下个月继续举行。'
  const en =
    'On the twelfth day both sides agreed to cease fire for 54 days.\nThe talks will go on next month.'
  await putIn(app, `${zh}\n\n${en}`)
  await toTerms(app)
  await app.getByTestId('tab-sentences').click()
  await app.getByLabel(/双方在第十二天/).check()
  await addPicked(app)
  await leaveOn(app, 'read')
  const day = 86_400_000
  for (let round = 0, days = 0; round < 12; round++) {
    while ((await app.getByTestId('session-end').count()) === 0) {
      if ((await app.getByTestId('place').count()) > 0) break
      await app.getByTestId('reveal').click()
      await app.getByRole('button', { name: 'Remembered' }).click()
      await expect(app.getByTestId('reveal').or(app.getByTestId('session-end'))).toBeVisible()
    }
    if ((await app.getByTestId('place').count()) > 0) break
    days += 2 ** Math.min(round + 1, 5)
    await app.clock.setSystemTime(Date.now() + days * day)
    await openApp(app, server, 'review')
    await expect(app.getByTestId('reveal').or(app.getByTestId('session-end'))).toBeVisible()
  }
  await expect(app.getByTestId('place')).toHaveText(['54'])
  await app.getByTestId('place').tap()
  await expect(app.getByTestId('verdict')).toHaveText('Right.')
  await expect(app.getByTestId('reason')).toContainText('“54” is not in the Chinese')
})
