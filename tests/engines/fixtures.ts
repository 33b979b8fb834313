/**
 * What the engine tests share. `hand` is a browser of the project's engine with a fresh profile, not yet on any page; its
 * size is a phone's (`small`, 360 px) unless a test says `test.use({ size })`. `newHand` opens further ones, each with a
 * profile of its own. `server` is this worker's; it runs again after each test.
 */
import { withServer } from '../e2e/withServer.ts'
import { type Display, openDisplay } from './display.ts'
import type { Engine, Hand, Size } from './hand.ts'
import { programsOf } from './installed.ts'
import { playwrightHand } from './playwrightHand.ts'
import { webkitHand } from './webkitHand.ts'

export { expect } from '@playwright/test'

export const small: Size = { width: 360, height: 740 }
export const wide: Size = { width: 1280, height: 800 }

interface Fixtures {
  hand: Hand
  newHand: () => Promise<Hand>
}
interface Options {
  size: Size
}
interface WorkerFixtures {
  engine: Engine
  display: Display | null
}

export const test = withServer.extend<Fixtures & Options, WorkerFixtures>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  size: [small, { option: true }],

  display: [
    async ({ engine }, use) => {
      const xvfb = engine === 'webkit' ? programsOf(engine)?.[1] : undefined
      const display = xvfb === undefined ? null : await openDisplay(xvfb)
      await use(display)
      await display?.close()
    },
    { scope: 'worker' },
  ],

  newHand: async ({ engine, display, server, size }, use, testInfo) => {
    const hands: Hand[] = []
    await use(async () => {
      const profile = testInfo.outputPath(`profile-${hands.length}`)
      const program = programsOf(engine)?.[0]
      if (program === undefined) throw new Error(`${engine} is not installed`)
      const common = { profile, url: server.url, size }
      const hand =
        engine === 'webkit'
          ? await webkitHand({ ...common, driver: program, display: display?.name ?? '' })
          : await playwrightHand({ ...common, engine, executablePath: program })
      hands.push(hand)
      return hand
    })
    for (const hand of hands) {
      if (testInfo.status !== testInfo.expectedStatus)
        await hand
          .screenshot(testInfo.outputPath(`failed-${hands.indexOf(hand)}.png`))
          .catch(() => undefined)
      await hand.close()
    }
  },
  hand: async ({ newHand }, use) => use(await newHand()),
})
