import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startStaticServer, type StaticServer } from '../../../src/cli/staticServer.ts'
import { openFilesUnder } from './openFiles.ts'
import { ask, rawExchange, readAnswers } from './rawRequest.ts'

const TEN = '0123456789'
const PAGE = '<title>app</title>'
const SECRET = 'outside the folder'
const LARGE = Buffer.alloc(8e6, 'large ')
const YESTERDAY = new Date(Date.now() - 86_400_000)

let root: string
let dist: string
let server: StaticServer
let port: number

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'duizhao-')))
  dist = join(root, 'dist')
  mkdirSync(join(dist, 'assets'), { recursive: true })
  write('index.html', PAGE)
  write('ten.json', TEN)
  write('empty.json', '')
  write('app.js', 'export {}\n'.repeat(20))
  write('app.js.br', brotliCompressSync('export {}\n'.repeat(20)))
  writeFileSync(join(root, 'secret.json'), SECRET)
  server = await startStaticServer({ directory: dist, port: 0 })
  port = server.port
})

afterEach(async () => {
  await server.stop()
  rmSync(root, { recursive: true })
})

/** Written yesterday: what was written this second has no strong validator yet. */
function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(dist, name), content)
  utimesSync(join(dist, name), YESTERDAY, YESTERDAY)
}

describe('a range', () => {
  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=5-', 206, '56789', 'bytes 5-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-99', 206, TEN, 'bytes 0-9/10'],
    ['bytes=8-100000000000000000000', 206, '89', 'bytes 8-9/10'],
    ['BYTES=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=2-4, 50-60', 206, '234', 'bytes 2-4/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=100000000000000000000-', 416, '', 'bytes */10'],
    ['bytes=9-5', 200, TEN, undefined],
    ['bytes=0-1,4-5', 200, TEN, undefined],
    ['bytes=0-1,9-5', 200, TEN, undefined],
    ['bytes=', 200, TEN, undefined],
    ['bytes=a-b', 200, TEN, undefined],
    ['bytes=1', 200, TEN, undefined],
    ['bytes=--1', 200, TEN, undefined],
    ['bytes=1-2-3', 200, TEN, undefined],
    ['bytes 2-4', 200, TEN, undefined],
    ['lines=2-4', 200, TEN, undefined],
    ['-', 200, TEN, undefined],
  ])('of “%s” in ten bytes is answered %i', async (range, status, body, contentRange) => {
    const answer = await ask(port, '/ten.json', { Range: range })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-range')).toBe(contentRange)
    if (status !== 416) {
      expect(answer.body.toString()).toBe(body)
      expect(answer.headers.get('content-length')).toBe(String(body.length))
    }
    expect((await ask(port, '/ten.json')).body.toString()).toBe(TEN)
  })

  it.each(['bytes=0-', 'bytes=-5', 'bytes=9-5'])(
    'of “%s” in an empty file is all of it',
    async (range) => {
      const answer = await ask(port, '/empty.json', { Range: range })
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '0'])
    },
  )

  it('counts the bytes of the compressed copy that is sent', async () => {
    const packed = brotliCompressSync('export {}\n'.repeat(20))
    const answer = await ask(port, '/app.js', { Range: 'bytes=1-4', 'Accept-Encoding': 'br' })
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([206, 'br'])
    expect(answer.headers.get('content-range')).toBe(`bytes 1-4/${packed.length}`)
    expect(answer.body).toEqual(packed.subarray(1, 5))
  })

  it('is sent only while If-Range names this very file', async () => {
    const { headers } = await ask(port, '/ten.json')
    const [tag = '', date = ''] = [headers.get('etag'), headers.get('last-modified')]
    const statusOf = async (value: string): Promise<number> =>
      (await ask(port, '/ten.json', { Range: 'bytes=2-4', 'If-Range': value })).status
    expect(await statusOf(tag)).toBe(206)
    expect(await statusOf(date)).toBe(206)
    for (const other of [`W/${tag}`, '"other"', '*', 'Sun, 06 Nov 1994 08:49:37 GMT', 'soon']) {
      expect([other, await statusOf(other)]).toEqual([other, 200])
    }
  })

  it('of a file written this second is not trusted to If-Range', async () => {
    writeFileSync(join(dist, 'ten.json'), TEN)
    const tag = (await ask(port, '/ten.json')).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\//)
    const ranged = await ask(port, '/ten.json', { Range: 'bytes=2-4', 'If-Range': tag })
    expect(ranged.status).toBe(200)
  })
})

