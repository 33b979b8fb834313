/**
 * Brings an element to where it can be clicked, and calls `done` once it stands still: the driver clicks a place, and whatever
 * was moving would no longer be there. `globalThis.clickArrived` then tells whether a click has reached it. Runs in the page.
 */
export function holdStill(element: Element, done: () => void): void {
  // The driver itself would scroll it to the edge of the window, where a bar may lie over it.
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  Reflect.set(globalThis, 'clickArrived', false)
  const arrive = () => Reflect.set(globalThis, 'clickArrived', true)
  element.addEventListener('click', arrive, { once: true, capture: true })
  const place = () => JSON.stringify(element.getBoundingClientRect())
  const wait = (before: string, still: number): void => {
    const now = place()
    const count = now === before ? still + 1 : 0
    if (count >= 3) done()
    else setTimeout(wait, 50, now, count)
  }
  wait(place(), 0)
}
