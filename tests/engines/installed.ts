import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from '../e2e/browser.ts'
import type { Engine } from './hand.ts'

/** What an engine needs on this machine: each program with where it may lie and the Debian package it comes in. */
interface Need {
  readonly what: string
  readonly find: () => string | null
  readonly packages: readonly string[]
}

function inPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const places = [...folders, '/usr/bin'].map((folder) => join(folder, name))
  return places.find((place) => existsSync(place)) ?? null
}

const named = (variable: string): string | null => {
  const path = process.env[variable]
  return path !== undefined && existsSync(path) ? path : null
}

/** The system's Python, when it can show WebKitGTK. */
function pythonWithWebkit(): string | null {
  const python = '/usr/bin/python3'
  const load = "import gi; gi.require_version('WebKit2', '4.1'); from gi.repository import WebKit2"
  return existsSync(python) && spawnSync(python, ['-c', load]).status === 0 ? python : null
}

const FIREFOX: readonly Need[] = [
  {
    what: 'Firefox ESR',
    find: () => named('FIREFOX') ?? inPath('firefox-esr'),
    packages: ['firefox-esr'],
  },
]
const WEBKIT: readonly Need[] = [
  {
    what: 'WebKitWebDriver',
    find: () => named('WEBKIT_DRIVER') ?? inPath('WebKitWebDriver'),
    packages: ['webkit2gtk-driver'],
  },
  { what: 'Xvfb', find: () => inPath('Xvfb'), packages: ['xvfb'] },
  {
    what: 'WebKitGTK for Python',
    find: pythonWithWebkit,
    packages: ['python3-gi', 'gir1.2-webkit2-4.1'],
  },
]
const CHROMIUM: readonly Need[] = [{ what: 'Chromium', find: findBrowser, packages: ['chromium'] }]

const NEEDS: Readonly<Record<Engine, readonly Need[]>> = {
  chromium: CHROMIUM,
  firefox: FIREFOX,
  webkit: WEBKIT,
}

/** The programs of an engine, in the order of its needs; null when one is missing. */
export function programsOf(engine: Engine): readonly string[] | null {
  const found = NEEDS[engine].flatMap(({ find }) => find() ?? [])
  return found.length === NEEDS[engine].length ? found : null
}

const canInstall = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** A network that lets nothing through must not hold everything up, ms. */
const PATIENCE_MS = 150_000

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const waits = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=15']
  const options = { stdio: 'inherit', env, timeout: PATIENCE_MS } as const
  return spawnSync('apt-get', [...waits, ...args], options).status === 0
}

/**
 * Why an engine cannot be tested here; null when it can. On Debian as root, what is missing is installed first.
 */
export function findOrInstall(engine: Engine): string | null {
  if (programsOf(engine) !== null) return null
  const missing = NEEDS[engine].filter(({ find }) => find() === null)
  const packages = missing.flatMap((need) => need.packages)
  const names = missing.map(({ what }) => what).join(', ')
  if (!canInstall())
    return `${names} not installed (on Debian: apt-get install ${packages.join(' ')})`
  const installed = apt('update') && apt('install', '-y', '--no-install-recommends', ...packages)
  if (installed && programsOf(engine) !== null) return null
  return `${names} not installed, and apt-get could not install ${packages.join(' ')}`
}
