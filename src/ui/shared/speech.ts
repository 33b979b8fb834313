import { computed, onBeforeUnmount, shallowRef } from 'vue'
import type { Side } from '../../domain/model.ts'

/** Mandarin first where the tag says so; Cantonese voices read another language. */
const SPEAKS: Readonly<Record<Side, RegExp>> = { zh: /^(zh|cmn)(?!.*(HK|yue))/i, en: /^en/i }

/** Why a language was not read aloud: no voice at all, or one that needs the internet while there is none. */
export interface Silence {
  readonly side: Side
  readonly why: 'none' | 'offline'
}

/**
 * Reads a text aloud: with a voice that lives on this device where there is one, else, while online, with one that does
 * not (WebKitGTK calls all of its voices that). Voices arrive late and may never come; `canSpeak` follows them. Nothing
 * waits for the end of an utterance: some engines never say it.
 */
export function useSpeech() {
  const engine = 'speechSynthesis' in window ? window.speechSynthesis : null
  const voices = shallowRef<readonly SpeechSynthesisVoice[]>(engine?.getVoices() ?? [])
  const isOnline = shallowRef(navigator.onLine)
  /** Why the last text was not read; null when it was. */
  const silence = shallowRef<Silence | null>(null)
  const refresh = () => {
    voices.value = engine?.getVoices() ?? []
    isOnline.value = navigator.onLine
  }
  const connections = ['online', 'offline'] as const
  engine?.addEventListener?.('voiceschanged', refresh)
  for (const change of connections) window.addEventListener(change, refresh)
  onBeforeUnmount(() => {
    engine?.removeEventListener?.('voiceschanged', refresh)
    for (const change of connections) window.removeEventListener(change, refresh)
  })

  const voicesOf = (side: Side) => voices.value.filter(({ lang }) => SPEAKS[side].test(lang))
  function voiceOf(side: Side): SpeechSynthesisVoice | undefined {
    const all = voicesOf(side)
    return all.find((voice) => voice.localService) ?? (isOnline.value ? all[0] : undefined)
  }
  const canSpeak = computed(() => ({ zh: !!voiceOf('zh'), en: !!voiceOf('en') }))

  function speak(text: string, side: Side, rate = 1): void {
    const voice = voiceOf(side)
    if (engine === null || voice === undefined) {
      silence.value = { side, why: voicesOf(side).length > 0 ? 'offline' : 'none' }
      return
    }
    silence.value = null
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = rate
    // Cancelling an idle engine right before speaking swallows the utterance on iOS.
    if (engine.speaking || engine.pending) engine.cancel()
    engine.speak(utterance)
  }
  return { canSpeak, silence, speak }
}
