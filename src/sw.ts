import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst } from 'workbox-strategies'

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: every file of the app shell with its revision. */
  readonly __WB_MANIFEST: (PrecacheEntry | string)[]
}

/**
 * The app shell, the starter decks and the core dictionary, installed whole or not at all.
 *
 * The scope is part of the name: an origin such as GitHub Pages holds many apps, perhaps two of ours, and no cache
 * may be taken for another's. Old entries go when a new version activates; no other cache is touched.
 */
const shell = new PrecacheController({ cacheName: `duizhao-precache-${self.registration.scope}` })
shell.addToCacheList(self.__WB_MANIFEST)
self.addEventListener('install', (event) => void shell.install(event))
self.addEventListener('activate', (event) => void shell.activate(event))

/** A waiting version takes over only when the learner said so. */
self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (typeof message !== 'object' || message === null || !('type' in message)) return
  if (message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

registerRoute(new PrecacheRoute(shell))

/** The full dictionary and the English index: the page puts them there on the first visit, which we do not control. */
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.endsWith('.bin'),
  new CacheFirst({ cacheName: 'duizhao-dictionary', matchOptions: { ignoreVary: true } }),
)

/** Every page of the app is index.html; an address with an extension is a file. */
registerRoute(
  new NavigationRoute(shell.createHandlerBoundToURL('index.html'), {
    denylist: [/\/[^/?]+\.[^/?]+$/],
  }),
)
