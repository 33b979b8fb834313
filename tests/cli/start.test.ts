import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const checkout = resolve(import.meta.dirname, '../..')
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-'))
  mkdirSync(join(root, 'src/cli'), { recursive: true })
  cpSync(join(checkout, 'src/cli/start.mjs'), join(root, 'src/cli/start.mjs'))
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  write('src/cli/duizhao.ts', `const { say } = await import('./said.ts')\nsay()\n`)
  said('one')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(file: string, content: string): void {
  writeFileSync(join(root, file), content)
}
function said(word: string): void {
  write(
    'src/cli/said.ts',
    `export const say = (): void => console.log(${JSON.stringify(word)}, process.argv[2], import.meta.url)`,
  )
}

const start = [join('src', 'cli', 'start.mjs'), 'words']
function run(): string {
  const { stdout, stderr } = spawnSync(process.execPath, start, { cwd: root, encoding: 'utf8' })
  expect(stderr).toBe('')
  return stdout
}
const bundles = (): string[] =>
  readdirSync(join(root, '.generated/cli')).filter((name) => name.startsWith('duizhao-'))

const finished = (child: ChildProcess): Promise<string> =>
  new Promise((done) => {
    let out = ''
    const add = (part: unknown) => void (out += String(part))
    child.stdout!.on('data', add)
    child.stderr!.on('data', add)
    child.on('close', () => done(out))
  })

describe('the start of the command line', () => {
  it('makes the bundle when a source has changed, and only then; data lie beside the sources', () => {
    expect(run()).toMatch(/^one words file:\/\/.*\/src\/cli\/said\.ts\n$/)
    const [bundle = ''] = bundles()
    // Whoever touches the bundle shows that it is this very file that runs.
    write(join('.generated/cli', bundle), `console.log('the bundle')`)
    expect(run()).toBe('the bundle\n')
    said('two')
    expect(run()).toMatch(/^two words /)
  })

  it('takes an older source for a change too, as after a checkout, and a new place of all', () => {
    run()
    said('older')
    utimesSync(join(root, 'src/cli/said.ts'), 1, 1)
    expect(run()).toMatch(/^older /)
  })

  it('is made by two at once, and both are right', async () => {
    const both = [0, 1].map(() => finished(spawn(process.execPath, start, { cwd: root })))
    for (const out of await Promise.all(both)) expect(out).toMatch(/^one words /)
    expect(run()).toMatch(/^one words /)
  })

  it('leaves no former bundles behind, but one that may still be running', () => {
    run()
    const [old = ''] = bundles()
    utimesSync(join(root, '.generated/cli', old), 1, 1)
    said('two')
    run()
    said('three')
    run()
    expect(bundles()).not.toContain(old)
  })
})
