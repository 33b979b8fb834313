import type { Ref } from 'vue'

/** Does one thing at a time, and none where there is nothing to do it with: a key pressed twice is pressed once. */
export const oneAtATime =
  (busy: Ref<boolean>) =>
  async <T>(it: T | null, work: (it: T) => Promise<void>): Promise<void> => {
    if (it === null || busy.value) return
    busy.value = true
    try {
      await work(it)
    } finally {
      busy.value = false
    }
  }
