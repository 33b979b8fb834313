import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, watch } from 'vue'

/**
 * The app's own versions: hears of a new one, switches when the learner says so. A new version is never forced: it waits
 * until then, and the shell does not offer it during a review. Once a tab has switched all of them follow, none of them in
 * the middle of something.
 */
export const useUpdates = defineStore('updates', () => {
  const waiting = ref(false)
  const installed = ref(false)
  /** Whether another version has taken over, so that this page is to be loaded anew. */
  const due = ref(false)
  const holds = shallowReactive(new Set<() => boolean>())
  /** Whether that waits for what is being done here. */
  const held = computed(() => due.value && [...holds].some((isBusy) => isBusy()))
  let takeOver: (() => void) | null = null

  watch(
    () => due.value && !held.value,
    (now) => {
      if (now) window.location.reload()
    },
  )

  async function start(): Promise<void> {
    if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
    // After the first paint, so not on the start path.
    const { followVersions } = await import('./updates/followVersions.ts')
    takeOver = await followVersions({
      onInstalled: () => {
        installed.value = true
      },
      onWaiting: () => {
        waiting.value = true
      },
      onTakenOver: () => {
        waiting.value = false
        due.value = true
      },
    })
  }

  /**
   * Names what a new version has to wait for, as long as it says so.
   *
   * @returns ends that
   */
  function hold(isBusy: () => boolean): () => void {
    holds.add(isBusy)
    return () => holds.delete(isBusy)
  }

  /** Lets the waiting version take over; the tabs follow. */
  function update(): void {
    takeOver?.()
  }

  function later(): void {
    waiting.value = false
  }
  return { waiting, installed, due, held, start, hold, update, later }
})
