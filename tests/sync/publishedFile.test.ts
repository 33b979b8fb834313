import { afterEach, expect, it, vi } from 'vitest'
import { readPublishedFile } from '../../src/sync/publishedFile.ts'

afterEach(() => vi.unstubAllGlobals())

const answer = (make: () => Response | Promise<Response>) => {
  const asked = vi.fn(async (_address: string, _how: RequestInit) => make())
  vi.stubGlobal('fetch', asked)
  return asked
}

it('reads a file, and says nothing of who asks', async () => {
  const asked = answer(() => new Response('{"a":1}'))
  const bytes = await readPublishedFile('https://a.example/d.json')
  expect(new TextDecoder().decode(bytes)).toBe('{"a":1}')
  expect(asked.mock.calls[0]![1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
})

const endless = () => new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(4_000_000)) })

it.each([
  ['no network, or no CORS', () => Promise.reject(new TypeError('failed')), 'unreachable'],
  ['nothing there', () => new Response('', { status: 404 }), 'notThere'],
  ['what is gone', () => new Response('', { status: 410 }), 'notThere'],
  ['a server in trouble', () => new Response('', { status: 503 }), 'trouble'],
  ['a file without an end', () => new Response(endless()), 'tooLarge'],
  [
    'a connection that breaks off',
    () => new Response(new ReadableStream({ pull: (to) => to.error(new TypeError('cut')) })),
    'unreachable',
  ],
])('says why nothing came: %s', async (_fact, make, code) => {
  answer(make)
  await expect(readPublishedFile('https://a.example/d.json')).rejects.toMatchObject({ code })
})
