import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from './fixtures.ts'
import { BUILT } from './testServer.ts'

const entry = `assets/${readdirSync(join(BUILT, 'assets')).find((name) => /^index-.*\.js$/.test(name))}`

test.describe('the server', () => {
  const types = [
    ['', 'text/html'],
    ['sw.js', 'text/javascript'],
    [entry, 'text/javascript'],
    ['manifest.webmanifest', 'application/manifest+json'],
    ['favicon.svg', 'image/svg+xml'],
    ['icon-512.png', 'image/png'],
  ] as const
  for (const [path, type] of types) {
    test(`sends ${path.replace(/-[\w-]{8}\./, '.') || 'the start page'} as ${type}`, async ({
      server,
      request,
    }) => {
      const response = await request.get(new URL(path, server.url).href)
      expect(response.status()).toBe(200)
      expect(response.headers()['content-type']).toContain(type)
    })
  }

  test('sends compiled data as bytes, not as a compressed transfer', async ({
    server,
    request,
  }) => {
    const names = readdirSync(join(BUILT, 'assets')).filter((name) => name.endsWith('.bin'))
    for (const name of names) {
      const response = await request.get(new URL(`assets/${name}`, server.url).href)
      expect(response.headers()['content-type']).toBe('application/octet-stream')
      expect(response.headers()['content-encoding']).toBeUndefined()
    }
  })

  test('answers a page of the app with index.html and a missing file with 404', async ({
    server,
    request,
  }) => {
    const accept = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const deep = await request.get(new URL('articles/1?x=a.b', server.url).href, {
      headers: accept,
    })
    expect(deep.status()).toBe(200)
    expect(await deep.text()).toBe(readFileSync(join(BUILT, 'index.html'), 'utf8'))
    for (const path of ['missing.png', 'assets/missing-abc.js', 'assets/missing.bin']) {
      const missing = await request.get(new URL(path, server.url).href, { headers: accept })
      expect(missing.status(), path).toBe(404)
    }
    expect((await request.post(server.url)).status()).toBe(405)
  })

  test('sends what the build compressed, as the browser can read it', async ({ server }) => {
    for (const [accepted, sent] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const response = await fetch(new URL(entry, server.url), {
        headers: { 'accept-encoding': accepted },
      })
      expect(response.headers.get('content-encoding')).toBe(sent)
      expect(response.headers.get('vary')).toContain('Accept-Encoding')
      expect(await response.text()).toBe(readFileSync(join(BUILT, entry), 'utf8'))
    }
    const original = readFileSync(join(BUILT, entry))
    expect(gunzipSync(readFileSync(join(BUILT, `${entry}.gz`))).equals(original)).toBe(true)
  })

  test('lets names with a hash be kept and asks again for the rest', async ({
    server,
    request,
  }) => {
    const cached = async (path: string): Promise<string | undefined> =>
      (await request.get(new URL(path, server.url).href)).headers()['cache-control']
    expect(await cached(entry)).toContain('immutable')
    for (const path of ['', 'sw.js', 'manifest.webmanifest']) {
      expect(await cached(path)).toBe('no-cache')
    }
  })
})
