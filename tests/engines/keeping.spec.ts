import { starterText } from '../e2e/steps.ts'
import { expect, test } from './fixtures.ts'
import { at, button, marked } from './hand.ts'
import { getStarted, importText, takeStarterDeck } from './mainJob.ts'

// In Firefox the browser asks the learner in turn, and answers only when they do: here nobody does.
test('asking the browser to keep the cards holds nothing up, and is offered once', async ({
  hand,
}) => {
  await hand.open()
  await getStarted(hand)
  await takeStarterDeck(hand)
  await hand.see(marked('keep'), 'a browser may clear')
  await hand.click(button('Ask the browser never to clear your cards'))
  await importText(hand, starterText('night-train.json'))

  await hand.restart()
  await hand.open()
  await hand.see(marked('start'))
  await hand.see(at('[data-testid^="article-"]'))
  const isOffered = () => document.querySelector('[data-testid=keep]') !== null
  expect(await hand.run(isOffered, null)).toBe(false)
})
