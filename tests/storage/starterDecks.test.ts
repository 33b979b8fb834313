// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  keptStarterDecks,
  readCatalogue,
  readShelfWords,
  readStarterDeck,
} from '../../src/storage/starterDecks.ts'

/** A cache like the browser's, as far as the shelf asks. */
class FakeCache {
  readonly held = new Map<string, string>()
  isFull = false
  readonly #whole = (url: string) => new URL(url, location.href).href
  async match(url: string) {
    const body = this.held.get(this.#whole(url))
    return body === undefined ? undefined : new Response(body)
  }
  async put(url: string, response: Response) {
    if (this.isFull) throw new DOMException('no room', 'QuotaExceededError')
    this.held.set(this.#whole(url), await response.text())
  }
  async keys() {
    return [...this.held.keys()].map((url) => ({ url }))
  }
  async delete({ url }: { url: string }) {
    return this.held.delete(url)
  }
}

let cache: FakeCache
const online = vi.fn<(url: string) => Promise<Response>>()
beforeEach(() => {
  cache = new FakeCache()
  online.mockReset()
  online.mockImplementation(async (url) => {
    const path = /decks\/.*$/.exec(url.split('?')[0] ?? '')?.[0] ?? ''
    return new Response(readFileSync(path, 'utf8'))
  })
  vi.stubGlobal('caches', { open: async () => cache })
  vi.stubGlobal('fetch', online)
})
afterEach(() => vi.unstubAllGlobals())

const text = async (file: string) => new TextDecoder().decode(await readStarterDeck(file))

describe('a starter text', () => {
  it('is fetched once, and is there without a network from then on', async () => {
    const first = await text('changing-seats.json')
    expect(JSON.parse(first).id).toBe('starter-changing-seats')
    online.mockRejectedValue(new TypeError('offline'))
    expect(await text('changing-seats.json')).toBe(first)
    expect(online).toHaveBeenCalledOnce()
    const files = ['changing-seats.json', 'night-train.json']
    expect([...(await keptStarterDecks(files))]).toEqual(['changing-seats.json'])
  })

  it('that cannot be had is said to be so, whatever the reason', async () => {
    online.mockResolvedValueOnce(new Response('gone', { status: 404 }))
    await expect(text('night-train.json')).rejects.toMatchObject({ code: 'textUnavailable' })
    online.mockRejectedValueOnce(new TypeError('offline'))
    await expect(text('night-train.json')).rejects.toMatchObject({ code: 'textUnavailable' })
    expect(cache.held.size).toBe(0)
  })

  it('is read all the same when there is no room to keep it, or no cache at all', async () => {
    cache.isFull = true
    expect(await text('night-train.json')).toContain('夜车过江')
    expect(cache.held.size).toBe(0)
    vi.unstubAllGlobals()
    vi.stubGlobal('fetch', online)
    expect(await text('night-train.json')).toContain('夜车过江')
  })

  it('whose fetching was cancelled is no problem of the network', async () => {
    const abort = new AbortController()
    online.mockImplementationOnce(async () => {
      abort.abort()
      throw new DOMException('cancelled', 'AbortError')
    })
    const reading = readStarterDeck('night-train.json', abort.signal)
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('the catalogue', () => {
  it('lists the texts, and drops what was kept of earlier builds', async () => {
    await text('night-train.json')
    cache.held.set('https://example.org/assets/night-train-OLD.json', '{}')
    expect(await readCatalogue()).toHaveLength(48)
    expect([...cache.held.keys()].filter((url) => url.includes('night-train'))).toHaveLength(1)
  })

  it('has the words of either side beside it', async () => {
    for (const side of ['zh', 'en'] as const) {
      const { texts } = await readShelfWords(side)
      expect(Object.keys(texts)).toHaveLength(48)
    }
  })
})
