import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  base: process.env['BASE'] ?? '/',
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022' },
  // Features of the libraries that this app does not use, so that they are not on the start path.
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: import.meta.dirname,
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/ui/**', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          root: import.meta.dirname,
          environment: 'happy-dom',
          include: ['tests/ui/**/*.test.ts'],
        },
      },
    ],
  },
})
