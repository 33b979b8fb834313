import { defineConfig } from '@playwright/test'

/** `KILLS` in all over two chains (200), `SEED` of their choices. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/kills',
  fullyParallel: true,
  workers: 2,
  timeout: 0,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: { locale: 'en-GB', viewport: { width: 390, height: 844 }, actionTimeout: 30_000 },
})
