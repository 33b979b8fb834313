import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { ensureAssets } from './assets.ts'
import { copyStrokes } from './build/strokes.ts'

const root = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } })
const dist = resolve(root, values.out)

/** What shrinks; `.bin` files are compressed inside and pictures anyway. */
const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest|txt)$/
/** Below this the headers outweigh the gain. */
const WORTH_COMPRESSING_BYTES = 1024

/** `npm run build [-- --out FOLDER]`: the app in `dist`, ready for any host of plain files, under `BASE` (or `/`). */
async function buildApp(): Promise<void> {
  await ensureAssets()
  const configFile = join(root, 'vite.config.ts')
  await build({ configFile, logLevel: 'warn', build: { outDir: dist, emptyOutDir: true } })
  // GitHub Pages answers unknown paths with this file: a deep link opens the app on the first visit too.
  copyFileSync(join(dist, 'index.html'), join(dist, '404.html'))
  compress()
  // Thousands of small files, of which few are ever asked for: they are served as they are.
  copyStrokes(dist)
  console.log(`Built ${dist}`)
}

/** Writes `.gz` and `.br` beside every file that gains by it, so that no request waits for a compressor. */
function compress(): void {
  for (const entry of readdirSync(dist, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue
    const file = join(entry.parentPath, entry.name)
    const bytes = readFileSync(file)
    if (bytes.length < WORTH_COMPRESSING_BYTES) continue
    // The best brotli takes seconds a megabyte; large data is served well by a middling one.
    const quality = bytes.length > 500_000 ? 9 : 11
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }))
  }
}

await buildApp()
