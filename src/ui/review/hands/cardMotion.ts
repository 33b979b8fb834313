import type { SwipeState } from './swipe.ts'

/** ms, and px that a card goes on toward its verdict. */
const LEAVES = { ms: 200, px: 24 }
const SPRINGS_MS = 180
const EASE = 'cubic-bezier(0.2, 0.7, 0.2, 1)'

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

const transformOf = ({ x, degrees }: Pick<SwipeState, 'x' | 'degrees'>): string =>
  `translate3d(${x}px, 0, 0) rotate(${degrees}deg)`

/** Moves a card, by transform alone. Nothing of it moves for who wants no motion. */
export function moveCard(card: HTMLElement, state: SwipeState): void {
  if (!isStill()) card.style.transform = transformOf(state)
}

/** Puts it back into its place at once: the next card has no entrance. */
export function placeCard(card: HTMLElement): void {
  card.style.transform = ''
  card.style.opacity = ''
}

/** Lets it spring back from where it is. */
export function springBack(card: HTMLElement): void {
  const from = card.style.transform
  placeCard(card)
  if (from === '') return
  card.animate([{ transform: from }, { transform: 'none' }], { duration: SPRINGS_MS, easing: EASE })
}

/**
 * Lets a picture of the card leave toward its verdict, while the card itself waits unseen for what comes next. Nobody waits
 * for the picture.
 */
export function sendOff(card: HTMLElement, { x, degrees }: SwipeState): void {
  if (isStill()) return
  card.style.transform = ''
  const { top, left, width, height } = card.getBoundingClientRect()
  const ghost = card.cloneNode(true)
  if (!(ghost instanceof HTMLElement)) return
  ghost.inert = true
  ghost.ariaHidden = 'true'
  for (const element of [ghost, ...ghost.querySelectorAll('*')])
    for (const name of ['id', 'role', 'aria-label', 'data-testid']) element.removeAttribute(name)
  Object.assign(ghost.style, {
    position: 'fixed',
    top: `${top}px`,
    left: `${left}px`,
    width: `${width}px`,
    height: `${height}px`,
    margin: '0',
    animation: 'none',
    pointerEvents: 'none',
  })
  card.after(ghost)
  card.style.opacity = '0'
  const to = { x: x + Math.sign(x) * LEAVES.px, degrees }
  const leaving = ghost.animate(
    [
      { transform: transformOf({ x, degrees }), opacity: 1 },
      { transform: transformOf(to), opacity: 0 },
    ],
    { duration: LEAVES.ms, easing: EASE, fill: 'forwards' },
  )
  leaving.onfinish = () => ghost.remove()
  leaving.oncancel = () => ghost.remove()
}
