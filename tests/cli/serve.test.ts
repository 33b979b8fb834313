import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const repository = resolve(import.meta.dirname, '../..')

let root: string
let child: ChildProcess | null

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duizhao-'))
  child = null
  mkdirSync(join(root, 'src'))
  cpSync(join(repository, 'src/cli'), join(root, 'src/cli'), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'junction')
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
})

afterEach(async () => {
  if (child !== null && child.exitCode === null) {
    child.kill()
    await once(child, 'exit')
  }
  rmSync(root, { recursive: true })
})

function built(): void {
  mkdirSync(join(root, 'dist'))
  writeFileSync(join(root, 'dist/index.html'), '<title>app</title>')
}

/** Starts `serve` and waits until it has said where it is, or has ended. */
async function serve(environment: Record<string, string>): Promise<string> {
  const tsx = join(repository, 'node_modules/tsx/dist/cli.mjs')
  const { PORT: _port, HOST: _host, BASE: _base, ...inherited } = process.env
  const running = spawn(process.execPath, [tsx, join(root, 'src/cli/serve.ts')], {
    env: { ...inherited, ...environment },
  })
  child = running
  let output = ''
  await new Promise<void>((done) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      if (output.includes('stops it')) done()
    }
    running.stdout.on('data', read)
    running.stderr.on('data', read)
    running.once('close', () => done())
  })
  return output
}

describe('npm run serve', () => {
  it('prints an address that works and ends quietly when asked to', async () => {
    built()
    const [url = ''] = (await serve({ PORT: '0' })).match(/http:\S+/) ?? []
    expect(await (await fetch(url)).text()).toBe('<title>app</title>')
    child?.kill('SIGTERM')
    if (child !== null) await once(child, 'exit')
    expect(child?.exitCode).toBe(0)
  })

  it('says what to do when the chosen port is taken', async () => {
    built()
    const squatter = createServer().listen(0, '127.0.0.1')
    await once(squatter, 'listening')
    const address = squatter.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    expect(await serve({ PORT: port })).toContain(
      `Port ${port} is taken by other programs on 127.0.0.1. End one, or choose another port, for example: PORT=`,
    )
    expect(child?.exitCode).toBe(1)
    squatter.close()
  })

  it.each([
    ['nothing is built', {}, 'Run `npm run build` first'],
    ['HOST is not here', { PORT: '0', HOST: '203.0.113.7' }, 'which is no address of this machine'],
    ['PORT is not a port', { PORT: 'http' }, 'PORT is “http”; it must be a whole number'],
  ])('says what to do when %s', async (_situation, environment, sentence) => {
    if ('PORT' in environment) built()
    expect(await serve(environment)).toContain(sentence)
    expect(child?.exitCode).toBe(1)
  })
})
