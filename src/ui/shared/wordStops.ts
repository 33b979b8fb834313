import { computed, nextTick, ref } from 'vue'

/** Attributes of a word that can be tapped: of all of them one is a stop of the Tab key. */
export interface StopAttributes {
  readonly 'data-at': number
  readonly tabindex: 0 | undefined
  /** Only the stop is called a button: a text in which every word is one cannot be listened to. */
  readonly role: 'button' | undefined
}

/**
 * The words of a text as one stop of the Tab key: the arrow keys go from word to word, Enter and Space open one, and so
 * does a tap.
 *
 * @param starts where the words begin, in order
 * @param open is told where the word begins
 */
export function useWordStops(starts: () => readonly number[], open: (at: number) => void) {
  const wanted = ref<number | null>(null)
  const stop = computed(() => {
    const all = starts()
    return wanted.value !== null && all.includes(wanted.value) ? wanted.value : all[0]
  })

  const attributesOf = (at: number): StopAttributes => ({
    'data-at': at,
    tabindex: at === stop.value ? 0 : undefined,
    role: at === stop.value ? 'button' : undefined,
  })

  const wordAt = ({ target }: Event): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null

  /** Makes a word the stop, and gives it the focus: the sheet gives it back to what had it. */
  async function goTo(at: number, text: Element): Promise<void> {
    wanted.value = at
    await nextTick()
    text.querySelector<HTMLElement>(`[data-at="${at}"]`)?.focus({ preventScroll: true })
  }

  async function choose(word: HTMLElement): Promise<void> {
    const at = Number(word.dataset['at'])
    const text = word.closest('[data-words]')
    if (text !== null) await goTo(at, text)
    open(at)
  }

  async function onClick(event: MouseEvent): Promise<void> {
    const word = wordAt(event)
    if (word !== null) await choose(word)
  }

  const NEXT: Readonly<Record<string, (i: number, last: number) => number>> = {
    ArrowRight: (i) => i + 1,
    ArrowDown: (i) => i + 1,
    ArrowLeft: (i) => i - 1,
    ArrowUp: (i) => i - 1,
    Home: () => 0,
    End: (_, last) => last,
  }

  async function onKeydown(event: KeyboardEvent): Promise<void> {
    const word = wordAt(event)
    if (word === null || event.ctrlKey || event.metaKey || event.altKey) return
    const opens = event.key === 'Enter' || event.key === ' '
    const next = NEXT[event.key]
    if (!opens && next === undefined) return
    // Where words can be selected, the text around selects them.
    if (event.shiftKey && !opens && word.closest('[data-selectable]') !== null) return
    // Keys of the screen around have another meaning.
    event.preventDefault()
    event.stopPropagation()
    if (opens) return choose(word)
    const all = starts()
    const to = all[next?.(all.indexOf(Number(word.dataset['at'])), all.length - 1) ?? -1]
    const text = word.closest('[data-words]')
    if (to === undefined || text === null) return
    await goTo(to, text)
    word.ownerDocument.activeElement?.scrollIntoView({ block: 'nearest' })
  }
  return { attributesOf, onClick, onKeydown }
}
