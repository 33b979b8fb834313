import { onBeforeUnmount, onMounted } from 'vue'

/** Whether a key press asks for what was done last to be taken back: Ctrl-Z, Cmd-Z or U, and no field or dialog has the keyboard. */
export function isUndoKey(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.repeat || event.altKey) return false
  const at = event.target instanceof Element ? event.target : null
  if (at?.closest('input, textarea, select, [contenteditable], dialog[open]')) return false
  const key = event.key.toLowerCase()
  return event.ctrlKey || event.metaKey ? key === 'z' && !event.shiftKey : key === 'u'
}

/** Listens for it as long as the component lives, on every screen. */
export function useUndoKey(canUndo: () => boolean, undo: () => void): void {
  const listen = (event: KeyboardEvent) => {
    if (!isUndoKey(event) || !canUndo()) return
    event.preventDefault()
    undo()
  }
  onMounted(() => window.addEventListener('keydown', listen))
  onBeforeUnmount(() => window.removeEventListener('keydown', listen))
}
