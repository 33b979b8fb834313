import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'
import { areBadgeDays, countAt } from './domain/learner/badgeDays.ts'
import { BADGE_TAG, keptBadgeDays, showBadge } from './storage/appBadge.ts'
import { keepShared, SHARE_PATH } from './storage/shared.ts'

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: every file of the app shell with its revision. */
  readonly __WB_MANIFEST: (PrecacheEntry | string)[]
}

/**
 * The app shell, the texts a first run begins with and the core dictionary, installed whole or not at all. The other starter
 * texts are kept by the page when they are opened.
 *
 * The scope is part of the name: an origin such as GitHub Pages holds many apps, perhaps two of ours, and no cache
 * may be taken for another's. No other cache is touched.
 */
const { scope } = self.registration
const cacheName = `duizhao-precache-${scope}`
const shell = new PrecacheController({ cacheName })
shell.addToCacheList(self.__WB_MANIFEST)
self.addEventListener('install', (event) => void shell.install(event))

/** Where the pages are noted that run an earlier version: those that were open when this one took over. */
const PAGES_BEFORE = new URL('pages-before', scope).href
/** Whether nothing of an earlier version is left, as far as is known since this worker was started. */
let isTidy = false

self.addEventListener('activate', (event) => event.waitUntil(takeOver()))
async function takeOver(): Promise<void> {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const pages = windows.filter(({ url }) => url.startsWith(scope)).map(({ id }) => id)
  await (await caches.open(cacheName)).put(PAGES_BEFORE, new Response(JSON.stringify(pages)))
  await tidy()
}

/**
 * Drops what earlier versions have left, but not while a page of theirs is open: it may be in the middle of a card, and
 * still has parts to load. Those have names of their own; what has the same name in every version goes at once.
 */
async function tidy(): Promise<void> {
  const cache = await caches.open(cacheName)
  const noted = await cache.match(PAGES_BEFORE)
  const pages: readonly string[] = noted === undefined ? [] : await noted.json()
  const open = await Promise.all(pages.map((id) => self.clients.get(id)))
  const isOver = open.every((page) => page === undefined)
  if (noted !== undefined) {
    const current = new Set(shell.getURLsToCacheKeys().values())
    const cached = await cache.keys()
    // What a later version has put there by now is not ours to judge: it tidies up itself.
    if (self.registration.installing ?? self.registration.waiting) return
    for (const { url } of cached) {
      const isShared = new URL(url).search !== ''
      const isLeft = !current.has(url) && url !== PAGES_BEFORE
      if (isLeft && (isOver || isShared)) await cache.delete(url)
    }
    if (isOver) await cache.delete(PAGES_BEFORE)
  }
  isTidy = isOver
}
let tidying: Promise<void> | null = null
// A page that has come up has taken the place of one that is gone by now.
self.addEventListener('fetch', (event) => {
  if (isTidy || event.request.mode === 'navigate') return
  tidying ??= tidy().finally(() => {
    tidying = null
  })
  event.waitUntil(tidying)
})

/** A part of an earlier version that is still open. */
const leftOver = async (url: URL) => await (await caches.open(cacheName)).match(url.href)

/** A waiting version takes over only when the learner said so. */
self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (typeof message !== 'object' || message === null || !('type' in message)) return
  if (message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

/** From time to time, where the browser calls us: the icon says what is due by now. Nothing else is shown. */
async function updateBadge(): Promise<void> {
  const days = await keptBadgeDays(scope)
  const count = areBadgeDays(days) ? countAt(days, Date.now()) : null
  if (count !== null) await showBadge(count)
}
self.addEventListener('periodicsync', (event) => {
  const isOurs = 'tag' in event && event.tag === BADGE_TAG
  if (isOurs && event instanceof ExtendableEvent) event.waitUntil(updateBadge())
})

/** What another app shares is kept, and waits on the import screen. */
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.href === `${scope}${SHARE_PATH}`,
  async ({ request }) => {
    await keepShared(scope, await request.formData())
    return Response.redirect(`${scope}import`, 303)
  },
  'POST',
)

registerRoute(new PrecacheRoute(shell))

/** The full dictionary and the English index: the page puts them there on the first visit, which we do not control. */
const dictionary = new CacheFirst({
  cacheName: 'duizhao-dictionary',
  matchOptions: { ignoreVary: true },
})
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.endsWith('.bin'),
  async (options) => (await leftOver(options.url)) ?? dictionary.handle(options),
)
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.href.startsWith(`${scope}assets/`),
  async ({ url, request }) => (await leftOver(url)) ?? fetch(request),
)

/** How characters are written: each is kept once it was looked at. The files are the same in every version. */
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.href.startsWith(`${scope}strokes/`),
  new CacheFirst({ cacheName: `duizhao-strokes-${scope}`, matchOptions: { ignoreVary: true } }),
)

/** Every page of the app is index.html; an address with an extension is a file. */
registerRoute(
  new NavigationRoute(shell.createHandlerBoundToURL('index.html'), {
    denylist: [/\/[^/?]+\.[^/?]+$/],
  }),
)
