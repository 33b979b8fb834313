import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSync } from 'vite'
import type { Figure } from './figure.ts'

/**
 * What a build weighs: on the path to the first paint (the page, its scripts with everything they import statically,
 * its styles), and all together.
 */
export function measureBytes(dist: string): readonly Figure[] {
  const start = startPath(dist)
  const all = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  const code = all.filter((file) => /\.(js|css|html)$/.test(file) && !file.endsWith('404.html'))
  const data = all.filter((file) => file.endsWith('.bin'))
  return [
    {
      name: 'start path, gzip',
      value: sum(start.map(gzipped)) / 1000,
      unit: 'kB',
      aim: 100,
      note: `${start.length} files`,
    },
    { name: 'start path, raw', value: sum(start.map(size)) / 1000, unit: 'kB' },
    {
      name: 'all code and styles, gzip',
      value: sum(code.map(gzipped)) / 1000,
      unit: 'kB',
      note: `${code.length} files`,
    },
    ...data.map((file): Figure => {
      const name = file.slice(file.lastIndexOf('assets') + 7).replace(/-[\w-]{8}\.bin$/, '')
      return { name: `${name}, compressed`, value: size(file) / 1e6, unit: 'MB' }
    }),
    { name: 'everything on the server, raw', value: sum(all.map(size)) / 1e6, unit: 'MB' },
  ]
}

/** Files the browser must have before the first paint. */
function startPath(dist: string): readonly string[] {
  const page = join(dist, 'index.html')
  const html = readFileSync(page, 'utf8')
  const needed = new Set([page])
  const follow = (file: string): void => {
    if (needed.has(file)) return
    needed.add(file)
    if (!file.endsWith('.js')) return
    const { module } = parseSync(file, readFileSync(file, 'utf8'))
    const reexports = module.staticExports.flatMap(({ entries }) =>
      entries.map((entry) => entry.moduleRequest?.value),
    )
    const imports = module.staticImports.map(({ moduleRequest }) => moduleRequest.value)
    for (const specifier of [...imports, ...reexports]) {
      if (specifier?.startsWith('.')) follow(resolve(dirname(file), specifier))
    }
  }
  for (const [, address = ''] of html.matchAll(
    /(?:src|href)="[^"]*?(assets\/[^"]+\.(?:js|css))"/g,
  )) {
    follow(join(dist, posix.normalize(address)))
  }
  return [...needed]
}

const size = (file: string): number => statSync(file).size
const gzipped = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
