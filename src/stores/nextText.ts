import { computed, shallowRef, watch } from 'vue'
import type { ShelfText } from '../domain/learner/shelf.ts'
import type { Side } from '../domain/model.ts'
import { useProblems } from './problems.ts'
import type { useShelf } from './shelf.ts'

/** A starter text that fits next. */
export interface NextText {
  readonly text: ShelfText
  readonly learning: Side
  /** Share of its running words that are known, 0 … 1. */
  readonly covered: number
}

/**
 * The text that fits next; null while it is not offered, or nobody knows. The shelf is read when it is offered for the first
 * time, and neither it nor its store is on the start path.
 */
export function useNextText(isOffered: () => boolean) {
  const problems = useProblems()
  const shelf = shallowRef<ReturnType<typeof useShelf> | null>(null)
  async function look(): Promise<void> {
    const { useShelf: open } = await import('./shelf.ts')
    const found = open()
    await found.loadQuietly()
    shelf.value = found
  }
  watch(
    isOffered,
    (offered) => {
      if (offered) void problems.attempt('shelf.load', look)
    },
    { immediate: true },
  )
  return computed<NextText | null>(() => {
    const found = shelf.value
    const text = found?.next ?? null
    if (!isOffered() || found === null || text === null) return null
    return { text, learning: found.learning, covered: found.covered.get(text.id) ?? 0 }
  })
}
