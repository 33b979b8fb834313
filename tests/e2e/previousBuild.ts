import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT } from './testServer.ts'

/**
 * Folder with a copy of the build that counts as another version: its `<meta name="version">` is `version`, its entry
 * script has another name, and its service worker precaches accordingly.
 *
 * Serve it first and the real build afterwards to meet an update; the old entry script is then gone from the server.
 */
export function makePreviousBuild(folder: string, version: string): string {
  rmSync(folder, { recursive: true, force: true })
  cpSync(BUILT, folder, { recursive: true })

  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text)
    // The compressed copies speak of the other version.
    for (const suffix of ['.gz', '.br']) rmSync(join(folder, name + suffix), { force: true })
  }

  const page = read('index.html')
  const entry = /src="[^"]*(assets\/[^"]+\.js)"/.exec(page)?.[1]
  if (entry === undefined) throw new TypeError('index.html loads no script')
  const renamed = `assets/index-${createHash('md5').update(version).digest('hex').slice(0, 8)}.js`

  for (const name of readdirSync(join(folder, 'assets')).filter((file) => file.endsWith('.js'))) {
    const text = read(`assets/${name}`)
    const fileName = entry.slice('assets/'.length)
    if (!text.includes(fileName)) continue
    write(`assets/${name}`, text.replaceAll(fileName, renamed.slice('assets/'.length)))
  }
  renameSync(join(folder, entry), join(folder, renamed))
  for (const suffix of ['.gz', '.br']) rmSync(join(folder, entry + suffix), { force: true })

  const changed = page
    .replace(/(<meta name="version" content=")[^"]*/, `$1${version}`)
    .replaceAll(entry, renamed)
  write('index.html', changed)
  write('404.html', changed)

  const revision = (text: string): string => createHash('md5').update(text).digest('hex')
  const worker = read('sw.js').replaceAll(entry, renamed)
  if (!worker.includes(revision(page))) throw new TypeError('sw.js does not precache index.html')
  write('sw.js', worker.replaceAll(revision(page), revision(changed)))
  return folder
}
