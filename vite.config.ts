import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'src',
  publicDir: '../public',
  base: process.env['BASE'] ?? '/',
  build: { outDir: '../dist', emptyOutDir: true, target: 'es2022' },
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
