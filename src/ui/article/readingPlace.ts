import { nextTick, onBeforeUnmount, onMounted, watch } from 'vue'

/** How long a text stands still before its place is remembered, ms. */
const STILL_MS = 800
/** How far below the upper edge the sentence is looked for that is being read, px. */
const READ_AT = 120

/**
 * Where in an article somebody reads: remembered as they scroll, gone to when they come back. A link to a sentence goes
 * before that.
 *
 * @param shown the article whose text is on screen; null while there is none
 * @param wanted the number of the pair a link leads to; 0 for none
 */
export function useReadingPlace(
  shown: () => string | null,
  wanted: () => number,
  kept: {
    read(article: string): Promise<number>
    keep(article: string, pair: number): Promise<void>
  },
) {
  const placeOf = (pair: number) => document.querySelector<HTMLElement>(`[data-pair="${pair}"]`)

  const show = (pair: number, block: ScrollLogicalPosition): void =>
    placeOf(pair)?.scrollIntoView({ block })
  function goTo(pair: number, block: ScrollLogicalPosition = 'center'): void {
    show(pair, block)
    placeOf(pair)?.focus({ preventScroll: true })
  }

  watch(
    [shown, wanted] as const,
    async ([article, pair]) => {
      if (article === null) return
      await nextTick()
      if (pair > 0) return goTo(pair)
      const before = await kept.read(article)
      // Whoever has scrolled by now is reading already.
      if (before > 1 && window.scrollY === 0 && shown() === article) show(before, 'start')
    },
    { immediate: true },
  )

  let still: ReturnType<typeof setTimeout> | undefined
  function onScroll() {
    clearTimeout(still)
    still = setTimeout(() => {
      const article = shown()
      const middle = document.documentElement.clientWidth / 2
      const read = document.elementFromPoint?.(middle, READ_AT)?.closest<HTMLElement>('[data-pair]')
      const pair = window.scrollY < READ_AT ? 1 : Number(read?.dataset['pair'] ?? 0)
      if (article !== null && pair > 0) void kept.keep(article, pair)
    }, STILL_MS)
  }
  onMounted(() => window.addEventListener('scroll', onScroll, { passive: true }))
  onBeforeUnmount(() => {
    window.removeEventListener('scroll', onScroll)
    clearTimeout(still)
  })
  return { goTo, show }
}
