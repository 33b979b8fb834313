import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headerPolicy, syncPolicy, wasmPolicy } from '../../src/cli/contentSecurityPolicy.ts'
import {
  startStaticServer,
  type StaticServer,
  type StaticServerOptions,
} from '../../src/cli/staticServer.ts'

const SCRIPT = 'export const x = 1\n'

let directory: string
let server: StaticServer | null

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'duizhao-'))
  server = null
  mkdirSync(join(directory, 'assets'))
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>app</title>')
  writeFileSync(join(directory, 'sw.js'), SCRIPT)
  writeFileSync(join(directory, 'assets/index-abc.js'), SCRIPT)
  writeFileSync(join(directory, 'assets/index-abc.js.gz'), gzipSync(SCRIPT))
  writeFileSync(join(directory, 'assets/index-abc.js.br'), brotliCompressSync(SCRIPT))
  writeFileSync(join(directory, 'assets/core-abc.bin'), new Uint8Array([31, 139, 8]))
})

afterEach(async () => {
  await server?.stop()
  rmSync(directory, { recursive: true })
})

async function start(options: Partial<StaticServerOptions> = {}): Promise<string> {
  server = await startStaticServer({ directory, port: 0, ...options })
  return server.url
}

const navigate = { headers: { accept: 'text/html,*/*;q=0.8' } }

describe('the static server', () => {
  it('answers a navigation with index.html, whatever the path', async () => {
    const url = await start()
    for (const path of ['', 'review', 'articles/01J?focus=a.b']) {
      const response = await fetch(new URL(path, url), navigate)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^text\/html;\s*charset=utf-8$/)
      expect(await response.text()).toContain('<title>app')
    }
  })

  it('says 404 for a missing file, even to a navigation, and for a script that asks for a page', async () => {
    const url = await start()
    expect((await fetch(new URL('assets/gone.js', url), navigate)).status).toBe(404)
    expect((await fetch(new URL('icon.png', url))).status).toBe(404)
    const data = { headers: { accept: 'application/json' } }
    expect((await fetch(new URL('review', url), data)).status).toBe(404)
  })

  it('never leaves its folder', async () => {
    const url = await start()
    for (const path of ['..%2f..%2fetc/passwd', '%2e%2e/%2e%2e/etc/passwd.txt', 'assets/%00.js']) {
      const response = await fetch(`${url}${path}`, { headers: { accept: 'x/y' } })
      expect(response.status).toBe(404)
    }
  })

  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('sends to “%s” the copy compressed by %s', async (accepted, sent) => {
    const url = await start()
    const headers = { 'accept-encoding': accepted }
    const response = await fetch(new URL('assets/index-abc.js', url), { headers })
    expect(response.headers.get('content-encoding')).toBe(sent)
    expect(response.headers.get('content-type')).toBe('text/javascript')
    expect(await response.text()).toBe(SCRIPT)
  })

  it('sends compiled data as it is', async () => {
    const response = await fetch(new URL('assets/core-abc.bin', await start()))
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-encoding')).toBeNull()
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([31, 139, 8])
  })

  it('lets hashed names be kept for ever and has the rest asked for again', async () => {
    const url = await start()
    const cached = async (path: string): Promise<string | null> =>
      (await fetch(new URL(path, url), navigate)).headers.get('cache-control')
    expect(await cached('assets/index-abc.js')).toBe('public, max-age=31536000, immutable')
    expect(await cached('sw.js')).toBe('no-cache')
    expect(await cached('review')).toBe('no-cache')
    const tag = (await fetch(new URL('sw.js', url))).headers.get('etag') ?? ''
    const again = await fetch(new URL('sw.js', url), { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
  })

  it('sends the policy with every page', async () => {
    const response = await fetch(await start(), navigate)
    expect(response.headers.get('content-security-policy')).toBe(headerPolicy)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('lets the thread of Anki’s packages, and nothing else, run WebAssembly', async () => {
    for (const file of ['anki.worker-abc.js', 'other.worker-abc.js'])
      writeFileSync(join(directory, 'assets', file), SCRIPT)
    const url = await start()
    const policyOf = async (path: string) =>
      (await fetch(new URL(path, url))).headers.get('content-security-policy')
    expect(await policyOf('assets/anki.worker-abc.js')).toBe(wasmPolicy)
    expect(wasmPolicy).toContain("script-src 'self' 'wasm-unsafe-eval';")
    expect(await policyOf('assets/other.worker-abc.js')).toBe(headerPolicy)
    expect(await policyOf('anki.worker-abc.js')).toBe(headerPolicy)
    expect(headerPolicy).not.toContain('wasm')
  })

  it('lets the thread that syncs, and nothing else, speak with other servers', async () => {
    mkdirSync(join(directory, 'assets'), { recursive: true })
    for (const file of ['sync.worker-abc.js', 'sync-abc.js'])
      writeFileSync(join(directory, 'assets', file), SCRIPT)
    const url = await start()
    const policyOf = async (path: string) =>
      (await fetch(new URL(path, url))).headers.get('content-security-policy')
    expect(await policyOf('assets/sync.worker-abc.js')).toBe(syncPolicy)
    expect(syncPolicy).toContain("connect-src 'self' https: http:;")
    expect(await policyOf('assets/sync-abc.js')).toBe(headerPolicy)
    expect(headerPolicy).toContain("connect-src 'self';")
  })

  it('lives under the base of the build, which its web manifest tells', async () => {
    const manifest = JSON.stringify({ scope: '/duizhao/' })
    writeFileSync(join(directory, 'manifest.webmanifest'), manifest)
    const url = await start()
    expect(new URL(url).pathname).toBe('/duizhao/')
    expect((await fetch(new URL('review', url), navigate)).status).toBe(200)
    expect((await fetch(new URL('/review', url), navigate)).status).toBe(404)
    const bare = await fetch(new URL('/duizhao', url), { ...navigate, redirect: 'manual' })
    expect([bare.status, bare.headers.get('location')]).toEqual([301, '/duizhao/'])
  })

  it('reads only', async () => {
    const response = await fetch(await start(), { method: 'POST', body: 'x' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
    const head = await fetch(await start(), { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('is gone after stop, open connections too', async () => {
    const url = await start()
    await (await fetch(url, navigate)).text()
    await server?.stop()
    server = null
    await expect(fetch(url, navigate)).rejects.toThrow('fetch failed')
  })

  it('says when the port is taken', async () => {
    await start()
    const port = server?.port ?? 0
    await expect(startStaticServer({ directory, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })
})
