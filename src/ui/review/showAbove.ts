/** What must be read before a verdict, in the order in which it may go. */
const MUST_BE_SEEN = ['.reading:not(.visually-hidden)', '.counterpart', '.passage']
/** Room between it and the buttons, px. */
const ROOM = 24

/**
 * Scrolls a card, if need be, so far that the counterpart and the reading of its answer stand above the buttons. The
 * question stays where it is whenever there is room for both; where its line for the reading would be out of sight, the
 * reading stands in the answer.
 */
export function showAbove(card: HTMLElement, buttons: HTMLElement): void {
  const answer = card.querySelector('.answer')
  const top = buttons.getBoundingClientRect().top
  const over = (): number => {
    const last = MUST_BE_SEEN.map((part) => answer?.querySelector(part)).find((part) => part)
    return last ? last.getBoundingClientRect().bottom + ROOM - top : 0
  }
  const line = card.querySelector('.question .said')
  if (line && line.getBoundingClientRect().top < over())
    answer?.querySelector('.reading')?.classList.remove('visually-hidden')
  const by = over()
  if (by > 0) window.scrollBy({ top: by })
}
