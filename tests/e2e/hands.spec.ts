import type { CDPSession, Page } from '@playwright/test'
import { expect, openApp, test } from './fixtures.ts'
import { answer, countLogged, ratingsLogged, startReview, stored } from './steps.ts'

const PHONE = { width: 360, height: 740 }

test.use({ viewport: PHONE })

declare global {
  interface Window {
    /** What the device was told to vibrate. */
    ticks: unknown[]
  }
}

/** Real fingers: what they do goes through the browser's own gestures, as on a phone. */
class Hand {
  readonly #session: CDPSession
  constructor(session: CDPSession) {
    this.#session = session
  }
  static of = async (page: Page) => new Hand(await page.context().newCDPSession(page))

  async #send(type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', ...points: Point[]) {
    const touchPoints = points.map(([x, y], id) => ({ x, y, id }))
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  down = (...points: Point[]) => this.#send('touchStart', ...points)
  up = () => this.#send('touchEnd')
  cancel = () => this.#send('touchCancel')
  /** Goes there in steps, as a finger does. */
  async move([x0, y0]: Point, [x1, y1]: Point) {
    for (let step = 1; step <= 8; step++)
      await this.#send('touchMove', [x0 + ((x1 - x0) * step) / 8, y0 + ((y1 - y0) * step) / 8])
  }
  async swipe(from: Point, to: Point) {
    await this.down(from)
    await this.move(from, to)
    await this.up()
  }
}
type Point = readonly [x: number, y: number]

/** On the card, away from words and buttons. */
const AT: Point = [180, 200]
const by = (dx: number, dy = 0): Point => [AT[0] + dx, AT[1] + dy]

const card = (page: Page) => page.locator('.review > .body:not([inert])')
const verdict = (page: Page) => page.getByTestId('swipe-verdict')
const placed = (page: Page) => card(page).evaluate((element) => element.style.transform)
const button = (page: Page, name: string) => page.getByRole('button', { name })
/** Whether hands are taken notice of: they are loaded after the first card. */
const untilHands = (page: Page) => expect(card(page)).toHaveCSS('touch-action', 'pan-y pinch-zoom')

async function toAnswer(page: Page): Promise<Hand> {
  await startReview(page)
  await untilHands(page)
  await page.getByTestId('reveal').click()
  await expect(button(page, 'Remembered')).toBeVisible()
  return await Hand.of(page)
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.ticks = []
    Object.defineProperty(navigator, 'vibrate', {
      value: (pattern: unknown) => window.ticks.push(pattern) > 0,
    })
  })
})

test('a card moved to the right was remembered, to the left forgotten', async ({
  withCards: app,
}) => {
  const hand = await toAnswer(app)
  await hand.swipe(AT, by(140))
  await expect(app.getByTestId('reveal')).toBeVisible()
  await expect.poll(() => ratingsLogged(app)).toEqual(['good'])
  expect(await placed(app)).toBe('')
  await app.getByTestId('reveal').click()
  await hand.swipe(AT, by(-120))
  await expect(app.getByTestId('reveal')).toBeVisible()
  await expect.poll(() => ratingsLogged(app)).toEqual(['good', 'again'])
  // It is an answer like any other: one step takes it back.
  await app.getByTestId('undo').click()
  await expect.poll(() => countLogged(app)).toBe(3)
  await expect(app.locator('.body')).toHaveCount(1)
})

test('the card follows the finger, tilts, says its verdict, locks with one tick', async ({
  withCards: app,
}) => {
  const hand = await toAnswer(app)
  await hand.down(AT)
  await hand.move(AT, by(40))
  expect(await placed(app)).toMatch(/^translate3d\(40px, 0px, 0px\) rotate\(1\.5\d*deg\)$/)
  await expect(verdict(app)).toHaveCount(0)
  await hand.move(by(40), by(72))
  await expect(verdict(app)).toHaveText(/Remembered.*\d+ (min|h|d)/)
  await expect(verdict(app)).toHaveCSS('opacity', '0.5')
  await expect(button(app, 'Forgot')).toHaveCSS('opacity', '1')
  expect(await app.evaluate(() => window.ticks)).toEqual([])
  await hand.move(by(72), by(104))
  expect(await placed(app)).toBe('translate3d(104px, 0px, 0px) rotate(4deg)')
  await expect(button(app, 'Forgot')).toHaveCSS('opacity', '0.35')
  await expect(button(app, 'Remembered')).toHaveCSS('outline-style', 'solid')
  await hand.move(by(104), by(130))
  expect(await app.evaluate(() => window.ticks)).toEqual([10])
  // No wider than the phone.
  expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
  await hand.up()
  await expect.poll(() => ratingsLogged(app)).toEqual(['good'])
})

test('coming back, a second finger or the system takes the swipe back', async ({
  withCards: app,
}) => {
  const hand = await toAnswer(app)
  const stays = async () => {
    await expect(verdict(app)).toHaveCount(0)
    await expect(button(app, 'Forgot')).toHaveCSS('opacity', '1')
    await expect.poll(() => placed(app)).toBe('')
    await expect(button(app, 'Remembered')).toBeVisible()
  }
  await hand.down(AT)
  await hand.move(AT, by(-120))
  await hand.move(by(-120), by(-60))
  await expect(verdict(app)).toContainText('Forgot')
  await hand.up()
  await stays()

  await hand.down(AT)
  await hand.move(AT, by(120))
  await hand.down(by(120), [100, 400])
  await stays()
  await hand.up()

  await hand.down(AT)
  await hand.move(AT, by(120))
  await hand.cancel()
  await stays()
  expect(await countLogged(app)).toBe(0)
})

