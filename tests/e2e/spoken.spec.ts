import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { getStarted, ratingsLogged, starterText, stored } from './steps.ts'

/** What live regions said, and those that came to the page together with what they had to say. */
interface Heard {
  readonly said: string[]
  readonly late: string[]
}

declare global {
  interface Window {
    heard: Heard
  }
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const LIVE = '[role=status], [role=alert], [aria-live]'
    const heard: Heard = { said: [], late: [] }
    window.heard = heard
    const textOf = (node: Element) => node.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const at = target instanceof Element ? target : target.parentElement
        const region = at?.closest(LIVE)
        if (region && textOf(region) !== '' && heard.said.at(-1) !== textOf(region))
          heard.said.push(textOf(region))
        for (const node of region ? [] : addedNodes) {
          if (!(node instanceof Element)) continue
          const regions = [...(node.matches(LIVE) ? [node] : []), ...node.querySelectorAll(LIVE)]
          heard.late.push(...regions.map(textOf).filter((text) => text !== ''))
        }
      }
    }).observe(document, { childList: true, characterData: true, subtree: true })
  })
})

/** What has the focus, as a screen reader names it: `heading "Today"`; `body` when nothing has. */
async function focused(page: Page): Promise<string> {
  const held = page.locator(':focus')
  if ((await held.count()) === 0) return 'body'
  const [line = ''] = (await held.ariaSnapshot()).split('\n')
  return line
    .replace(/^- /, '')
    .replace(/ \[.*\]/, '')
    .replace(/:$/, '')
}

const expectFocus = (page: Page, expected: string | RegExp) =>
  typeof expected === 'string'
    ? expect.poll(() => focused(page)).toBe(expected)
    : expect.poll(() => focused(page)).toMatch(expected)

/** Goes on with Tab until something has the focus; what was passed, it included. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<readonly string[]> {
  const passed: string[] = []
  while (passed.length < most && !name.test(passed.at(-1) ?? '')) {
    await page.keyboard.press('Tab')
    passed.push(await focused(page))
  }
  expect(passed.at(-1), passed.join('\n')).toMatch(name)
  expect(passed).not.toContain('body')
  return passed
}

test('a whole import by keyboard: what is heard, in which order, with how many stops', async ({
  app,
}) => {
  await getStarted(app)
  await expectFocus(app, 'heading "Today"')
  await expect(app).toHaveTitle('Today · Duizhao')
  await tabTo(app, /^link "Add a text"/)
  await app.keyboard.press('Enter')
  await expectFocus(app, 'heading "Add a text"')
  await expect(app).toHaveTitle('Add a text · Duizhao')

  await tabTo(app, /^textbox "Or paste/)
  await app.keyboard.insertText(starterText())
  await tabTo(app, /^button "Use this text"/)
  await app.keyboard.press('Enter')
  await expectFocus(app, 'heading "Check the pairs"')

  await tabTo(app, /^button "Fix sentence 2"/)
  await app.keyboard.press('Enter')
  await expectFocus(app, 'button "Close"')
  await app.keyboard.press('Escape')
  await expectFocus(app, 'button "Fix sentence 2"')
  await tabTo(app, /^button "Choose words"/)
  await app.keyboard.press('Enter')
  await expectFocus(app, 'heading "What to learn"')

  const boxes = app.getByTestId('terms').getByRole('checkbox')
  await expect(boxes.nth(10)).toBeAttached()
  const passed = await tabTo(app, /^button "Learn (this one|these \d+)"/)
  expect(passed.length, passed.join('\n')).toBeLessThanOrEqual(25)
  expect(passed.filter((one) => one.startsWith('checkbox')).length).toBeLessThanOrEqual(2)

  await app.keyboard.press('Enter')
  await expectFocus(app, 'heading "Today"')
  await tabTo(app, /^button "Undo"/)
  const { said, late } = await app.evaluate(() => window.heard)
  expect(said.some((text) => /^(Reading|Splitting|Pairing)/.test(text))).toBe(true)
  // That the dictionary has come may be said at any time.
  expect(said.findLast((text) => !text.startsWith('Ready to use'))).toMatch(/^Added “/)
  expect(late.filter((text) => text !== 'One moment…')).toEqual([])
  await app.keyboard.press('Enter')
  await expectFocus(app, 'heading "Today"')
})

test('every term is reached with the arrow keys and ticked with Space', async ({ app }) => {
  await getStarted(app)
  await tabTo(app, /^link "Add a text"/)
  await app.keyboard.press('Enter')
  await app.getByTestId('paste-field').fill(starterText())
  await app.getByRole('button', { name: 'Use this text' }).click()
  await app.getByRole('button', { name: 'Choose words' }).click()
  await expectFocus(app, 'heading "What to learn"')
  await tabTo(app, /^checkbox/)
  const boxes = app.getByTestId('terms').getByRole('checkbox')
  const count = await boxes.count()
  for (let at = 1; at < count; at++) {
    await app.keyboard.press('ArrowDown')
    await expect(boxes.nth(at)).toBeFocused()
  }
  await app.keyboard.press('Home')
  await expect(boxes.first()).toBeFocused()
  const before = await boxes.first().isChecked()
  await app.keyboard.press('Space')
  await expect(boxes.first()).toBeChecked({ checked: !before })
  await app.keyboard.press('End')
  await expect(boxes.last()).toBeFocused()
  await app.keyboard.press('Tab')
  await app.keyboard.press('Shift+Tab')
  await expect(boxes.last()).toBeFocused()
})

test('a whole review by keyboard: question, answer, next question, the end', async ({
  withCards: app,
}) => {
  await app.goto(new URL('settings/daily', app.url()).href)
  await app.getByLabel('New cards a day').fill('3')
  await app.keyboard.press('Tab')
  await expect.poll(() => stored(app, 'newPerDay')).toBe(3)
  await app.goto(new URL('/', app.url()).href)
  await expect(app.getByTestId('start')).toContainText('3 new')
  await tabTo(app, /^button "Start/)
  await app.keyboard.press('Enter')
  await expectFocus(app, 'region "Question"')
  await expect(app).toHaveTitle('Review · Duizhao')

  await app.getByRole('button', { name: 'Card menu' }).press('Enter')
  await expectFocus(app, 'button "Close"')
  await app.keyboard.press('Escape')
  await expectFocus(app, 'button "Card menu"')

  const heard: string[] = []
  for (let card = 0; card < 30; card++) {
    if ((await focused(app)).startsWith('heading')) break
    await app.keyboard.press('ArrowRight')
    await expectFocus(app, 'region "Answer"')
    heard.push('answer')
    await app.keyboard.press('4')
    await expectFocus(app, /^(region "Question"|heading "Done! \d new words?\.")$/)
    heard.push(await focused(app))
  }
  const answers = await ratingsLogged(app)
  expect(answers.length).toBeGreaterThanOrEqual(3)
  const cycle = answers.flatMap(() => ['answer', 'region "Question"'])
  expect(heard.slice(0, -1)).toEqual(cycle.slice(0, -1))
  expect(heard.at(-1)).toMatch(/^heading "Done!/)

  await tabTo(app, /^link "That’s all"/)
  await app.keyboard.press('Enter')
  await expectFocus(app, 'heading "Today"')
  const { late } = await app.evaluate(() => window.heard)
  expect(late.filter((text) => text !== 'One moment…')).toEqual([])
})
