import type { Ref } from 'vue'

/** The arrow keys go from line to line of what was found, up from the first one back to the field. */
export function useHitKeys(list: Readonly<Ref<HTMLElement | null>>, toField: () => void) {
  const links = (): readonly HTMLElement[] => [
    ...(list.value?.querySelectorAll<HTMLElement>('a.hit') ?? []),
  ]
  const toFirst = (): void => links()[0]?.focus()

  function onKeydown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const all = links()
    const at = all.findIndex((link) => link === document.activeElement)
    if (at < 0) return
    event.preventDefault()
    if (at + step < 0) toField()
    else all[at + step]?.focus()
  }
  return { toFirst, onKeydown }
}
