import { ref, watch } from 'vue'

/**
 * Whether the turn that a new version met is still going on: with it the page waits until that is over.
 *
 * @param turn names the card that is up, and how many were answered before it
 * @param isDue whether there is such a version
 */
export function turnMet(turn: () => string, isDue: () => boolean): () => boolean {
  const met = ref('')
  watch(
    isDue,
    () => {
      met.value = turn()
    },
    { flush: 'sync' },
  )
  return () => turn() === met.value
}
