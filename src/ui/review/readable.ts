import { shallowRef, watch, type ShallowRef } from 'vue'
import type { NowReadable, useNowReadable } from '../../stores/nowReadable.ts'
import type { useProblems } from '../../stores/problems.ts'

/**
 * A sentence that can be read by now, once a session has ended: nothing of it is needed for a card, or loaded before.
 *
 * @param article of the last card; null while the session goes on
 */
export function useReadable(
  article: () => string | null,
  open: () => Promise<ReturnType<typeof useNowReadable>>,
  problems: ReturnType<typeof useProblems>,
): Readonly<ShallowRef<NowReadable | null>> {
  const found = shallowRef<NowReadable | null>(null)
  watch(article, async (id) => {
    found.value = null
    if (id === null) return
    const sentence = await problems.attempt('review.readable', async () =>
      (await open()).sentenceOf(id),
    )
    if (article() === id) found.value = sentence
  })
  return found
}
