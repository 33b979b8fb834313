/** What must be read before a verdict, in the order in which it may go: the reading stands below the counterpart. */
const MUST_BE_SEEN = ['.reading', '.counterpart', '.passage']
/** Room between it and the buttons, px. */
const ROOM = 24

/**
 * Scrolls a card, if need be, so far that the counterpart and the reading of its answer stand above the buttons. The
 * question stays where it is whenever there is room for both.
 */
export function showAbove(card: HTMLElement, buttons: HTMLElement): void {
  const answer = card.querySelector('.answer')
  const last = MUST_BE_SEEN.map((part) => answer?.querySelector(part)).find((part) => part)
  if (!last) return
  const over = last.getBoundingClientRect().bottom + ROOM - buttons.getBoundingClientRect().top
  if (over > 0) window.scrollBy({ top: over })
}
