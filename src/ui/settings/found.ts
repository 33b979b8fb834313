import type { Directive } from 'vue'

/** What is looked for, and whom to tell how many settings were found. */
interface Finding {
  readonly query: string
  readonly tell: (found: number) => void
}

const says = (element: Element, query: string): boolean =>
  (element.textContent ?? '').toLowerCase().includes(query)

/** A control and the paragraphs that explain it: they stand behind it. */
function settingsIn(card: Element): readonly (readonly Element[])[] {
  const settings: Element[][] = []
  for (const child of card.children) {
    if (child.tagName === 'H2') continue
    if (child.tagName === 'P' && settings.length > 0) settings.at(-1)?.push(child)
    else settings.push([child])
  }
  return settings
}

const isText = (parts: readonly Element[]): boolean => parts.every(({ tagName }) => tagName === 'P')

/** Shows those settings of the sections in `root` that speak of `query`, or whose section does; how many there are. */
export function showFound(root: Element, query: string): number {
  const wanted = query.trim().toLowerCase()
  let found = 0
  for (const card of root.querySelectorAll<HTMLElement>('.card')) {
    const title = card.querySelector('h2')
    const isWhole = title !== null && says(title, wanted)
    const settings = settingsIn(card)
    // What introduces controls is found with them; a section of nothing but text is found by it.
    const counts = (parts: readonly Element[]) => !isText(parts) || settings.length === 1
    let shown = 0
    for (const parts of settings) {
      const isShown = isWhole || parts.some((part) => says(part, wanted))
      for (const part of parts) part.toggleAttribute('hidden', !isShown)
      if (isShown && counts(parts)) shown += 1
    }
    card.hidden = shown === 0
    found += shown
  }
  return found
}

function show(root: Element, { value }: { readonly value: Finding }): void {
  // Where nothing is looked for nothing is left out.
  if (value.query.trim() !== '') value.tell(showFound(root, value.query))
}

/** Leaves of the sections inside what is looked for: the control itself is what is found. */
export const vFound: Directive<HTMLElement, Finding> = { mounted: show, updated: show }
