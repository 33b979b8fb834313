import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openFilesUnder } from './openFiles.ts'
import { ask, rawExchange, readAnswers } from './rawRequest.ts'
import { PAGE, TEN, useServedFolder } from './servedFolder.ts'

const LARGE = Buffer.alloc(8e6, 'large ')
const served = useServedFolder()

describe('a file that changes while it is served', () => {
  it('is answered as it is now: deleted, replaced, longer, shorter, new', async () => {
    const body = async (): Promise<string> => (await ask(served.port, '/ten.json')).body.toString()
    served.write('draft', 'another, longer content')
    renameSync(join(served.dist, 'draft'), join(served.dist, 'ten.json'))
    expect(await body()).toBe('another, longer content')
    appendFileSync(join(served.dist, 'ten.json'), '!')
    expect(await body()).toBe('another, longer content!')
    truncateSync(join(served.dist, 'ten.json'), 7)
    expect(await body()).toBe('another')
    rmSync(join(served.dist, 'ten.json'))
    expect((await ask(served.port, '/ten.json')).status).toBe(404)
    served.write('later.json', 'new')
    expect((await ask(served.port, '/later.json')).body.toString()).toBe('new')
  })

  it('is not sent from its compressed copy once the original is gone', async () => {
    served.write('app.js.br', brotliCompressSync('x'))
    expect((await ask(served.port, '/app.js', { 'Accept-Encoding': 'br' })).status).toBe(404)
  })

  it('breaks the connection when it shrinks half-way, and never ends early as if whole', async () => {
    const file = join(served.dist, 'large.bin')
    served.write('large.bin', '')
    truncateSync(file, 200e6)
    const request = 'GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n'
    const onStart = (): void => truncateSync(file, 1000)
    // The second request would be answered in the midst of the first one's body.
    const bytes = await rawExchange(served.port, request + request, { onStart })
    expect(bytes.toString('latin1').split('HTTP/1.1 ')).toHaveLength(2)
    const [answer] = readAnswers(bytes, ['GET'])
    expect(answer?.headers.get('content-length')).toBe('200000000')
    expect(answer?.body.length).toBeLessThan(200e6)
    await expect.poll(() => openFilesUnder(served.dist) ?? 0).toBe(0)
    expect((await ask(served.port, '/large.bin')).body).toHaveLength(1000)
  })

  it('may be a folder, or the whole build gone and back', async () => {
    rmSync(join(served.dist, 'ten.json'))
    mkdirSync(join(served.dist, 'ten.json'))
    expect((await ask(served.port, '/ten.json')).status).toBe(404)
    renameSync(served.dist, join(served.root, 'away'))
    expect((await ask(served.port, '/')).status).toBe(404)
    renameSync(join(served.root, 'away'), served.dist)
    expect((await ask(served.port, '/')).body.toString()).toBe(PAGE)
  })
})

