import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { preferredEncodings } from '../../../src/cli/server/representation.ts'
import { ask } from './rawRequest.ts'
import { TEN, useServedFolder } from './servedFolder.ts'

const SCRIPT = 'export {}\n'.repeat(20)
const served = useServedFolder()

beforeEach(() => {
  served.write('empty.json', '')
  served.write('app.js', SCRIPT)
  served.write('app.js.br', brotliCompressSync(SCRIPT))
})

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
    const answer = await ask(served.port, '/ten.json', { Range: range })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-range')).toBe(contentRange)
    if (status !== 416) {
      expect(answer.body.toString()).toBe(body)
      expect(answer.headers.get('content-length')).toBe(String(body.length))
    }
    expect((await ask(served.port, '/ten.json')).body.toString()).toBe(TEN)
  })

  it.each(['bytes=0-', 'bytes=-5', 'bytes=9-5'])(
    'of “%s” in an empty file is all of it',
    async (range) => {
      const answer = await ask(served.port, '/empty.json', { Range: range })
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '0'])
    },
  )

  it('counts the bytes of the compressed copy that is sent', async () => {
    const packed = brotliCompressSync(SCRIPT)
    const answer = await ask(served.port, '/app.js', {
      Range: 'bytes=1-4',
      'Accept-Encoding': 'br',
    })
    expect([answer.status, answer.headers.get('content-encoding')]).toEqual([206, 'br'])
    expect(answer.headers.get('content-range')).toBe(`bytes 1-4/${packed.length}`)
    expect(answer.body).toEqual(packed.subarray(1, 5))
  })

  it('is sent only while If-Range names this very file', async () => {
    const { headers } = await ask(served.port, '/ten.json')
    const [tag = '', date = ''] = [headers.get('etag'), headers.get('last-modified')]
    const statusOf = async (value: string): Promise<number> =>
      (await ask(served.port, '/ten.json', { Range: 'bytes=2-4', 'If-Range': value })).status
    expect(await statusOf(tag)).toBe(206)
    expect(await statusOf(date)).toBe(206)
    for (const other of [`W/${tag}`, '"other"', '*', 'Sun, 06 Nov 1994 08:49:37 GMT', 'soon']) {
      expect([other, await statusOf(other)]).toEqual([other, 200])
    }
  })

  it('of a file written this second is not trusted to If-Range', async () => {
    writeFileSync(join(served.dist, 'ten.json'), TEN)
    const tag = (await ask(served.port, '/ten.json')).headers.get('etag') ?? ''
    expect(tag).toMatch(/^W\//)
    const ranged = await ask(served.port, '/ten.json', { Range: 'bytes=2-4', 'If-Range': tag })
    expect(ranged.status).toBe(200)
  })
})

describe('a conditional request', () => {
  it('is answered 304 without a body when its list names the file, strongly, weakly or by *', async () => {
    const full = await ask(served.port, '/ten.json')
    const tag = full.headers.get('etag') ?? ''
    for (const list of [tag, `W/${tag}`, `"a,b", W/"c", ${tag}`, '*']) {
      const answer = await ask(served.port, '/ten.json', {
        'If-None-Match': list,
        Range: 'bytes=2-4',
      })
      expect([list, answer.status, answer.body.length]).toEqual([list, 304, 0])
      for (const name of ['etag', 'cache-control', 'vary']) {
        expect([name, answer.headers.get(name)]).toEqual([name, full.headers.get(name)])
      }
    }
    for (const list of ['"a", "b"', 'W/"c"', 'garbage', '"', tag.slice(1, -1)]) {
      const { status } = await ask(served.port, '/ten.json', { 'If-None-Match': list })
      expect([list, status]).toEqual([list, 200])
    }
  })

  it('gives each compressed copy a tag of its own', async () => {
    const tags = [{}, { 'Accept-Encoding': 'br' }].map(async (headers) =>
      (await ask(served.port, '/app.js', headers)).headers.get('etag'),
    )
    const [plain, packed] = await Promise.all(tags)
    expect(plain).not.toBe(packed)
  })

  it('compares If-Modified-Since in whole seconds, and only when no tag is asked for', async () => {
    const date = (await ask(served.port, '/ten.json')).headers.get('last-modified') ?? ''
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      (await ask(served.port, '/ten.json', headers)).status
    expect(await statusOf({ 'If-Modified-Since': date })).toBe(304)
    expect(await statusOf({ 'If-Modified-Since': new Date().toUTCString() })).toBe(304)
    for (const since of ['Sun, 06 Nov 1994 08:49:37 GMT', 'tomorrow', '9999', '']) {
      const status = await statusOf({ 'If-Modified-Since': since })
      expect([since, status]).toEqual([since, 200])
    }
    expect(await statusOf({ 'If-Modified-Since': date, 'If-None-Match': '"other"' })).toBe(200)
  })

  it('is answered 412 when it wants another file than there is', async () => {
    const tag = (await ask(served.port, '/ten.json')).headers.get('etag') ?? ''
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      (await ask(served.port, '/ten.json', headers)).status
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
    const [get, head] = [
      await ask(served.port, target, headers),
      await ask(served.port, target, headers, 'HEAD'),
    ]
    const lasting = (all: ReadonlyMap<string, string>): object =>
      Object.fromEntries([...all].filter(([name]) => name !== 'date'))
    expect(head.status).toBe(get.status)
    expect(lasting(head.headers)).toEqual(lasting(get.headers))
    expect(head.body).toHaveLength(0)
  })

  it('knows no ranges', async () => {
    const answer = await ask(served.port, '/ten.json', { Range: 'bytes=2-4' }, 'HEAD')
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '10'])
  })
})

describe('the copy a client likes best', () => {
  it.each([
    ['gzip, deflate, br', ['br', 'gzip']],
    ['br;q=0.5, gzip', ['gzip', 'br']],
    ['br;q=0, *', ['gzip']],
    ['*;q=0', []],
    ['GZIP;q=0.001', ['gzip']],
    ['brotli, gz, br;q=x', []],
    ['', []],
  ])('of “%s” is the first of %j', (header, encodings) => {
    expect(preferredEncodings(header)).toEqual(encodings)
  })
})
