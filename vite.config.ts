import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { compiledMessages } from './src/cli/build/compileMessages.ts'
import { traditionalWords } from './src/cli/build/traditionalWords.ts'
import { metaPolicy } from './src/cli/contentSecurityPolicy.ts'
import { dailyChunks } from './src/cli/build/dailyChunks.ts'
import { oneOfVue } from './src/cli/build/oneOfVue.ts'
import { strokesWhileDeveloping } from './src/cli/build/strokes.ts'

import { webManifest } from './src/cli/build/webManifest.ts'
import { FIRST_FILES } from './src/domain/learner/firstText.ts'
import { ACCEPT } from './src/formats/accept.ts'
import { MOCKED } from './tests/mocked.ts'
import { SlowFirst } from './tests/slowFirst.ts'

/** Path the app is served under: `/` alone, or for GitHub Pages `/duizhao/`. */
const base = `/${process.env['BASE'] ?? ''}/`.replace(/\/+/g, '/')

/**
 * What only a built index.html has: the policy, and the version with a hash of everything it loads, so that two builds
 * of the same sources are the same and no learner is offered an update that changes nothing.
 */
function builtPage(): Plugin {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'),
  )
  return {
    name: 'duizhao-built-page',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const hash = createHash('sha256').update(Object.keys(bundle).sort().join('\n'))
        const content = `${version}+${hash.digest('hex').slice(0, 7)}`
        const policy = { 'http-equiv': 'Content-Security-Policy', content: metaPolicy }
        return [
          { tag: 'meta', injectTo: 'head-prepend', attrs: policy },
          { tag: 'meta', injectTo: 'head', attrs: { name: 'version', content } },
        ]
      },
    },
  }
}

/** Tests of rooms without clock, chance, page or disk. */
const PURE = ['tests/domain/**/*.test.ts', 'tests/formats/**/*.test.ts']

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  cacheDir: '../node_modules/.vite',
  base,
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined as `data:` a small deck could not be fetched: connect-src is 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  define: {
    // The table of formats without the readers, which only a worker has.
    __ACCEPT__: JSON.stringify(ACCEPT),
    // Features of the libraries that this app does not use, so that they are not on the start path.
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  worker: { format: 'es' },
  // The decks and the compiled dictionary lie outside the root.
  server: { fs: { allow: ['..'] } },
  plugins: [
    vue(),
    compiledMessages(),
    traditionalWords(),
    oneOfVue(),
    builtPage(),
    dailyChunks(),
    strokesWhileDeveloping(base),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: webManifest(base),
      injectManifest: {
        globPatterns: [
          '**/*.{js,css,html,svg}',
          // Of the starter texts those a first run begins with; the others are fetched when they are opened.
          `assets/{${FIRST_FILES.map((file) => file.replace('.json', '')).join(',')}}-*.json`,
          'assets/dictionary-core-*.bin',
          'assets/pivots-*.bin',
          // What writes Anki's packages, offline too.
          'assets/sql-wasm-browser-*.wasm',
        ],
        // The manifest's icons are added by the plugin.
        globIgnores: ['favicon.svg'],
        maximumFileSizeToCacheInBytes: 6e6,
      },
    }),
  ],
  test: {
    // Slowness is no failure: the benchmarks say how long things take.
    testTimeout: 60_000,
    // One core less, as is usual, is half of a small machine.
    maxWorkers: '100%',
    hookTimeout: 60_000,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: import.meta.dirname,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/ui/**', 'tests/e2e/**', ...PURE],
        },
      },
      {
        extends: true,
        test: {
          name: 'pure',
          root: import.meta.dirname,
          environment: 'node',
          include: PURE,
          // Nothing is kept there from one file to the next but code and dictionaries, which are read once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          root: import.meta.dirname,
          environment: 'happy-dom',
          include: ['tests/ui/**/*.test.ts'],
          exclude: MOCKED,
          setupFiles: 'tests/ui/unmounting.ts',
          // Vue, its router and the page are loaded once a worker: that takes longer than most tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'ui mocked',
          root: import.meta.dirname,
          environment: 'happy-dom',
          include: MOCKED,
          setupFiles: 'tests/ui/unmounting.ts',
        },
      },
    ],
  },
})