test('the edges are the system’s, up and down scrolls, a sheet is not swiped', async ({
  withCards: app,
}) => {
  const hand = await toAnswer(app)
  await hand.swipe([20, 200], [200, 200])
  await hand.swipe([345, 200], [150, 200])
  await hand.down(AT)
  await hand.move(AT, by(30, -100))
  expect(await placed(app)).toBe('')
  await hand.move(by(30, -100), by(150, -100))
  expect(await placed(app)).toBe('')
  await hand.up()
  await app.getByRole('button', { name: 'Card menu' }).click()
  await hand.swipe(AT, by(140))
  await app.keyboard.press('Escape')
  await expect(button(app, 'Remembered')).toBeVisible()
  expect(await countLogged(app)).toBe(0)
})

test('before the answer a swipe only shows it', async ({ withCards: app }) => {
  await startReview(app)
  await untilHands(app)
  // A choice is tapped, not swiped.
  while ((await app.getByTestId('option').count()) > 0) await answer(app, 'Remembered')
  const logged = await countLogged(app)
  const hand = await Hand.of(app)
  await hand.swipe(AT, by(60))
  await expect(app.getByTestId('reveal')).toBeVisible()
  await hand.down(AT)
  await hand.move(AT, by(140))
  await expect(verdict(app)).toHaveCount(0)
  await hand.up()
  await expect(button(app, 'Remembered')).toBeVisible()
  expect(await countLogged(app)).toBe(logged)
})

test('who wants no motion sees the verdict on a card that stays', async ({ withCards: app }) => {
  await app.emulateMedia({ reducedMotion: 'reduce' })
  const hand = await toAnswer(app)
  await hand.down(AT)
  await hand.move(AT, by(110))
  await expect(verdict(app)).toContainText('Remembered')
  expect(await placed(app)).toBe('')
  await hand.up()
  await expect.poll(() => ratingsLogged(app)).toEqual(['good'])
})

test('a button held offers Hard and Easy, by finger and by keyboard', async ({
  withCards: app,
}) => {
  const hand = await toAnswer(app)
  const menu = app.getByRole('menu', { name: 'More answers' })
  const box = await button(app, 'Remembered').boundingBox()
  const at: Point = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 30]
  await hand.down(at)
  await expect(menu).toBeVisible()
  await hand.up()
  await expect(menu).toBeVisible()
  expect(await countLogged(app)).toBe(0)
  for (const name of ['Hard', 'Easy']) {
    const item = menu.getByRole('menuitem', { name })
    await expect(item).toContainText(/\d+ (min|h|d)/)
    expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  }
  await menu.getByRole('menuitem', { name: 'Hard' }).tap()
  await expect.poll(() => ratingsLogged(app)).toEqual(['hard'])

  await app.getByTestId('reveal').click()
  await button(app, 'Forgot').focus()
  await app.keyboard.press('Shift+F10')
  await expect(menu.getByRole('menuitem', { name: 'Hard' })).toBeFocused()
  await app.keyboard.press('Escape')
  await expect(button(app, 'Forgot')).toBeFocused()
  await app.keyboard.press('Shift+F10')
  await app.keyboard.press('ArrowRight')
  await expect(menu.getByRole('menuitem', { name: 'Easy' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect.poll(() => ratingsLogged(app)).toEqual(['hard', 'easy'])
})

test('swipes and ticks can be off, and the left hand has its things at the left', async ({
  withCards: app,
  server,
}) => {
  await openApp(app, server, 'settings/answers')
  await app.getByRole('switch', { name: 'Vibrate when a swipe counts' }).uncheck()
  await app.getByRole('radio', { name: 'Left', exact: true }).check()
  await app.getByRole('radio', { name: /^Four/ }).check()
  await expect.poll(() => stored(app, 'buttons')).toBe('four')
  await openApp(app, server)
  await startReview(app)
  await untilHands(app)
  const x = async (name: string) => (await button(app, name).boundingBox())?.x ?? 0
  expect(await x('Card menu')).toBeLessThan(await x('Undo'))
  expect(await x('Undo')).toBeLessThan(await x('Close'))
  await app.getByTestId('reveal').click()
  const hand = await Hand.of(app)
  await hand.down(AT)
  await hand.move(AT, by(-110))
  await expect(verdict(app)).toContainText('Again')
  await hand.up()
  await expect.poll(() => ratingsLogged(app)).toEqual(['again'])
  expect(await app.evaluate(() => window.ticks)).toEqual([])

  await openApp(app, server, 'settings/answers')
  await app.getByRole('switch', { name: 'Swipe to answer' }).uncheck()
  await expect.poll(() => stored(app, 'swipe')).toBe(false)
  await openApp(app, server)
  await startReview(app)
  await app.getByTestId('reveal').click()
  await hand.swipe(AT, by(140))
  await expect(button(app, 'Good')).toBeVisible()
  expect(await placed(app)).toBe('')
  expect(await ratingsLogged(app)).toEqual(['again'])
})
