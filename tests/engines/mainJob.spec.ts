import { writeFileSync } from 'node:fs'
import { starterText } from '../e2e/steps.ts'
import { expect, test } from './fixtures.ts'
import { at, button, heading, marked } from './hand.ts'
import {
  countAnswers,
  getStarted,
  importText,
  reviewByKeys,
  saveBackup,
  takeStarterDeck,
  untilOffline,
} from './mainJob.ts'

const SHORT = '渡船来了。雾散了。\n\nThe ferry came. The fog lifted.'

test('the main job: first run, import, review by keys, offline, restart, backup, restore', async ({
  hand,
  newHand,
  server,
}, testInfo) => {
  await hand.open()
  await getStarted(hand)
  await untilOffline(hand)
  await takeStarterDeck(hand)
  // Firefox asks the learner in turn, and answers only when they do: here nobody does, and nothing waits for it.
  await hand.see(marked('keep'), 'a browser may clear')
  await hand.click(button('Ask the browser never to clear your cards'))
  await importText(hand, SHORT)
  await reviewByKeys(hand, 3)
  expect(await countAnswers(hand)).toBe(3)

  // Offline in every engine is a server that is not there.
  await server.stop()
  await hand.restart()
  await hand.open()
  await hand.see(marked('start'), 'Continue')
  await hand.see(at('[data-testid^="article-"]'))
  const isOffered = () => document.querySelector('[data-testid=keep]') !== null
  expect(await hand.run(isOffered, null), 'asked once is enough').toBe(false)
  await importText(hand, starterText('night-train.json'))
  await reviewByKeys(hand, 2)
  expect(await countAnswers(hand)).toBe(5)

  await hand.restart()
  await hand.open()
  await hand.see(marked('start'), 'Continue')
  expect(await countAnswers(hand)).toBe(5)
  const path = testInfo.outputPath('kept.duizhao')
  writeFileSync(path, await saveBackup(hand))

  await server.start()
  const other = await newHand()
  await other.open()
  await other.see(button('Look around first'))
  await other.choose(path)
  await other.see(heading('Today'))
  await other.see(marked('start'), 'Continue')
  expect(await countAnswers(other)).toBe(5)
})
