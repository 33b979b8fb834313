import { onBeforeUnmount, ref } from 'vue'
import { otherSide, type Side, type Sides } from '../../domain/model.ts'
import { SLOWLY, useSpeech } from '../shared/speech.ts'

/** Paces to choose from, of the usual one. */
export const PACES = [1, 0.85, SLOWLY] as const

/** Some engines never say that they are done: no hanzi and no letter takes longer than this, ms. */
const LONGEST_MS: Readonly<Record<Side, number>> = { zh: 450, en: 150 }
const LONGEST_START_MS = 3_000

/** Reads sentences aloud one after the other, each with its translation behind it where that is wanted. */
export function useListening(sentences: () => readonly Sides<string>[], learning: () => Side) {
  const { silence, speak, hush } = useSpeech()
  /** Index of the sentence that is said, or was last. */
  const at = ref(0)
  const isPlaying = ref(false)
  const pace = ref<number>(1)
  const isTranslated = ref(false)
  const isRepeated = ref(false)
  /** Raised by whatever ends what is said: what comes after it belongs to nobody. */
  let run = 0

  /** Resolves when it was said; false where nothing can say it. */
  async function say(text: string, side: Side): Promise<boolean> {
    const utterance = speak(text, side, pace.value)
    if (utterance === null) return false
    const longest = LONGEST_START_MS + (text.length * LONGEST_MS[side]) / pace.value
    await new Promise<void>((resolve) => {
      utterance.addEventListener('end', () => resolve())
      utterance.addEventListener('error', () => resolve())
      setTimeout(resolve, longest)
    })
    return true
  }

  async function playFrom(first: number): Promise<void> {
    const mine = (run += 1)
    isPlaying.value = true
    const all = sentences()
    for (let next = first; next < all.length; next = isRepeated.value ? next : next + 1) {
      at.value = next
      const sides = isTranslated.value ? [learning(), otherSide(learning())] : [learning()]
      for (const side of sides) {
        const text = all[next]![side].trim()
        if (text === '') continue
        const isSaid = await say(text, side)
        if (mine !== run) return
        if (!isSaid) return pause()
      }
    }
    pause()
  }

  function pause(): void {
    run += 1
    isPlaying.value = false
    hush()
  }
  const play = () => void playFrom(at.value)
  function step(by: 1 | -1): void {
    const to = Math.min(sentences().length - 1, Math.max(0, at.value + by))
    if (isPlaying.value) void playFrom(to)
    else at.value = to
  }

  /** The keys of a headset and of the lock screen, where the platform has them. */
  const media = 'mediaSession' in navigator ? navigator.mediaSession : null
  const handlers: readonly [MediaSessionAction, () => void][] = [
    ['play', play],
    ['pause', pause],
    ['nexttrack', () => step(1)],
    ['previoustrack', () => step(-1)],
  ]
  for (const [action, handler] of handlers) media?.setActionHandler(action, handler)
  onBeforeUnmount(() => {
    pause()
    for (const [action] of handlers) media?.setActionHandler(action, null)
  })
  return { silence, at, isPlaying, pace, isTranslated, isRepeated, play, pause, step }
}
