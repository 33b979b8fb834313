import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Workbox } from 'workbox-window'

/**
 * The app's own versions: registers the service worker, hears of a new one, switches when the learner says so. A new
 * version is never forced: it waits until then, and the shell does not offer it during a review.
 */
export const useUpdates = defineStore('updates', () => {
  const waiting = ref(false)
  const installed = ref(false)
  let workbox: Workbox | null = null

  async function start(): Promise<void> {
    if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
    // After the first paint, so not on the start path.
    const { Workbox } = await import('workbox-window')
    workbox = new Workbox(`${import.meta.env.BASE_URL}sw.js`, { scope: import.meta.env.BASE_URL })
    workbox.addEventListener('waiting', () => {
      waiting.value = true
    })
    workbox.addEventListener('installed', (event) => {
      if (!event.isUpdate) installed.value = true
    })
    const registration = await workbox.register()
    // A phone seldom reloads an installed app: look again when it comes to the front.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') registration?.update().catch(() => undefined)
    })
  }

  /** Lets the waiting version take over and reloads once it has. */
  function update(): void {
    if (workbox === null) return
    workbox.addEventListener('controlling', () => window.location.reload())
    workbox.messageSkipWaiting()
  }

  function later(): void {
    waiting.value = false
  }
  return { waiting, installed, start, update, later }
})
