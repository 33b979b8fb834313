import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../browserSteps.ts'

/** Of PyPI, for Python 3.10 and later. Under another licence than ours: it is asked in tests and never shipped. */
const ANKI = '26.9.3'
const home = join(root, '.generated', `anki-${ANKI}`)
const python = join(home, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
const MOST_MS = 120_000

/** Our study day must be Anki's. */
const environment = { ...process.env, TZ: 'Asia/Shanghai', PYTHONDONTWRITEBYTECODE: '1' }

function run(command: string, args: readonly string[]): { ok: boolean; out: string; said: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    env: environment,
    maxBuffer: 1e9,
    timeout: MOST_MS,
  })
  const said = (stderr ?? '').trim().split('\n').slice(-12).join('\n')
  return { ok: status === 0, out: stdout ?? '', said: error?.message ?? said }
}

/** Anki in a virtual environment of its own, made when it is not there; else why it cannot be. */
export function findOrInstallAnki(): string | null {
  if (existsSync(python)) return null
  const found = ['python3', 'python'].find(
    (name) => run(name, ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']).ok,
  )
  if (found === undefined) return 'there is no Python 3.10 or later'
  // Under another name until it is whole.
  const draft = `${home}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(join(root, '.generated'), { recursive: true })
  const made = run(found, ['-m', 'venv', draft])
  if (!made.ok) return `Python makes no virtual environment: ${made.said.split('\n').at(-1)}`
  const pip = join(draft, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')
  const wanted = ['-m', 'pip', 'install', '--quiet', '--retries', '1', `anki==${ANKI}`]
  const installed = run(pip, wanted)
  if (!installed.ok) return `PyPI gave no anki ${ANKI}: ${installed.said.split('\n').at(-1)}`
  renameSync(draft, home)
  return null
}

/** What the judge prints. @throws Error with what Anki said when it takes no file of ours */
export function askAnki(...args: readonly string[]): unknown {
  const { ok, out, said } = run(python, [join(import.meta.dirname, 'judge.py'), ...args])
  if (!ok) throw new Error(`Anki refused: ${said}`)
  return JSON.parse(out)
}
