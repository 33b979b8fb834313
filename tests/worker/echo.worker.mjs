import { tsImport } from 'tsx/esm/api'

// Node runs no TypeScript by itself; the browser's workers are built.
await tsImport('./echo.ts', import.meta.url)
