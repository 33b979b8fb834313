/** A target without what JSON cannot carry. */
export interface PlainTarget {
  readonly selector: string
  /** Absent: whatever its name. */
  readonly name?: { readonly source: string; readonly flags: string } | string
}

/**
 * The first visible element of the page that is meant; null while there is none. For a driver that knows CSS only. Runs in
 * the page, so it is whole in itself; names are those a screen reader would say, as far as this app needs them.
 */
export function findTarget({ selector, name }: PlainTarget): Element | null {
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const spoken = (element: Element): string | null => {
    const copy = element.cloneNode(true) as Element
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
    return copy.textContent
  }
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label')
    if (label !== null) return tidy(label)
    const own = element instanceof HTMLInputElement ? element.labels?.[0] : null
    return tidy(spoken(own ?? element))
  }
  const isMeant = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false
    if (name === undefined) return true
    const own = nameOf(element)
    return typeof name === 'string' ? own === name : new RegExp(name.source, name.flags).test(own)
  }
  return [...document.querySelectorAll(selector)].find(isMeant) ?? null
}
