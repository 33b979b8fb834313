import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './browser.ts'

const executablePath = findBrowser()

/** A zone in which it is about noon: late at night a step of two hours would end on the next study day. */
function zoneAtNoon(): string {
  const east = 12 - new Date().getUTCHours()
  // The signs of these zones are turned round.
  return `Etc/GMT${east > 0 ? `-${east}` : `+${-east}`}`
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  // One more than a small machine has processors: a page often waits.
  workers: 3,
  // Slowness is no failure: the benchmarks say how long things take.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A loaded machine may be too slow once; such a test is reported as flaky, and counted as passed.
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: zoneAtNoon(),
    trace: 'on-first-retry',
    // Installed in each context anew, it costs more than most tests: those that need one allow it.
    serviceWorkers: 'block',
    launchOptions: {
      args: browserArguments(),
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
  projects: [
    {
      name: 'phone',
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'desktop',
      grep: /@desktop/,
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
})