describe('what is outside of the folder', () => {
  it('is 404 behind a link to a file, to a folder, and as a compressed copy', async () => {
    symlinkSync(join(served.root, 'secret.json'), join(served.dist, 'link.json'))
    symlinkSync(served.root, join(served.dist, 'up'))
    symlinkSync(join(served.dist, 'nowhere'), join(served.dist, 'dangling.json'))
    symlinkSync('loop.json', join(served.dist, 'loop.json'))
    for (const target of ['/link.json', '/up/secret.json', '/dangling.json', '/loop.json']) {
      expect([target, (await ask(served.port, target)).status]).toEqual([target, 404])
    }
    symlinkSync(join(served.root, 'secret.json'), join(served.dist, 'ten.json.br'))
    const answer = await ask(served.port, '/ten.json', { 'Accept-Encoding': 'br' })
    expect(answer.body.toString()).toBe(TEN)
  })

  it('is not reached by .. in any spelling', async () => {
    served.write('assets/x.js', '')
    for (const up of ['..', '%2e%2e', '.%2E', '..%2f..', '..\\..', '..%5c..', '%252e%252e']) {
      for (const target of [`/${up}/secret.json`, `/assets/${up}/${up}/secret.json`]) {
        expect([target, (await ask(served.port, target)).status]).toEqual([target, 404])
      }
    }
    for (const target of ['/..', '/%2e%2e/', '/.', '/.git/config', '/..%2f..%2fetc']) {
      expect([target, (await ask(served.port, target)).status]).toEqual([target, 404])
    }
  })

  it('is reached by a link inside of the folder as little, which is served', async () => {
    symlinkSync('ten.json', join(served.dist, 'same.json'))
    expect((await ask(served.port, '/same.json')).body.toString()).toBe(TEN)
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
    expect((await ask(served.port, target)).status).toBe(status)
    expect((await ask(served.port, '/ten.json')).body.toString()).toBe(TEN)
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
    const answer = await ask(served.port, target, {}, method)
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('is needed: bytes that are no request get 400, too many headers 431', async () => {
    for (const bytes of ['\0\x01\x02', '\x16\x03\x01\x02\0\x01', 'hello\r\n\r\n', 'GET\r\n\r\n']) {
      const [answer] = readAnswers(await rawExchange(served.port, bytes), ['GET'])
      expect([bytes, answer?.status]).toEqual([bytes, 400])
    }
    expect((await ask(served.port, '/', { 'X-Long': 'x'.repeat(20_000) })).status).toBe(431)
  })
})

describe('a connection', () => {
  it('that ends too early costs nothing: no handle stays open', async () => {
    served.write('large.bin', LARGE)
    const request = 'GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n'
    const aborts = Array.from({ length: 40 }, (_, at) => ({ abortAfter: (at % 4) * 30_000 }))
    await Promise.all(aborts.map((options) => rawExchange(served.port, request, options)))
    await expect.poll(() => openFilesUnder(served.dist) ?? 0).toBe(0)
    expect((await ask(served.port, '/large.bin')).body.equals(LARGE)).toBe(true)
  })

  it('that ends while further answers wait leaves none of their handles open', async () => {
    served.write('large.bin', LARGE)
    const request = 'GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n'
    await rawExchange(served.port, request.repeat(20), { abortAfter: 30_000 })
    await expect.poll(() => openFilesUnder(served.dist) ?? 0).toBe(0)
  })

  it.each([
    ['GET', { 'If-None-Match': '*' }, 304],
    ['GET', { 'If-Match': '"x"' }, 412],
    ['GET', { Range: 'bytes=99-' }, 416],
    ['HEAD', {}, 200],
  ])('leaves no handle open when a %s with %j needs no body', async (method, headers, status) => {
    expect((await ask(served.port, '/ten.json', headers, method)).status).toBe(status)
    await expect.poll(() => openFilesUnder(served.dist) ?? 0).toBe(0)
  })

  it('may ask for several things at once', async () => {
    const line = (target: string, more = ''): string =>
      `GET ${target} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
    const text =
      line('/ten.json', 'Range: bytes=9-5\r\n') + line('/%') + line('/', 'Connection: close\r\n')
    const answers = readAnswers(await rawExchange(served.port, text), ['GET', 'GET', 'GET'])
    expect(answers.map((answer) => answer.status)).toEqual([200, 400, 200])
    expect(answers[2]?.body.toString()).toBe(PAGE)
  })
})

describe('a connection that stands still', () => {
  const impatient = useServedFolder({ idleMs: 200 })

  it('is closed, and the file with it', async () => {
    truncateSync(join(impatient.dist, 'ten.json'), 200e6)
    const socket = connect(impatient.port, '127.0.0.1')
    socket.write('GET /ten.json HTTP/1.1\r\nHost: x\r\n\r\n')
    socket.pause()
    socket.on('error', () => {})
    const isOpen = (): boolean => openFilesUnder(impatient.dist) !== 0
    if (process.platform === 'linux') await expect.poll(isOpen).toBe(true)
    await expect.poll(() => openFilesUnder(impatient.dist) ?? 0, { timeout: 20_000 }).toBe(0)
    socket.destroy()
  })
})