describe('a conditional request', () => {
  it('is answered 304 without a body when its list names the file, strongly, weakly or by *', async () => {
    const full = await ask(port, '/ten.json')
    const tag = full.headers.get('etag') ?? ''
    for (const list of [tag, `W/${tag}`, `"a,b", W/"c", ${tag}`, '*']) {
      const answer = await ask(port, '/ten.json', { 'If-None-Match': list, Range: 'bytes=2-4' })
      expect([list, answer.status, answer.body.length]).toEqual([list, 304, 0])
      for (const name of ['etag', 'cache-control', 'vary']) {
        expect([name, answer.headers.get(name)]).toEqual([name, full.headers.get(name)])
      }
    }
    for (const list of ['"a", "b"', 'W/"c"', 'garbage', '"', tag.slice(1, -1)]) {
      const { status } = await ask(port, '/ten.json', { 'If-None-Match': list })
      expect([list, status]).toEqual([list, 200])
    }
  })

  it('gives each compressed copy a tag of its own', async () => {
    const tags = [{}, { 'Accept-Encoding': 'br' }].map(async (headers) =>
      (await ask(port, '/app.js', headers)).headers.get('etag'),
    )
    const [plain, packed] = await Promise.all(tags)
    expect(plain).not.toBe(packed)
  })

  it('compares If-Modified-Since in whole seconds, and only when no tag is asked for', async () => {
    const date = (await ask(port, '/ten.json')).headers.get('last-modified') ?? ''
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      (await ask(port, '/ten.json', headers)).status
    expect(await statusOf({ 'If-Modified-Since': date })).toBe(304)
    expect(await statusOf({ 'If-Modified-Since': new Date().toUTCString() })).toBe(304)
    for (const since of ['Sun, 06 Nov 1994 08:49:37 GMT', 'tomorrow', '9999', '']) {
      const status = await statusOf({ 'If-Modified-Since': since })
      expect([since, status]).toEqual([since, 200])
    }
    expect(await statusOf({ 'If-Modified-Since': date, 'If-None-Match': '"other"' })).toBe(200)
  })

  it('is answered 412 when it wants another file than there is', async () => {
    const tag = (await ask(port, '/ten.json')).headers.get('etag') ?? ''
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      (await ask(port, '/ten.json', headers)).status
    expect(await statusOf({ 'If-Match': `"other", ${tag}` })).toBe(200)
    expect(await statusOf({ 'If-Match': '*' })).toBe(200)
    expect(await statusOf({ 'If-Match': '"other"' })).toBe(412)
    expect(await statusOf({ 'If-Match': `W/${tag}` })).toBe(412)
    const old = 'Sun, 06 Nov 1994 08:49:37 GMT'
    expect(await statusOf({ 'If-Unmodified-Since': old })).toBe(412)
    expect(await statusOf({ 'If-Unmodified-Since': new Date().toUTCString() })).toBe(200)
  })
})

