/**
 * `npm run -s duizhao -- …`: runs the command line from one bundle, made first when a source was changed since.
 *
 * Plain JavaScript: to compile hundreds of files anew at each start took two seconds.
 */
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.generated/cli')
/** `{ main, inputs }`: the first file of the bundle, and the time of last change of every file it was made of. */
const record = join(folder, 'bundle.json')
/** What also decides how the bundle looks: this file, and the versions of all packages. */
const MAKING = [import.meta.filename, join(root, 'package-lock.json')]

/** @param {string} file */
const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

/** The first file of the bundle that is there, or null when there is none of these sources. */
function made() {
  if (!existsSync(record)) return null
  const { main, inputs } = JSON.parse(readFileSync(record, 'utf8'))
  const fresh = Object.entries(inputs).every(([file, at]) => changedAt(join(root, file)) === at)
  return fresh && existsSync(join(folder, main)) ? main : null
}

/** Makes the bundle. Files are named by their content and appear whole, so that several processes may do this at once. */
async function make() {
  const { build } = await import('rolldown')
  const entry = join(root, 'src/cli/duizhao.ts')
  /** @type {Record<string, number>} */
  const inputs = {}
  const note = (/** @type {string} */ file) => {
    inputs[file.slice(root.length + 1)] = changedAt(file)
  }
  MAKING.forEach(note)
  const { output } = await build({
    input: entry,
    platform: 'node',
    external: /^[^./]/,
    write: false,
    plugins: [
      {
        name: 'places',
        load: { filter: { id: /^[^\0]/ }, handler: note },
        // Data lie beside the sources, not beside the bundle.
        transform: (code, file) =>
          code.replaceAll('import.meta.url', () => JSON.stringify(pathToFileURL(file).href)),
      },
    ],
    output: {
      format: 'esm',
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: '[name]-[hash].js',
    },
  })
  mkdirSync(folder, { recursive: true })
  for (const file of output) {
    if (file.type === 'chunk') writeWhole(join(folder, file.fileName), file.code)
  }
  const main = output[0].fileName
  writeWhole(record, JSON.stringify({ main, inputs }))
  sweep(new Set(output.map(({ fileName }) => fileName)))
  return main
}

const HOUR = 3_600_000
/** Removes former bundles, but not one that may be running. */
function sweep(/** @type {Set<string>} */ kept) {
  for (const name of readdirSync(folder)) {
    if (kept.has(name) || join(folder, name) === record) continue
    if (changedAt(join(folder, name)) < Date.now() - HOUR)
      rmSync(join(folder, name), { force: true })
  }
}

/**
 * @param {string} file
 * @param {string} content
 */
function writeWhole(file, content) {
  const draft = `${file}.${randomUUID()}.tmp`
  writeFileSync(draft, content)
  renameSync(draft, file)
}

await import(pathToFileURL(join(folder, made() ?? (await make()))).href)
