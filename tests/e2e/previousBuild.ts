import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT } from './testServer.ts'

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/**
 * Folder with a copy of the build that counts as another version: its `<meta name="version">` is `version`, all its
 * scripts have other names, and its service worker precaches accordingly.
 *
 * Serve it first and the real build afterwards to meet an update; the old scripts are then gone from the server.
 */
export function makePreviousBuild(folder: string, version: string): string {
  rmSync(folder, { recursive: true, force: true })
  const compressed = /\.(gz|br)$/
  cpSync(BUILT, folder, { recursive: true, filter: (file) => !compressed.test(file) })

  // A name with a hash stands for its content, and the content changes: scripts name each other.
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))
  const renamed = new Map(
    scripts.map((name) => {
      const hash = md5(version + name).slice(0, 8)
      return [name, name.replace(/-[\w-]{8}\.js$/, `-${hash}.js`)] as const
    }),
  )
  const rename = (text: string): string =>
    [...renamed].reduce((result, [from, to]) => result.replaceAll(from, to), text)
  const rewrite = (name: string, change: (text: string) => string): void => {
    const file = join(folder, name)
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }

  for (const [from, to] of renamed) {
    rewrite(`assets/${from}`, rename)
    renameSync(join(folder, 'assets', from), join(folder, 'assets', to))
  }
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const changed = rename(page).replace(/(<meta name="version" content=")[^"]*/, `$1${version}`)
  for (const name of ['index.html', '404.html']) writeFileSync(join(folder, name), changed)
  rewrite('sw.js', (worker) => {
    if (!worker.includes(md5(page))) throw new TypeError('sw.js does not precache index.html')
    return rename(worker).replaceAll(md5(page), md5(changed))
  })
  return folder
}
