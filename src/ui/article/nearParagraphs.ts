import { onBeforeUnmount, onMounted, type Ref, shallowRef, watch } from 'vue'

/** A text of no more pairs is drawn whole. */
export const DRAWN_WHOLE = 300
/** So far beyond the screen paragraphs are made ready, of its height. */
const AHEAD = '150%'

/**
 * Which paragraphs of a long text stand near the screen, by their places; the others need no words that can be tapped. What
 * was near once stays as it is.
 *
 * @param text the element whose children they are
 * @param pairs of the text, how many there are
 */
export function useNearParagraphs(
  text: Readonly<Ref<HTMLElement | null>>,
  paragraphs: () => number,
  pairs: () => number,
): (paragraph: number) => boolean {
  const near = shallowRef<ReadonlySet<number>>(new Set())
  const isWhole = () => pairs() <= DRAWN_WHOLE || !('IntersectionObserver' in globalThis)

  let observer: IntersectionObserver | null = null
  function observe(): void {
    observer?.disconnect()
    near.value = new Set()
    const root = text.value
    if (root === null || isWhole()) return
    const places = new Map([...root.children].map((child, at) => [child, at] as const))
    const own = new IntersectionObserver(
      (entries) => {
        const come = entries
          .filter(({ isIntersecting }) => isIntersecting)
          .flatMap(({ target }) => places.get(target) ?? [])
        if (come.length > 0) near.value = new Set([...near.value, ...come])
        for (const at of come) own.unobserve(root.children[at]!)
      },
      { rootMargin: AHEAD },
    )
    for (const child of places.keys()) own.observe(child)
    observer = own
  }
  onMounted(observe)
  watch([paragraphs, pairs], observe, { flush: 'post' })
  onBeforeUnmount(() => observer?.disconnect())
  return (paragraph) => isWhole() || near.value.has(paragraph)
}
