import { nextTick } from 'vue'

/** Resolves when the frame that shows what was just drawn has been painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    // A message sent in a frame arrives after it was painted.
    requestAnimationFrame(() => port2.postMessage(null))
  })

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
    window.scrollTo({ top: 0 })
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
