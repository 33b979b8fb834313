import catalogueUrl from '../../decks/index.json?url'
import wordsEnUrl from '../../decks/shelf/words-en.json?url'
import wordsZhUrl from '../../decks/shelf/words-zh.json?url'
import { AppError } from '../domain/errors.ts'
import type { ShelfText, ShelfWords } from '../domain/learner/shelf.ts'
import type { Side } from '../domain/model.ts'

const DECKS = import.meta.glob<string>(
  ['../../decks/*.json', '!../../decks/index.json', '!../../decks/deck.schema.json'],
  { query: '?url', import: 'default', eager: true },
)
const WORDS = { zh: wordsZhUrl, en: wordsEnUrl } as const

/** What was fetched of the shelf. Its address is part of the name: an origin may hold more than one app. */
const CACHE = `duizhao-shelf-${import.meta.env.BASE_URL}`

const urlOf = (file: string): string => {
  const url = DECKS[`../../decks/${file}`]
  if (url === undefined) throw new RangeError(`no deck ${file}`)
  return url
}

const openCache = async (): Promise<Cache | null> =>
  'caches' in globalThis ? await caches.open(CACHE) : null

/** A file of the shelf: from this device when it was fetched before, else fetched and kept. */
async function fetched(url: string, signal?: AbortSignal): Promise<Response> {
  try {
    const cache = await openCache()
    const kept = await cache?.match(url)
    if (kept !== undefined) return kept
    const response = await fetch(url, signal === undefined ? {} : { signal })
    if (!response.ok) throw new Error(`${response.status} ${url}`)
    // What the disk has no room for is read all the same.
    await cache?.put(url, response.clone()).catch(() => undefined)
    return response
  } catch (error) {
    signal?.throwIfAborted()
    throw new AppError('textUnavailable', { cause: error })
  }
}

/**
 * The texts that come with the app, easiest first. Drops what was kept of earlier versions of them.
 *
 * @throws AppError `textUnavailable` when it is not on this device and cannot be fetched
 */
export async function readCatalogue(): Promise<readonly ShelfText[]> {
  const texts: readonly ShelfText[] = await (await fetched(catalogueUrl)).json()
  await forgetEarlier()
  return texts
}

/** The words of all of them on a side. Throws like {@link readCatalogue}. */
export async function readShelfWords(side: Side): Promise<ShelfWords> {
  return await (await fetched(WORDS[side])).json()
}

/** The deck file as it was built, kept from then on. Throws like {@link readCatalogue}. */
export async function readStarterDeck(
  file: string,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetched(urlOf(file), signal)).arrayBuffer())
}

/** The files of those texts that were kept: they open without a network. */
export async function keptStarterDecks(files: readonly string[]): Promise<ReadonlySet<string>> {
  const cache = await openCache()
  const kept = new Set((await cache?.keys())?.map(({ url }) => url))
  return new Set(files.filter((file) => kept.has(new URL(urlOf(file), location.href).href)))
}

async function forgetEarlier(): Promise<void> {
  const cache = await openCache()
  if (cache === null) return
  const current = new Set(
    [catalogueUrl, ...Object.values(WORDS), ...Object.values(DECKS)].map(
      (url) => new URL(url, location.href).href,
    ),
  )
  for (const request of await cache.keys()) {
    if (!current.has(request.url)) await cache.delete(request)
  }
}
