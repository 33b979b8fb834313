import { onBeforeUnmount, onMounted } from 'vue'

/** What took the focus away mostly gives it to what comes instead, once that is drawn: the next card, a task's result. */
const GIVEN_BACK_MS = 150

/** Puts the focus where the screen begins: an open sheet, else its heading, else the content. */
function goHome(): void {
  const places = ['dialog[open] button', 'main h1', 'main']
  for (const place of places) {
    const home = document.querySelector<HTMLElement>(place)
    home?.focus({ preventScroll: true })
    if (home !== null && home === document.activeElement) return
  }
}

/** After a change of screen: a screen that has put the focus somewhere itself keeps it there. */
export function enterScreen(): void {
  if (document.activeElement?.matches('main *') !== true) goHome()
}

/**
 * Never leaves the focus on nothing: when what held it is gone or switched off and nobody has put it elsewhere, it goes
 * back to where the screen begins. A tap beside everything takes it away as always.
 */
export function useKeptFocus(): void {
  let held: Element | null = null
  const remember = ({ target }: FocusEvent) => {
    held = target instanceof Element ? target : null
  }
  const isLost = () =>
    held !== null &&
    (!held.isConnected || held.matches(':disabled')) &&
    (document.activeElement === document.body || document.activeElement === held)
  const changes = new MutationObserver(() => {
    if (!isLost()) return
    globalThis.setTimeout(() => isLost() && goHome(), GIVEN_BACK_MS)
  })
  onMounted(() => {
    document.addEventListener('focusin', remember)
    const attributeFilter = ['disabled']
    changes.observe(document.body, { childList: true, subtree: true, attributeFilter })
  })
  onBeforeUnmount(() => {
    document.removeEventListener('focusin', remember)
    changes.disconnect()
  })
}
