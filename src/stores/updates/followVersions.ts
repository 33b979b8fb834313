import { Workbox } from 'workbox-window'

/** What there is to hear of versions. */
interface Hearing {
  /** The first version is installed: everything will be there offline. */
  readonly onInstalled: () => void
  /** Another version is ready and waits. */
  readonly onWaiting: () => void
  /** Another version has taken over, whichever tab let it: what is open is of the one before. */
  readonly onTakenOver: () => void
}

/**
 * Registers the service worker and tells of its versions; returns what lets the waiting one take over, in all tabs. A browser
 * that allows no service worker has the app all the same, with a network.
 */
export async function followVersions(hearing: Hearing): Promise<() => void> {
  const base = import.meta.env.BASE_URL
  const workbox = new Workbox(`${base}sw.js`, { scope: base })
  let isWaiting = false
  workbox.addEventListener('waiting', () => {
    isWaiting = true
    hearing.onWaiting()
  })
  workbox.addEventListener('installed', (event) => {
    if (!event.isUpdate) hearing.onInstalled()
  })
  workbox.addEventListener('controlling', () => {
    const worker = navigator.serviceWorker.controller
    const look = () => {
      if (worker === null || worker.state === 'activated') hearing.onTakenOver()
    }
    worker?.addEventListener('statechange', look)
    look()
  })
  // A page that no worker controls, on the first visit, hears of it only so.
  workbox.addEventListener('activated', () => {
    if (isWaiting) hearing.onTakenOver()
  })
  const registration = await workbox.register().catch(() => undefined)
  // A phone seldom reloads an installed app: look again when it comes to the front.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration?.update().catch(() => undefined)
  })
  return () => workbox.messageSkipWaiting()
}
