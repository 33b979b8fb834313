import { onBeforeUnmount, onMounted } from 'vue'

/** How long a selection stands still before it is taken for one, ms. */
const STILL_MS = 250

/** Words of one sentence that the browser's own selection touches. */
export interface SelectedWords {
  readonly bead: number
  /** Where the first and the last of them begin. */
  readonly first: number
  readonly last: number
}

/** Whether a letter of a word is selected; a selection that ends where it begins does not touch it. */
function isTouched(word: HTMLElement, selected: Range): boolean {
  const letters = document.createTreeWalker(word, NodeFilter.SHOW_TEXT)
  const own = document.createRange()
  own.selectNodeContents(word)
  const first = letters.nextNode()
  if (first !== null) own.setStart(first, 0)
  const [begins, ends] = [
    selected.compareBoundaryPoints(Range.START_TO_END, own),
    selected.compareBoundaryPoints(Range.END_TO_START, own),
  ]
  return begins > 0 && ends < 0
}

/** The words that are selected in the sentence in which the selection began; null where none are. */
export function selectedWords(selection: Selection | null): SelectedWords | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const anchor = selection.anchorNode
  const begun = anchor instanceof Element ? anchor : anchor?.parentElement
  const text = begun?.closest<HTMLElement>('[data-words]')
  const pair = text?.closest<HTMLElement>('[data-pair]')
  if (!text || !pair) return null
  const starts = [...text.querySelectorAll<HTMLElement>('[data-at]')]
    .filter((word) => isTouched(word, selection.getRangeAt(0)))
    .map((word) => Number(word.dataset['at']))
  const [first, last] = [starts[0], starts.at(-1)]
  return first === undefined || last === undefined
    ? null
    : { bead: Number(pair.dataset['pair']) - 1, first, last }
}

/** The bar that stands while words are selected. */
const bar = () => document.querySelector<HTMLElement>('[data-testid=selection]')

/**
 * Follows which words of a sentence are selected, once the selection stands still: by a long press and a drag, by the mouse,
 * or by {@link selectFrom} with the keyboard. One word alone is a tap's.
 */
export function useSelectedSpan(actions: {
  readonly isOpen: () => boolean
  readonly select: (words: SelectedWords) => void
  readonly drop: () => void
}) {
  /** Where the focus goes back to. */
  let begun: HTMLElement | null = null

  function look(): void {
    const words = selectedWords(document.getSelection())
    if (words !== null && words.first < words.last) {
      const text = document.querySelector(`[data-pair="${words.bead + 1}"]`)
      begun = text?.querySelector<HTMLElement>('[data-at][tabindex]') ?? null
      actions.select(words)
    } else if (bar()?.contains(document.activeElement) !== true) {
      // A field that takes the focus takes the selection, too.
      actions.drop()
    }
  }

  let still: ReturnType<typeof setTimeout> | undefined
  function wait(): void {
    clearTimeout(still)
    still = setTimeout(look, STILL_MS)
  }
  onMounted(() => document.addEventListener('selectionchange', wait))
  onBeforeUnmount(() => {
    clearTimeout(still)
    document.removeEventListener('selectionchange', wait)
    actions.drop()
  })

  /** From the selection the keyboard goes on to what it means. */
  function enter(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !actions.isOpen()) return
    event.preventDefault()
    event.stopPropagation()
    bar()?.querySelector('input')?.focus()
  }
  function leave(): void {
    document.getSelection()?.removeAllRanges()
    actions.drop()
    begun?.focus({ preventScroll: true })
  }
  return { enter, leave }
}

/** Shift and an arrow on a word: the selection grows, or shrinks, by a word. */
export function selectFrom(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const word = event.target instanceof Element ? event.target.closest('[data-at]') : null
  const text = word?.closest('[data-words]')
  if (!event.shiftKey || by === undefined || !word || !text) return
  event.preventDefault()
  event.stopPropagation()
  const all = [...text.querySelectorAll('[data-at]')]
  const selection = document.getSelection()
  const at = (node: Node | null) => all.findIndex((one) => node !== null && one.contains(node))
  const begun = selection?.isCollapsed === false ? at(selection.anchorNode) : -1
  const from = begun < 0 ? all.indexOf(word) : begun
  const to = Math.min(
    all.length - 1,
    Math.max(0, (begun < 0 ? from : at(selection?.focusNode ?? null)) + by),
  )
  const [a, b] = [all[from], all[to]]
  if (!a || !b) return
  // Whole words, whichever way it grows: the anchor stays inside the first one.
  selection?.setBaseAndExtent(
    a,
    to < from ? a.childNodes.length : 0,
    b,
    to < from ? 0 : b.childNodes.length,
  )
}
