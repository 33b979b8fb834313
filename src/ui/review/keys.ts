import { onBeforeUnmount, onMounted } from 'vue'
import type { Rating } from '../../domain/model.ts'

/** What a key does during a review. */
export type ReviewKey =
  | {
      readonly do:
        | 'go'
        | 'speak'
        | 'reading'
        | 'edit'
        | 'known'
        | 'suspend'
        | 'flag'
        | 'help'
        | 'back'
    }
  /** 1 to 4 choose an answer before it is shown, and rate it afterwards. */
  | { readonly do: 'rate'; readonly rating: Rating }
  /** The place of what is chosen, from 0. */
  | { readonly do: 'pick'; readonly at: number }

const KEYS: Readonly<Record<string, ReviewKey>> = {
  ' ': { do: 'go' },
  Enter: { do: 'go' },
  // As a thumb would: to the right what was remembered, to the left what was not.
  ArrowRight: { do: 'go' },
  ArrowLeft: { do: 'rate', rating: 'again' },
  '1': { do: 'rate', rating: 'again' },
  '2': { do: 'rate', rating: 'hard' },
  '3': { do: 'rate', rating: 'good' },
  '4': { do: 'rate', rating: 'easy' },
  ...Object.fromEntries([5, 6, 7, 8, 9].map((n) => [n, { do: 'pick', at: n - 1 } as const])),
  Backspace: { do: 'back' },
  r: { do: 'speak' },
  p: { do: 'reading' },
  e: { do: 'edit' },
  k: { do: 'known' },
  s: { do: 'suspend' },
  f: { do: 'flag' },
  '?': { do: 'help' },
}

/**
 * The review's meaning of a key press; null when it has none: while an input method composes, while a dialog or a field
 * has the keyboard, with modifiers, and for Space or Enter on a control that answers them itself.
 */
export function keyOf(event: KeyboardEvent): ReviewKey | null {
  if (event.isComposing || event.keyCode === 229 || event.repeat) return null
  const at = event.target instanceof Element ? event.target : null
  if (at?.closest('input, textarea, select, [contenteditable], dialog[open], [data-own-keys]'))
    return null
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  if ((event.key === ' ' || event.key === 'Enter') && at?.closest('button, a[href]')) return null
  return KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? null
}

/** Listens for the review's keys as long as the component lives. */
export function useReviewKeys(act: (key: ReviewKey) => void): void {
  const listen = (event: KeyboardEvent) => {
    const key = keyOf(event)
    if (key === null) return
    event.preventDefault()
    act(key)
  }
  onMounted(() => window.addEventListener('keydown', listen))
  onBeforeUnmount(() => window.removeEventListener('keydown', listen))
}
