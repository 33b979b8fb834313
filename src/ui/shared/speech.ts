import { computed, onBeforeUnmount, shallowRef } from 'vue'
import type { Side } from '../../domain/model.ts'
import { useSpeaking } from './speaking.ts'

/** Mandarin first where the tag says so; Cantonese voices read another language. */
const SPEAKS: Readonly<Record<Side, RegExp>> = { zh: /^(zh|cmn)(?!.*(HK|yue))/i, en: /^en/i }

/** Pace of the second time, of the usual one. */
export const SLOWLY = 0.7
/** Said again within this time, a text was not understood, ms. */
const AGAIN_WITHIN = 60_000

/** Why a language was not read aloud: no voice at all, or one that needs the internet while there is none. */
export interface Silence {
  readonly side: Side
  readonly why: 'none' | 'offline'
}

/**
 * Reads a text aloud: with the voice the learner chose, else with one that lives on this device where there is one, else, while online, with one that does
 * not (WebKitGTK calls all of its voices that). Voices arrive late and may never come; `canSpeak` follows them. Nothing
 * waits for the end of an utterance: some engines never say it.
 */
export function useSpeech() {
  const speaking = useSpeaking()
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
    for (const name of speaking().voices) {
      const chosen = all.find((voice) => voice.name === name)
      if (chosen && (chosen.localService || isOnline.value)) return chosen
    }
    return all.find((voice) => voice.localService) ?? (isOnline.value ? all[0] : undefined)
  }
  const canSpeak = computed(() => ({ zh: !!voiceOf('zh'), en: !!voiceOf('en') }))

  let last = { text: '', at: 0, slowly: false }
  /** Every second time that a text is asked for in a row it is said slowly. */
  function paceOf(text: string): number {
    const at = Date.now()
    const isAgain = last.text === text && at - last.at < AGAIN_WITHIN
    last = { text, at, slowly: isAgain && !last.slowly }
    return last.slowly ? SLOWLY : 1
  }

  /**
   * What is being said; null where nothing can say it.
   *
   * @param pace of the usual one; without it a text that is asked for again is said slowly
   */
  function speak(text: string, side: Side, pace?: number): SpeechSynthesisUtterance | null {
    const voice = voiceOf(side)
    if (engine === null || voice === undefined) {
      silence.value = { side, why: voicesOf(side).length > 0 ? 'offline' : 'none' }
      return null
    }
    silence.value = null
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = speaking().speechRate * (pace ?? paceOf(text))
    // Cancelling an idle engine right before speaking swallows the utterance on iOS.
    if (engine.speaking || engine.pending) engine.cancel()
    engine.speak(utterance)
    return utterance
  }
  const hush = (): void => engine?.cancel()
  return { canSpeak, silence, speak, hush, voicesOf }
}
