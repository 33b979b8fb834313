import { nextTick, onBeforeUnmount } from 'vue'
import { painted } from './painted.ts'

/**
 * Puts the focus on what is to be read now: a screen reader says it, and no button has the keys of the review.
 *
 * A focus asks where everything stands. After the paint that is known; before it, the whole screen would be laid out for it
 * once more than it has to be.
 *
 * @param card what holds question and answer
 */
export function useCardFocus(card: () => HTMLElement | null) {
  const focus = (part: 'question' | 'answer') =>
    card()?.querySelector<HTMLElement>(`.${part}`)?.focus({ preventScroll: true })

  // To ask where the page stands would lay it out as well.
  let isScrolled = false
  const onScroll = () => (isScrolled = true)
  window.addEventListener('scroll', onScroll, { passive: true })
  onBeforeUnmount(() => window.removeEventListener('scroll', onScroll))

  /**
   * Takes the focus from what is about to go, while everything stands where it is drawn: taken away with the focus in it,
   * the answer would have the half-drawn screen laid out.
   */
  function letGo(): void {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  }

  /** Another card was drawn, from the top; `isUp` tells whether it still is, with its answer unseen. */
  async function onQuestion(isUp: () => boolean): Promise<void> {
    await nextTick()
    if (isScrolled) {
      isScrolled = false
      window.scrollTo({ top: 0 })
    }
    await painted()
    if (isUp()) focus('question')
  }

  /** The answer unfolded, and `place` moves it where it can be seen. */
  async function onAnswer(place: () => void): Promise<void> {
    await nextTick()
    place()
    focus('answer')
  }
  return { letGo, onQuestion, onAnswer, back: () => focus('answer') }
}
