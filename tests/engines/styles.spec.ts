import { BUILT } from '../e2e/testServer.ts'
import { builtDeclarations } from './declarations.ts'
import { expect, test } from './fixtures.ts'
import { at, button, type Hand, heading, link, marked } from './hand.ts'
import { getStarted, openStarterDeck, reviewByKeys, takeStarterDeck } from './mainJob.ts'

/** What an element looks like: the computed values of these properties, and the size of its box. */
const looks = <Name extends string>(hand: Hand, css: string, names: readonly Name[]) =>
  hand.run(
    ({ css, names }) => {
      const element = document.querySelector(css)
      if (element === null) throw new Error(`no ${css}`)
      const style = getComputedStyle(element)
      return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]))
    },
    { css, names },
  ) as Promise<Record<Name, string>>

/** A custom property of the page as a colour is computed. */
const colour = (hand: Hand, name: string): Promise<string> =>
  hand.run((name) => {
    const probe = document.createElement('i')
    probe.style.color = `var(${name})`
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }, name)

/** Harmless where an engine does not know them: it has nothing that they could change. */
const OPTIONAL = new Set(['text-size-adjust', '-webkit-text-size-adjust', 'forced-color-adjust'])

test('every declaration of the stylesheets is one that the engine understands', async ({
  hand,
}) => {
  await hand.open()
  await hand.see(button('Look around first'))
  const refused = await hand.run((declarations) => {
    const root = getComputedStyle(document.documentElement)
    const filled = (value: string): string =>
      value.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => {
        const own = root.getPropertyValue(name).trim()
        return own === '' ? whole : filled(own)
      })
    /** Under its own name, or under the older one of WebKit, which then stands beside it. */
    const understands = (property: string, value: string): boolean => {
      const older = `-webkit-${property}`
      const stands = declarations.some((one) => one.property === older && one.value === value)
      return CSS.supports(property, filled(value)) || (stands && CSS.supports(older, filled(value)))
    }
    return declarations
      .filter(({ property, value }) => !property.startsWith('-') && !understands(property, value))
      .map(({ property, value }) => `${property}: ${value}`)
  }, builtDeclarations(BUILT))
  const serious = refused.filter((one) => !OPTIONAL.has(one.split(':')[0] ?? ''))
  expect(serious).toEqual([])
})

test('new, learning and known words look different', async ({ hand }) => {
  await hand.open()
  await getStarted(hand)
  await takeStarterDeck(hand)
  await hand.click(at('[data-testid^="article-"] a'))
  // On a beginner's page not all that is new is marked, but what is offered to learn is.
  await hand.click(at('.word.new:not(.quiet)'))
  await hand.see(at('dialog'))
  const sheet = await looks(hand, 'dialog', ['display', 'position'])
  expect(sheet).toEqual({ display: 'flex', position: 'fixed' })
  await hand.click(button('Known'))
  await hand.see(at('.word.known'))
  await hand.see(at('.word.learning'))

  const line = [
    'text-decoration-line',
    'text-decoration-style',
    'text-decoration-thickness',
  ] as const
  const names = [...line, 'text-decoration-color', 'text-underline-offset'] as const
  const [fresh, learning, known] = [
    await looks(hand, '.word.new:not(.quiet)', names),
    await looks(hand, '.word.learning', names),
    await looks(hand, '.word.known', names),
  ]
  expect(fresh).toMatchObject({
    'text-decoration-line': 'underline',
    'text-decoration-style': 'dotted',
    'text-decoration-thickness': '2px',
    'text-decoration-color': await colour(hand, '--new-line'),
  })
  expect(learning).toMatchObject({
    'text-decoration-line': 'underline',
    'text-decoration-style': 'solid',
    'text-decoration-thickness': '2px',
    'text-decoration-color': await colour(hand, '--learn-line'),
  })
  expect(known['text-decoration-line']).toBe('none')
  expect(fresh['text-underline-offset']).toMatch(/^[1-9][\d.]*px$/)
})

test('what the screens rely on is drawn', async ({ hand, size }) => {
  await hand.open()
  await getStarted(hand)
  const page = await looks(hand, 'body', ['min-height', 'margin-top'])
  expect(page['margin-top']).toBe('0px')
  expect(Number.parseFloat(page['min-height'])).toBeGreaterThan(size.height / 2)

  await hand.press('Tab')
  await hand.press('Tab')
  const focus = await looks(hand, ':focus', ['outline-style', 'outline-width', 'outline-color'])
  expect(focus).toEqual({
    'outline-style': 'solid',
    'outline-width': '2px',
    'outline-color': await colour(hand, '--link'),
  })

  // The way on stays in sight however long the list is.
  await openStarterDeck(hand)
  await hand.see(button('Choose words'))
  await expectBarInSight(hand)
  await hand.click(button('Choose words'))
  await hand.see(heading('What to learn'))
  await expectBarInSight(hand)
  await hand.click(button(/^Learn (this one|these \d+)/))
  await hand.see(marked('start'))

  await hand.click(marked('start'))
  await hand.see(at('.question mark'))
  const lit = await looks(hand, '.question mark', ['background-color', 'box-shadow'])
  expect(lit['background-color']).toBe(await colour(hand, '--lit'))
  expect(lit['box-shadow']).toContain('inset')
  expect(await hand.read(at('.question'))).not.toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/)
  await hand.click(button('Close'))

  await hand.click(at('[data-testid^="article-"] a'))
  await hand.click(marked('pinyin'))
  await hand.see(at('rt'))
  const readings = await hand.run(() => {
    const [over, under] = [document.querySelector('rt'), document.querySelector('ruby')]
    if (over === null || under === null) throw new Error('no reading')
    return [over.getBoundingClientRect().bottom, under.getBoundingClientRect().bottom] as const
  }, null)
  expect(readings[0]).toBeLessThan(readings[1])

  await hand.open()
  await reviewByKeys(hand, 2)
  await hand.click(link('Progress'))
  await hand.see(heading('Progress'))
  const today = 'td:is(.level-1, .level-2, .level-3, .level-4)'
  await hand.see(at(today))
  const square = (await looks(hand, today, ['background-color']))['background-color']
  expect(['rgba(0, 0, 0, 0)', await colour(hand, '--sunken')]).not.toContain(square)
})

/** The bar with the way on is at the bottom of the window, or of the page where that is shorter. */
async function expectBarInSight(hand: Hand): Promise<void> {
  const [bottom, window] = await hand.run(() => {
    scrollTo({ top: 0, behavior: 'instant' })
    const bar = document.querySelector('.action-bar')
    if (bar === null) throw new Error('no bar')
    return [bar.getBoundingClientRect().bottom, innerHeight] as const
  }, null)
  expect(Math.round(bottom)).toBeLessThanOrEqual(window)
  expect(bottom).toBeGreaterThan(window / 2)
}
