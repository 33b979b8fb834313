import type { Page } from '@playwright/test'
import { expect, openApp, test } from './fixtures.ts'
import { startReview, stored } from './steps.ts'

test.use({ viewport: { width: 360, height: 740 } })

interface Said {
  readonly text: string
  readonly voice: string
  readonly rate: number
}
declare global {
  interface Window {
    said: Said[]
  }
}

/** A device with these voices: the browsers of the tests have none. */
async function giveVoices(page: Page, ...names: readonly (readonly [string, string])[]) {
  await page.addInitScript((given) => {
    window.said = []
    const voices = given.map(([name, lang]) => ({ name, lang, localService: true }))
    const fake = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: ({ text, voice, rate }: SpeechSynthesisUtterance) =>
        window.said.push({ text, voice: voice?.name ?? '', rate }),
      cancel: () => undefined,
      speaking: false,
      pending: false,
    })
    class Utterance {
      voice = null
      lang = ''
      rate = 1
      text: string
      constructor(text: string) {
        this.text = text
      }
    }
    Object.assign(window, { SpeechSynthesisUtterance: Utterance })
    Object.defineProperty(window, 'speechSynthesis', { value: fake })
  }, names)
  await page.reload()
}
const said = (page: Page) => page.evaluate(() => window.said)

test('a voice is chosen, tried, kept, and says the answer once by itself', async ({
  withCards: app,
  server,
}) => {
  await giveVoices(app, ['Huihui', 'zh-CN'], ['Tingting', 'zh-CN'], ['Daniel', 'en-GB'])
  await openApp(app, server, 'settings/speech')
  await app.getByRole('combobox', { name: 'Chinese voice' }).selectOption('Tingting')
  await expect.poll(() => stored(app, 'voices')).toEqual(['Tingting'])
  await app.getByRole('combobox', { name: 'Speed' }).selectOption('0.85')
  await expect.poll(() => stored(app, 'speechRate')).toBe(0.85)
  await app.getByRole('switch', { name: 'Read the answer aloud when it shows' }).check()
  await expect.poll(() => stored(app, 'autoplay')).toBe(true)
  await app.getByRole('button', { name: 'Try it: the Chinese voice' }).click()
  await app.getByRole('button', { name: 'Try it: the English voice' }).click()
  expect(await said(app)).toMatchObject([
    { voice: 'Tingting', rate: 0.85 },
    { voice: 'Daniel', rate: 0.85 },
  ])

  await openApp(app, server)
  await expect(app.getByTestId('start')).toBeVisible()
  await startReview(app)
  expect(await said(app)).toEqual([])
  await app.getByTestId('reveal').click()
  await expect.poll(() => said(app)).toMatchObject([{ voice: 'Tingting', rate: 0.85 }])
  const speaker = app.getByRole('button', { name: /^Read aloud/ })
  for (let tap = 0; tap < 2; tap++) await speaker.click()
  const rates = (await said(app)).map(({ rate }) => Math.round(rate * 1000) / 1000)
  expect(rates).toEqual([0.85, 0.85, 0.595])
})

test('without a voice the way to one is told, for this phone', async ({
  withCards: app,
  server,
}) => {
  await app.addInitScript(() =>
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Linux; Android 16)' }),
  )
  await app.reload()
  await openApp(app, server, 'settings/speech')
  await expect(app.getByText('This device has no Chinese voice.')).toBeVisible()
  await expect(app.getByTestId('add-voice').first()).toContainText('On Android: Settings ›')
  await openApp(app, server)
  await startReview(app)
  await app.getByTestId('reveal').click()
  await app.getByRole('button', { name: /^Read aloud/ }).click()
  await expect(app.getByTestId('no-voice')).toContainText('Install voice data › Chinese')
})
