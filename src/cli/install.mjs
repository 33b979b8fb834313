/**
 * Runs `npm ci` when node_modules is not what package-lock.json says, and nothing otherwise.
 *
 * Plain JavaScript on Node's own modules: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Duizhao needs Node 20.19 or newer; this is ${process.versions.node}.`)
  console.error('Get a newer one at https://nodejs.org and try again.')
  process.exit(1)
}

/** @param {string} file */
const packages = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages

/** A platform package for another machine is optional and may be absent; all else must be there, at its version. */
function matches() {
  const state = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, state))) return false
  const wanted = packages('package-lock.json')
  const have = packages(state)
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const found = have[path]
    if (found === undefined ? !entry.optional : found.version !== entry.version) return false
    if (found !== undefined && !existsSync(join(root, path, 'package.json'))) return false
  }
  return Object.keys(have).every((path) => path in wanted)
}

if (!matches()) {
  console.error('Installing packages (npm ci) …')
  const npm = process.env['npm_execpath']
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    // Quiet stdout: what runs next may print JSON there.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
  })
  if (status !== 0) {
    console.error('npm ci failed; its own message is above. Is there a network connection?')
    process.exit(1)
  }
}
