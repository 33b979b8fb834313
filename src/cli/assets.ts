import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(import.meta.dirname, '../..')
const generated = join(root, '.generated')
const stampFile = join(generated, 'stamps.json')

/** Scripts of this folder that write into `.generated`, in the order they need each other. */
const compilers = ['compileDictionary.ts', 'compilePivots.ts']

interface Stamp {
  /** Hash of everything the compiler reads. */
  readonly inputs: string
  /** What it wrote, relative to `.generated`. */
  readonly outputs: readonly string[]
}

/**
 * Compiles the dictionary assets that are missing or older than their sources; the rest is left alone.
 *
 * Nothing is printed to stdout: a command that needs the assets may be printing JSON there.
 *
 * @throws Error when a compiler fails; it has said why on stderr
 */
export function compileStaleAssets(): void {
  mkdirSync(generated, { recursive: true })
  const stamps = readStamps()
  for (const compiler of compilers) {
    const script = join(import.meta.dirname, compiler)
    if (!existsSync(script)) continue
    const inputs = hashInputs(script)
    const stamp = stamps[compiler]
    const fresh =
      stamp?.inputs === inputs && stamp.outputs.every((name) => existsSync(join(generated, name)))
    if (fresh) continue

    console.error(`Compiling: ${compiler} …`)
    const startedAt = Date.now()
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
    const run = spawnSync(process.execPath, [tsx, script], { cwd: root, stdio: ['ignore', 2, 2] })
    if (run.status !== 0) throw new Error(`${compiler} failed`)
    stamps[compiler] = { inputs, outputs: filesWrittenSince(startedAt) }
    writeFileSync(stampFile, `${JSON.stringify(stamps, null, 2)}\n`)
  }
}

function readStamps(): Record<string, Stamp> {
  if (!existsSync(stampFile)) return {}
  // Our own file, thrown away whenever it is not what we wrote.
  const value = JSON.parse(readFileSync(stampFile, 'utf8')) as Record<string, Stamp>
  return value
}

/** The script, what it imports from this repository, the data beside those files, and the packages' versions. */
function hashInputs(script: string): string {
  const modules = new Set<string>()
  const follow = (file: string): void => {
    if (modules.has(file) || !existsSync(file)) return
    modules.add(file)
    if (extname(file) !== '.ts') return
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*'(\.[^']+)'/g,
    )) {
      follow(resolve(dirname(file), specifier))
    }
  }
  follow(script)
  const folders = new Set([...modules].map((file) => dirname(file)))
  const data = [...folders].filter((folder) => folder !== import.meta.dirname).flatMap(dataIn)
  const hash = createHash('sha256')
  for (const file of [join(root, 'package-lock.json'), ...modules, ...data].sort()) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Files beside the code that are not code: word lists, frequencies, weights. */
function dataIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(ts|vue)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

function filesWrittenSince(time: number): readonly string[] {
  return readdirSync(generated).filter((name) => {
    const stat = statSync(join(generated, name))
    // A second of grace: some file systems keep whole seconds only.
    return stat.isFile() && name !== 'stamps.json' && stat.mtimeMs >= time - 1000
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileStaleAssets()
