import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

/**
 * Path of a Chrome or Chromium on this machine, null when there is none.
 *
 * In this order: `CHROMIUM` or `CHROME_PATH` in the environment, the usual places of the system, what Playwright
 * downloaded earlier. The Playwright set-up, the benchmarks and `tests/run.ts` all ask here.
 */
export function findBrowser(): string | null {
  const named = [process.env['CHROMIUM'], process.env['CHROME_PATH']]
  const candidates = [...named, ...usualPlaces(), chromium.executablePath()]
  return candidates.find((path) => path !== undefined && runs(path)) ?? null
}

/**
 * What Playwright switches off, and the pop-ups of the address bar: each window draws two of them, pages of their own that
 * nobody sees, for longer than it takes to draw ours. Of two such arguments a browser heeds the last, so the list is whole.
 */
const SWITCHED_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'BlockOriginHeaderModificationOnRedirect',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'Translate',
  'AutoDeElevate',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

/** Arguments for every Chromium here, which moreover refuses its sandbox to root. */
export function browserArguments(): string[] {
  const isRoot = process.getuid?.() === 0
  return [...(isRoot ? ['--no-sandbox'] : []), `--disable-features=${SWITCHED_OFF.join(',')}`]
}

/**
 * Like {@link findBrowser}, but installs one when there is none: Playwright's own, else on Debian as root apt's.
 *
 * @throws Error with a sentence that says what to install, when nothing worked
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser()
  if (found !== null) return found
  for (const [command, ...args] of installers()) {
    console.log(`No Chrome or Chromium found. Trying: ${[command, ...args].join(' ')}`)
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const { status } = spawnSync(command, args, { stdio: 'inherit', env: environment })
    const installed = status === 0 ? findBrowser() : null
    if (installed !== null) return installed
  }
  throw new Error(
    'The browser tests need Chrome or Chromium. Install it (for example `apt install chromium` on Debian and Ubuntu, ' +
      'or from https://www.google.com/chrome), or say where it is: CHROMIUM=/path/to/chromium npm test',
  )
}

function* installers(): Generator<readonly [string, ...string[]]> {
  const playwright = join(import.meta.dirname, '../../node_modules/playwright/cli.js')
  yield [process.execPath, playwright, 'install', 'chromium']
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    yield ['apt-get', 'update']
    yield ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']
  }
}

function usualPlaces(): readonly string[] {
  const inPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA, 'PROGRAMFILES(X86)': X86 } = process.env
    const browsers = ['Google/Chrome', 'Chromium', 'Microsoft/Edge']
    return browsers.flatMap((browser) => {
      const file = browser.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe'
      const roots = [PROGRAMFILES, X86, LOCALAPPDATA].filter((root) => root !== undefined)
      return roots.map((root) => join(root, browser, 'Application', file))
    })
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return names.flatMap((name) => [...inPath, '/snap/bin'].map((folder) => join(folder, name)))
}

/** Ubuntu's `chromium-browser` may be a stub that only says what to install: asking for the version tells. */
function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    if (!statSync(path).isFile()) return false
  } catch {
    return false
  }
  // On Windows the question would open a window.
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}
