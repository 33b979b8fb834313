import type { Page } from '@playwright/test'
import { expect, expectAccessible, openApp, test } from './fixtures.ts'
import { addPicked, getStarted, putIn, starterText, startReview, toTerms } from './steps.ts'

/** Nothing is wider than the screen: text wraps instead of being cut off. */
async function expectNothingClipped(page: Page): Promise<void> {
  const [scroll, client] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(scroll, 'width of the page').toBeLessThanOrEqual(client ?? 0)
}

/** Axe's rules that colours alone can break. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** Every screen of the main job, handed to `check` one after the other. */
async function visitAll(page: Page, check: (page: Page) => Promise<void>): Promise<void> {
  const origin = new URL(page.url()).origin
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await check(page)
  await getStarted(page)
  await check(page)
  await putIn(page, starterText())
  await expect(page.getByTestId('seen')).toBeVisible()
  await check(page)
  await page.getByRole('button', { name: 'Fix sentence 1', exact: true }).first().click()
  await check(page)
  await page.keyboard.press('Escape')
  await toTerms(page)
  await check(page)
  await page.getByRole('button', { name: /^Learn (this one|these \d+)/ }).click()
  await expect(page.getByTestId('start')).toBeVisible()
  await check(page)
  await startReview(page)
  await check(page)
  await page.getByTestId('reveal').click()
  await check(page)
  await page.getByRole('button', { name: 'Card menu' }).click()
  await check(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Close' }).click()
  await page
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByTestId('pair-1').locator('[data-at]').first()).toBeVisible()
  await check(page)
  for (const path of ['library', 'shelf', 'settings', 'stats']) {
    await page.goto(`${origin}/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await check(page)
    if (path !== 'settings') continue
    // All sections at once: what is looked for is found as the controls themselves.
    await page.getByTestId('find-setting').fill('e')
    await expect(page.getByText(/^\d\d settings$/)).toBeVisible()
    await check(page)
  }
}

test.describe('in both themes', () => {
  test.use({ colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

  const inBoth = async (page: Page) => {
    await expectAccessible(page)
    // The dark theme is other colours of the same elements.
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(page, OF_COLOURS)
    await page.emulateMedia({ colorScheme: 'light' })
  }

  test('axe finds nothing serious on any screen, light or dark', async ({ app }) => {
    test.setTimeout(240_000)
    await visitAll(app, inBoth)
  })

  test('nor on the shelf: every cover, a taste, a level here, a text in the library and one that fits', async ({
    app,
    server,
  }) => {
    test.setTimeout(120_000)
    await getStarted(app)
    await openApp(app, server, 'settings/learning')
    await app.getByRole('combobox', { name: 'Chinese words you know already' }).selectOption('2')
    await openApp(app, server, 'shelf')
    await expect(app.getByTestId(/^text-/)).toHaveCount(48)
    await expect(app.getByText('a good next read')).toBeVisible()
    await inBoth(app)
    await app.getByTestId('text-starter-the-manager-moves-in').click()
    await expect(app.getByTestId('taste')).toBeVisible()
    await inBoth(app)
    await app.getByTestId('learn').click()
    await toTerms(app)
    await addPicked(app)
    await openApp(app, server, 'shelf')
    await app.getByRole('button', { name: 'HSK 2', exact: true }).click()
    await app.getByRole('button', { name: /^Download this level/ }).click()
    await expect(app.getByText('All on this device')).toBeVisible()
    await expect(app.getByText('in your library')).toBeVisible()
    await inBoth(app)
    await app.getByTestId('text-starter-the-manager-moves-in').click()
    await expect(app.getByRole('button', { name: 'Open', exact: true })).toBeVisible()
    await inBoth(app)
  })
})

test('Chinese and English carry their language everywhere', async ({ withCards: app }) => {
  await startReview(app)
  await app.getByTestId('reveal').click()
  const wrong = await app.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      if (node.parentElement?.closest('noscript, script, style')) continue
      const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? ''
      if (/[\u4e00-\u9fff]/.test(text) && !lang.startsWith('zh')) found.push(text)
    }
    return found
  })
  expect(wrong).toEqual([])
})

/** Buttons, links and fields smaller than a fingertip; links inside of a sentence are as high as its line. */
async function smallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const LEAST = 44
    const inSentence = (link: Element) => {
      const around = link.closest('p, li, dd')
      return (
        getComputedStyle(link).display === 'inline' &&
        around !== null &&
        around.textContent?.trim() !== link.textContent?.trim()
      )
    }
    return [...document.querySelectorAll('button, a, input, select, textarea, summary')].flatMap(
      (control) => {
        // A tap on the label is a tap on its field.
        const target = control.closest('label') ?? control
        const { width: w, height: h } = target.getBoundingClientRect()
        // What is laid around it takes the tap, too.
        const around = getComputedStyle(target, '::before')
        const more =
          around.position === 'absolute' ? Math.max(0, -Number.parseFloat(around.top)) : 0
        const [width, height] = [w + 2 * more, h + 2 * more]
        const hidden = !target.checkVisibility({ visibilityProperty: true })
        const skip = control.matches('.skip') || (control.matches('a') && inSentence(control))
        if (hidden || skip || width === 0 || (width >= LEAST && height >= LEAST)) return []
        const name = control.getAttribute('aria-label') ?? target.textContent?.trim() ?? ''
        return [`${control.tagName} “${name.slice(0, 40)}” ${width} × ${height}`]
      },
    )
  })
}

test('on a narrow phone no screen is cut off at 200 % text, nor at 400 % zoom, all can be tapped, and each has a title and one heading', async ({
  app,
}) => {
  test.setTimeout(240_000)
  await app.setViewportSize({ width: 360, height: 740 })
  const small = new Set<string>()
  const titles = new Map<string, string>()
  await visitAll(app, async (page) => {
    for (const one of await smallTargets(page)) small.add(one)
    await expect(page.locator('h1')).toHaveCount(1)
    await expect(page).toHaveTitle(/.+ · Duizhao$/)
    titles.set(new URL(page.url()).pathname.split('/')[1] ?? '', await page.title())

    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await expectNothingClipped(page)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
    // A screen of 1280 × 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 })
    await expectNothingClipped(page)
    await page.setViewportSize({ width: 360, height: 740 })
  })
  await app.goto(new URL('settings', app.url()).href)
  for (const one of await smallTargets(app)) small.add(one)
  await app.getByTestId('find-setting').fill('e')
  for (const one of await smallTargets(app)) small.add(one)
  expect([...small], 'smaller than a fingertip').toEqual([])
  expect(new Set(titles.values()).size, 'titles of their own').toBe(titles.size)
})

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('what is chosen, lit and marked is told without our colours', async ({ app }) => {
    const styles = (selector: string, pseudo: string) =>
      app
        .locator(selector)
        .first()
        .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), pseudo)
    const ground = 'background-color'
    expect(await styles('mark', 'text-decoration-line')).toBe('underline')
    await getStarted(app)
    expect(await styles('a.router-link-active span', 'text-decoration-line')).toBe('underline')
    await putIn(app, starterText())
    expect(await styles('.chip[aria-pressed=true]', ground)).not.toBe(
      await styles('.chip[aria-pressed=false]', ground),
    )
    await toTerms(app)
    await app.getByRole('button', { name: /^Learn (this one|these \d+)/ }).click()
    await app
      .getByTestId(/^article-/)
      .getByRole('link')
      .first()
      .click()
    await expect(app.locator('.word.learning').first()).toBeVisible()
    const line = 'text-decoration-style'
    expect(await styles('.word.new:not(.quiet)', line)).not.toBe(
      await styles('.word.learning', line),
    )
    // On a beginner's page not all that is new is marked, but what is offered to learn is.
    expect(await styles('.word.new:not(.quiet)', 'text-decoration-line')).toBe('underline')
    await app.getByRole('link', { name: 'Today' }).click()
    await startReview(app)
    await app.getByRole('button', { name: 'Card menu' }).click()
    await app.getByRole('button', { name: 'More', exact: true }).click()
    expect(await styles('.compact .chosen', ground)).not.toBe(
      await styles('.compact label:not(.chosen)', ground),
    )
  })
})

test('a dark theme that was chosen is there before the first paint', async ({ app, server }) => {
  await getStarted(app)
  await openApp(app, server, 'settings/look')
  await app.getByText('Dark', { exact: true }).click()
  await expect(app.locator('html')).toHaveAttribute('data-theme', 'dark')
  const paper = () => app.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await paper()
  await app.addInitScript(() => {
    const grounds: string[] = []
    Object.assign(window, { grounds })
    const look = () => {
      if (document.body !== null)
        grounds.push(getComputedStyle(document.documentElement).backgroundColor)
      if (grounds.length < 60) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  await app.reload()
  await expect(app.getByRole('heading', { level: 1 })).toBeVisible()
  const grounds = await app.evaluate(() => (window as unknown as { grounds: string[] }).grounds)
  expect(grounds.length).toBeGreaterThan(0)
  expect([...new Set(grounds)]).toEqual([dark])
})

test('the reading over hanzi is neither copied nor read twice', async ({ withCards: app }) => {
  await app
    .getByTestId(/^article-/)
    .getByRole('link')
    .first()
    .click()
  await app.getByTestId('pinyin').click()
  const reading = app.getByTestId('pair-1').locator('rt').first()
  await expect(reading).toBeVisible()
  await expect(reading).toHaveAttribute('aria-hidden', 'true')
  const copied = await app.getByTestId('pair-1').evaluate((pair) => {
    getSelection()?.selectAllChildren(pair.querySelector('.learnt') ?? pair)
    return getSelection()?.toString() ?? ''
  })
  expect(copied).toMatch(/\p{Script=Han}/u)
  expect(copied).not.toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔù]/)
})
