import { defineConfig } from '@playwright/test'
import { ENGINES } from './hand.ts'
import { programsOf } from './installed.ts'

/** One project an engine that is installed; `tests/run.ts` and `engines.ts` install them and say which are missing. */
export default defineConfig<{ engine: (typeof ENGINES)[number] }>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/engines',
  fullyParallel: true,
  workers: 2,
  // Slowness is no failure: the benchmarks say how long things take.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  retries: 1,
  forbidOnly: true,
  reporter: [['list']],
  projects: ENGINES.filter((engine) => programsOf(engine) !== null).map((engine) => ({
    name: engine,
    // Its main job is what `tests/e2e` is about.
    ...(engine === 'chromium' ? { testMatch: 'styles.spec.ts' } : {}),
    use: { engine },
  })),
})
