import { computed, onBeforeUnmount, shallowRef } from 'vue'
import type { Side } from '../../domain/model.ts'

/** Mandarin first where the tag says so; Cantonese voices read another language. */
const SPEAKS: Readonly<Record<Side, RegExp>> = { zh: /^(zh|cmn)(?!.*(HK|yue))/i, en: /^en/i }

/**
 * Reads a text aloud with a voice that lives on this device, one per language. Voices arrive late and may never come;
 * `canSpeak` follows them. Nothing waits for the end of an utterance: some engines never say it.
 */
export function useSpeech() {
  const engine = 'speechSynthesis' in window ? window.speechSynthesis : null
  const voices = shallowRef<readonly SpeechSynthesisVoice[]>(engine?.getVoices() ?? [])
  const refresh = () => {
    voices.value = engine?.getVoices() ?? []
  }
  engine?.addEventListener?.('voiceschanged', refresh)
  onBeforeUnmount(() => engine?.removeEventListener?.('voiceschanged', refresh))

  const voiceOf = (side: Side) =>
    voices.value.find((voice) => voice.localService && SPEAKS[side].test(voice.lang))
  const canSpeak = computed(() => ({ zh: !!voiceOf('zh'), en: !!voiceOf('en') }))

  function speak(text: string, side: Side): void {
    const voice = voiceOf(side)
    if (engine === null || voice === undefined) return
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    // Cancelling an idle engine right before speaking swallows the utterance on iOS.
    if (engine.speaking || engine.pending) engine.cancel()
    engine.speak(utterance)
  }
  return { canSpeak, speak }
}
