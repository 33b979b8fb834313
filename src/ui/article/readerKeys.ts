import { onBeforeUnmount, onMounted } from 'vue'

/** What the keys of the reader do, for the page that tells of them. */
export const READER_KEYS = [
  [['j', 'k'], 'sentence'],
  [['Enter'], 'menu'],
  [['e'], 'fold'],
  [['←', '→'], 'word'],
  [['Shift →'], 'select'],
  [['a'], 'look'],
  [['l'], 'listen'],
  [['/'], 'search'],
  [['?'], 'help'],
] as const

export interface ReaderActions {
  /** Of the article, how many there are. */
  readonly pairs: () => number
  /** Shows a pair, by number, and gives it the focus. */
  readonly goTo: (pair: number) => void
  readonly menu: (pair: number) => void
  readonly fold: (pair: number) => void
  readonly look: () => void
  readonly listen: () => void
  readonly search: () => void
  readonly help: () => void
}

const TYPED = 'input, textarea, select, [contenteditable]'
/** What has keys of its own, or lies over the text. */
const ELSEWHERE = '[data-own-keys], dialog'

/** The number of the pair with the focus; else of the first one in sight; 0 where none is. */
function currentPair(): { readonly number: number; readonly isFocused: boolean } {
  const focused = document.activeElement?.closest<HTMLElement>('[data-pair]')
  if (focused) return { number: Number(focused.dataset['pair']), isFocused: true }
  const seen = [...document.querySelectorAll<HTMLElement>('[data-pair]')].find(
    (pair) => pair.getBoundingClientRect().bottom > 0,
  )
  return { number: Number(seen?.dataset['pair'] ?? 0), isFocused: false }
}

/** A reader by keyboard alone: from sentence to sentence, and what can be done with each. */
export function useReaderKeys(actions: ReaderActions): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const { target } = event
    if (target instanceof Element && target.closest(`${TYPED}, ${ELSEWHERE}`)) return
    if (document.querySelector('dialog:modal') !== null) return
    const { number, isFocused } = currentPair()
    const step = (by: number) =>
      actions.goTo(Math.min(actions.pairs(), Math.max(1, isFocused ? number + by : number)))
    // On a button Enter presses it.
    const isPair = target instanceof HTMLElement && target.matches('[data-pair]')
    const work = {
      j: () => step(1),
      k: () => step(-1),
      e: isFocused ? () => actions.fold(number) : undefined,
      Enter: isPair ? () => actions.menu(number) : undefined,
      a: actions.look,
      l: actions.listen,
      '/': actions.search,
      '?': actions.help,
    }[event.key]
    if (work === undefined || actions.pairs() === 0) return
    event.preventDefault()
    work()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onBeforeUnmount(() => window.removeEventListener('keydown', onKey))
}