describe('HEAD', () => {
  it.each([
    ['/', {}],
    ['/app.js', { 'Accept-Encoding': 'br' }],
    ['/empty.json', {}],
    ['/missing.json', {}],
    ['/%', {}],
    ['/app.js', { 'If-None-Match': '*' }],
  ])('of %s has the headers of GET and no body', async (target, headers) => {
    const [get, head] = [await ask(port, target, headers), await ask(port, target, headers, 'HEAD')]
    const lasting = (all: ReadonlyMap<string, string>): object =>
      Object.fromEntries([...all].filter(([name]) => name !== 'date'))
    expect(head.status).toBe(get.status)
    expect(lasting(head.headers)).toEqual(lasting(get.headers))
    expect(head.body).toHaveLength(0)
  })

  it('knows no ranges', async () => {
    const answer = await ask(port, '/ten.json', { Range: 'bytes=2-4' }, 'HEAD')
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '10'])
  })
})

describe('a file that changes while it is served', () => {
  it('is answered as it is now: deleted, replaced, longer, shorter, new', async () => {
    const body = async (): Promise<string> => (await ask(port, '/ten.json')).body.toString()
    write('draft', 'another, longer content')
    renameSync(join(dist, 'draft'), join(dist, 'ten.json'))
    expect(await body()).toBe('another, longer content')
    appendFileSync(join(dist, 'ten.json'), '!')
    expect(await body()).toBe('another, longer content!')
    truncateSync(join(dist, 'ten.json'), 7)
    expect(await body()).toBe('another')
    rmSync(join(dist, 'ten.json'))
    expect((await ask(port, '/ten.json')).status).toBe(404)
    write('later.json', 'new')
    expect((await ask(port, '/later.json')).body.toString()).toBe('new')
  })

  it('is not sent from its compressed copy once the original is gone', async () => {
    rmSync(join(dist, 'app.js'))
    expect((await ask(port, '/app.js', { 'Accept-Encoding': 'br' })).status).toBe(404)
  })

  it('breaks the connection when it shrinks half-way, and never ends early as if whole', async () => {
    write('large.bin', LARGE)
    const request = 'GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n'
    const shrinking = rawExchange(port, request)
    const file = join(dist, 'large.bin')
    while (openFilesUnder(dist) === 0) await new Promise(setImmediate)
    truncateSync(file, 1000)
    const [answer] = readAnswers(await shrinking, ['GET'])
    if (answer?.headers.get('content-length') !== '1000') {
      expect(answer?.body.length ?? 0).toBeLessThan(LARGE.length)
    }
    expect((await ask(port, '/large.bin')).body).toHaveLength(statSync(file).size)
  })

  it('may be a folder, or the whole build gone and back', async () => {
    rmSync(join(dist, 'ten.json'))
    mkdirSync(join(dist, 'ten.json'))
    expect((await ask(port, '/ten.json')).status).toBe(404)
    renameSync(dist, join(root, 'away'))
    expect((await ask(port, '/')).status).toBe(404)
    renameSync(join(root, 'away'), dist)
    expect((await ask(port, '/')).body.toString()).toBe(PAGE)
  })
})

describe('what is outside of the folder', () => {
  it('is 404 behind a link to a file, to a folder, and as a compressed copy', async () => {
    symlinkSync(join(root, 'secret.json'), join(dist, 'link.json'))
    symlinkSync(root, join(dist, 'up'))
    symlinkSync(join(dist, 'nowhere'), join(dist, 'dangling.json'))
    symlinkSync('loop.json', join(dist, 'loop.json'))
    for (const target of ['/link.json', '/up/secret.json', '/dangling.json', '/loop.json']) {
      expect([target, (await ask(port, target)).status]).toEqual([target, 404])
    }
    symlinkSync(join(root, 'secret.json'), join(dist, 'ten.json.br'))
    const answer = await ask(port, '/ten.json', { 'Accept-Encoding': 'br' })
    expect(answer.body.toString()).toBe(TEN)
  })

  it('is not reached by .. in any spelling', async () => {
    write('assets/x.js', '')
    for (const up of ['..', '%2e%2e', '.%2E', '..%2f..', '..\\..', '..%5c..', '%252e%252e']) {
      for (const target of [`/${up}/secret.json`, `/assets/${up}/${up}/secret.json`]) {
        expect([target, (await ask(port, target)).status]).toEqual([target, 404])
      }
    }
    for (const target of ['/..', '/%2e%2e/', '/.', '/.git/config', '/..%2f..%2fetc']) {
      expect([target, (await ask(port, target)).status]).toEqual([target, 404])
    }
  })

  it('is reached by a link inside of the folder as little, which is served', async () => {
    symlinkSync('ten.json', join(dist, 'same.json'))
    expect((await ask(port, '/same.json')).body.toString()).toBe(TEN)
  })
})

