/** ms a button is held until more is offered. */
const HELD = 450
/** px a finger may move meanwhile. */
const STILL = 10

/**
 * Says of a button that is held, or whose context menu is asked for by a key or a mouse: `open` gets it. The click that
 * ends the hold goes nowhere.
 *
 * @param area what the buttons stand in, now or later
 * @param isOne which of them are meant
 * @returns ends that
 */
export function followHolds(
  area: HTMLElement,
  isOne: (element: Element) => HTMLElement | null,
  open: (button: HTMLElement) => void,
): () => void {
  let timer = 0
  let from = { x: 0, y: 0 }
  let isOpened = false
  const listening = new AbortController()
  const { signal } = listening
  const buttonOf = ({ target }: Event) => (target instanceof Element ? isOne(target) : null)
  const drop = () => window.clearTimeout(timer)

  const down = (event: PointerEvent) => {
    drop()
    isOpened = false
    const button = buttonOf(event)
    if (button === null || event.button !== 0 || !event.isPrimary) return
    from = { x: event.clientX, y: event.clientY }
    timer = window.setTimeout(() => {
      isOpened = true
      open(button)
    }, HELD)
  }
  const move = (event: PointerEvent) => {
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL) drop()
  }
  const menu = (event: MouseEvent) => {
    const button = buttonOf(event)
    if (button === null) return
    event.preventDefault()
    drop()
    // A phone asks for it, too, while the button is held.
    if (!isOpened) open(button)
    isOpened = event instanceof PointerEvent && event.pointerType === 'touch'
  }
  const click = (event: MouseEvent) => {
    if (!isOpened) return
    isOpened = false
    event.stopPropagation()
    event.preventDefault()
  }
  area.addEventListener('pointerdown', down, { signal })
  area.addEventListener('pointermove', move, { signal })
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const)
    area.addEventListener(end, drop, { signal })
  area.addEventListener('contextmenu', menu, { signal })
  area.addEventListener('click', click, { signal, capture: true })
  return () => {
    drop()
    listening.abort()
  }
}
