import { onBeforeUnmount } from 'vue'

/** Says that time went by, every ten seconds and when the page comes back: in the background it has no clock. */
export function useClock(tick: () => void): void {
  const clock = window.setInterval(tick, 10_000)
  document.addEventListener('visibilitychange', tick)
  onBeforeUnmount(() => {
    window.clearInterval(clock)
    document.removeEventListener('visibilitychange', tick)
  })
}
