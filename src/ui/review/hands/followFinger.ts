import { intentOf, isInside } from './swipe.ts'

/** What is told of a finger that moves an element aside. */
export interface FingerEvents {
  /** Whether one that comes down now may. */
  readonly mayBegin: () => boolean
  readonly moved: (dx: number) => void
  /** It let go there. */
  readonly ended: (dx: number) => void
  /** A second finger came down, or the system took the gesture. */
  readonly cancelled: () => void
}

/** What has a use of its own for a finger that goes aside. */
const OWN_USE = 'input, textarea, select, [contenteditable]'

/** What lies open over the screen, whether or not it takes it all. */
const SHEET = 'dialog[open], [role=dialog]'

const isSelected = (element: HTMLElement): boolean => {
  const selection = document.getSelection()
  return selection?.isCollapsed === false && selection.containsNode(element, true)
}

/**
 * Follows a finger or a pen that moves an element aside; scrolling stays the browser's, and a mouse selects text.
 *
 * @returns ends that
 */
export function followFinger(element: HTMLElement, events: FingerEvents): () => void {
  let finger: { readonly id: number; readonly x: number; readonly y: number } | null = null
  let isSwiping = false
  let swallow = false

  function forget(): void {
    if (finger !== null && element.hasPointerCapture(finger.id))
      element.releasePointerCapture(finger.id)
    finger = null
    isSwiping = false
  }
  function cancel(): void {
    const wasSwiping = isSwiping
    forget()
    if (wasSwiping) events.cancelled()
  }

  function down(event: PointerEvent): void {
    swallow = false
    if (finger !== null) return cancel()
    const at = event.target instanceof Element ? event.target : null
    const isOurs = event.isPrimary && event.pointerType !== 'mouse' && at?.closest(OWN_USE) === null
    if (!isOurs || !isInside(event.clientX, window.innerWidth)) return
    if (document.querySelector(SHEET) || isSelected(element) || !events.mayBegin()) return
    finger = { id: event.pointerId, x: event.clientX, y: event.clientY }
  }
  function move(event: PointerEvent): void {
    if (finger?.id !== event.pointerId) return
    const dx = event.clientX - finger.x
    if (!isSwiping) {
      const intent = intentOf(dx, event.clientY - finger.y)
      if (intent === null) return
      if (intent === 'scroll' || isSelected(element)) return forget()
      isSwiping = true
      element.setPointerCapture(event.pointerId)
    }
    events.moved(dx)
  }
  function up(event: PointerEvent): void {
    if (finger?.id !== event.pointerId) return
    const dx = event.clientX - finger.x
    const wasSwiping = isSwiping
    forget()
    if (!wasSwiping) return
    swallow = true
    events.ended(dx)
  }
  const gone = ({ pointerId }: PointerEvent) => {
    if (finger?.id === pointerId) cancel()
  }
  /** Where a swipe ended nothing was tapped. */
  function click(event: MouseEvent): void {
    if (!swallow) return
    swallow = false
    event.stopPropagation()
    event.preventDefault()
  }
  /** A second finger may come down anywhere. */
  const second = (event: PointerEvent) => {
    if (finger !== null && event.pointerId !== finger.id) cancel()
  }

  const before = element.style.touchAction
  element.style.touchAction = 'pan-y pinch-zoom'
  const listening = new AbortController()
  const { signal } = listening
  element.addEventListener('pointerdown', down, { signal })
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', up, { signal })
  element.addEventListener('pointercancel', gone, { signal })
  element.addEventListener('click', click, { signal, capture: true })
  window.addEventListener('pointerdown', second, { signal, capture: true })
  return () => {
    cancel()
    listening.abort()
    element.style.touchAction = before
  }
}