describe('an address', () => {
  it.each([
    ['/%', 400],
    ['/%zz', 400],
    ['/%c0%ae%c0%ae/secret.json', 400],
    ['/ten.json%', 400],
    ['/%ff', 400],
    ['*', 400],
    ['ftp://localhost/ten.json', 400],
    ['/ten.json%00', 404],
    ['/%00', 404],
    ['/ten.json%00.html', 404],
    ['http://localhost/ten.json', 200],
    ['HTTP://elsewhere:80/ten.json?x', 200],
    ['http://localhost', 200],
    ['/ten.json?%', 200],
    ['/ten%2ejson', 200],
    ['/assets%2fx.json', 404],
    [`/${'long'.repeat(80)}.json`, 404],
    ['/×300.json', 404],
    ['/×8000b.json', 404],
    ['/ten.json?×8000', 200],
    ['/×20000', 414],
    ['/×2000000', 414],
  ])('%s is answered %i', async (named, status) => {
    const target = named.replace(/×(\d+)/, (_, count: string) => 'a/'.repeat(Number(count) / 2))
    expect((await ask(port, target)).status).toBe(status)
    expect((await ask(port, '/ten.json')).body.toString()).toBe(TEN)
  })
})

describe('a method', () => {
  it.each([
    'POST',
    'PUT',
    'DELETE',
    'OPTIONS',
    'TRACE',
    'PATCH',
    'PROPFIND',
    'CONNECT',
    'BREW',
    'get',
  ])('%s is refused with what is allowed', async (method) => {
    const target = method === 'CONNECT' ? 'localhost:80' : '/ten.json'
    const answer = await ask(port, target, {}, method)
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('is needed: bytes that are no request get 400, too many headers 431', async () => {
    for (const bytes of ['\0\x01\x02', '\x16\x03\x01\x02\0\x01', 'hello\r\n\r\n', 'GET\r\n\r\n']) {
      const [answer] = readAnswers(await rawExchange(port, bytes), ['GET'])
      expect([bytes, answer?.status]).toEqual([bytes, 400])
    }
    expect((await ask(port, '/', { 'X-Long': 'x'.repeat(20_000) })).status).toBe(431)
  })
})

describe('a connection', () => {
  it('that ends too early costs nothing: no handle stays open', async () => {
    write('large.bin', LARGE)
    const request = 'GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n'
    const aborts = Array.from({ length: 40 }, (_, at) => ({ abortAfter: (at % 4) * 30_000 }))
    await Promise.all(aborts.map((options) => rawExchange(port, request, options)))
    await expect.poll(() => openFilesUnder(dist) ?? 0).toBe(0)
    expect((await ask(port, '/large.bin')).body.equals(LARGE)).toBe(true)
  })

  it('may ask for several things at once', async () => {
    const line = (target: string, more = ''): string =>
      `GET ${target} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
    const text =
      line('/ten.json', 'Range: bytes=9-5\r\n') + line('/%') + line('/', 'Connection: close\r\n')
    const answers = readAnswers(await rawExchange(port, text), ['GET', 'GET', 'GET'])
    expect(answers.map((answer) => answer.status)).toEqual([200, 400, 200])
    expect(answers[2]?.body.toString()).toBe(PAGE)
  })
})
