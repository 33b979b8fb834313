import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { startReview } from './steps.ts'

const SIZES = [
  { width: 360, height: 740 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
]
const CARDS = 5

/** Room between what must be read and the buttons, px, and words of the buttons that are broken by a line's end. */
async function look(page: Page) {
  return await page.evaluate(() => {
    const bottomOf = (part: string) =>
      document.querySelector(`.answer ${part}`)?.getBoundingClientRect().bottom ?? 0
    const buttons = [...document.querySelectorAll<HTMLElement>('.rating')]
    const top = Math.min(...buttons.map((button) => button.getBoundingClientRect().top))
    const broken = buttons
      .flatMap((button) => [...button.querySelectorAll('strong')])
      .filter((name) => name.getClientRects().length > 1 || name.scrollWidth > name.clientWidth + 1)
    const inAnswer = '.reading:not(.visually-hidden)'
    const lowest = Math.max(bottomOf('.counterpart'), bottomOf(inAnswer)) || bottomOf('.passage')
    // Above its word, or in the answer where that is out of sight.
    const said = document.querySelector('.question .said')?.getBoundingClientRect()
    const isSaid = !said || document.querySelector(`.answer ${inAnswer}`) !== null || said.top >= 0
    return { room: top - lowest, isSaid, broken: broken.map((name) => name.textContent) }
  })
}

for (const percent of [100, 200]) {
  test(`what must be read stands above the buttons at ${percent} % text, at every size`, async ({
    withCards: app,
  }) => {
    await startReview(app)
    for (const size of SIZES) {
      await app.setViewportSize(size)
      for (let i = 0; i < CARDS; i++) {
        await expect(app.getByTestId('reveal')).toBeVisible()
        await app.evaluate((percent) => {
          document.documentElement.style.fontSize = `${percent}%`
        }, percent)
        await app.getByTestId('reveal').click()
        await expect(app.locator('.answer')).toBeVisible()
        const { room, isSaid, broken } = await look(app)
        expect({ size, broken, isSaid, isRoom: room >= 23.5, room }).toMatchObject({
          size,
          broken: [],
          isSaid: true,
          isRoom: true,
        })
        await app.getByRole('button', { name: 'Forgot' }).click()
      }
    }
  })
}
