import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const cli = resolve(import.meta.dirname, '../../src/cli')

const packages = {
  '': {},
  'node_modules/vue': { version: '3.5.45' },
  'node_modules/@x/y': { version: '1.0.0' },
  'node_modules/@x/y-darwin': { version: '1.0.0', optional: true },
}

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-'))
  cpSync(cli, join(root, 'src/cli'), { recursive: true, filter: (file) => !/data/.test(file) })
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  lock('package-lock.json', packages)
})

afterEach(() => rmSync(root, { recursive: true }))

function lock(file: string, entries: object): void {
  writeFileSync(join(root, file), JSON.stringify({ packages: entries }))
}

/** As if npm had installed these. */
function installed(entries: object): void {
  for (const path of Object.keys(entries)) {
    mkdirSync(join(root, path), { recursive: true })
    writeFileSync(join(root, path, 'package.json'), '{}')
  }
  lock('node_modules/.package-lock.json', entries)
}

/** Runs the step with a stand-in for npm that leaves a trace and ends with `status`. */
function install(status = 0): { called: boolean; status: number | null; stderr: string } {
  const trace = join(root, 'called')
  rmSync(trace, { force: true })
  const npm = join(root, 'npm.cjs.js')
  writeFileSync(
    npm,
    `import { writeFileSync } from 'node:fs'
     writeFileSync(${JSON.stringify(trace)}, process.argv.slice(2).join(' '))
     process.exit(${status})`,
  )
  const run = spawnSync(process.execPath, [join(root, 'src/cli/install.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, npm_execpath: npm },
  })
  expect(run.stdout).toBe('')
  return { called: existsSync(trace), status: run.status, stderr: run.stderr }
}

describe('the install step', () => {
  const { '': _root, 'node_modules/@x/y-darwin': _other, ...here } = packages

  it('does nothing when node_modules matches the lock file, other platforms left out', () => {
    installed(here)
    expect(install()).toEqual({ called: false, status: 0, stderr: '' })
  })

  it.each([
    ['nothing is installed', () => undefined],
    ['a package is missing', () => installed({ 'node_modules/vue': { version: '3.5.45' } })],
    ['a version differs', () => installed({ ...here, 'node_modules/vue': { version: '3.5.44' } })],
    ['there is one too many', () => installed({ ...here, 'node_modules/z': { version: '1.0.0' } })],
    [
      'a folder was deleted',
      () => {
        installed(here)
        rmSync(join(root, 'node_modules/@x/y'), { recursive: true })
      },
    ],
  ])('installs when %s', (_situation, arrange) => {
    arrange()
    expect(install()).toMatchObject({ called: true, status: 0 })
  })

  it('stops with a sentence when npm fails', () => {
    const { status, stderr } = install(1)
    expect(status).toBe(1)
    expect(stderr).toContain('npm ci failed')
  })
})

describe('the lock file check', () => {
  const check = (): { status: number | null; output: string } => {
    const run = spawnSync(process.execPath, [join(root, 'src/cli/checkLock.mjs')], {
      encoding: 'utf8',
    })
    return { status: run.status, output: run.stdout + run.stderr }
  }
  const tool = (platforms: readonly string[]): object => ({
    'node_modules/tool': {
      version: '1.0.0',
      optionalDependencies: Object.fromEntries(platforms.map((name) => [name, '1.0.0'])),
    },
    'node_modules/tool-linux': { version: '1.0.0' },
  })

  it('passes when every platform package has an entry', () => {
    lock('package-lock.json', tool(['tool-linux']))
    expect(check().status).toBe(0)
  })

  it('names what is missing', () => {
    lock('package-lock.json', tool(['tool-linux', 'tool-darwin']))
    const { status, output } = check()
    expect(status).toBe(1)
    expect(output).toContain('tool needs tool-darwin')
  })
})
