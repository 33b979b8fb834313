import {
  computed,
  inject,
  onBeforeUnmount,
  provide,
  ref,
  watch,
  type InjectionKey,
  type Ref,
} from 'vue'
import { useI18n } from 'vue-i18n'
import { headwordInSentence } from '../../domain/cards/headword.ts'
import { passagePlace } from '../../domain/cards/passages.ts'
import { termsAt } from '../../domain/cards/termsAt.ts'
import { translationOf } from '../../domain/cards/translationOf.ts'
import type { Side, Sides } from '../../domain/model.ts'
import type { useProblems } from '../../stores/problems.ts'
import type { useReview } from '../../stores/review.ts'
import type { useTappedWord } from '../../stores/tappedWord.ts'
import type { useTextWords } from '../../stores/textWords.ts'
import type { useSpeech } from '../shared/speech.ts'
import { provideTapping } from '../shared/tapping.ts'

/** Terms that are told of a sentence. */
const MOST_TERMS = 4

/** From the reveal until the answer has come to rest, ms: words that were marked while it moves would make it jerk. */
const RISING_MS = 250

/** Whether the answer stands still. */
function useRest(revealed: Readonly<Ref<boolean>>): Readonly<Ref<boolean>> {
  const rests = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(revealed, (isUp) => {
    clearTimeout(timer)
    rests.value = false
    if (isUp) timer = setTimeout(() => (rests.value = true), RISING_MS)
  })
  onBeforeUnmount(() => clearTimeout(timer))
  return rests
}

/** Terms of a sentence, as they stand on both sides. */
export type SentenceTerms = readonly Sides<string>[]
const TERMS: InjectionKey<Readonly<Ref<SentenceTerms>>> = Symbol('terms')
/** Those of the sentence that is asked; none for a word. */
export const useSentenceTerms = (): Readonly<Ref<SentenceTerms>> =>
  inject(TERMS, () => computed(() => []), true)

/** What the words of a card are tapped with. */
interface With {
  readonly review: ReturnType<typeof useReview>
  readonly problems: ReturnType<typeof useProblems>
  readonly word: ReturnType<typeof useTappedWord>
  readonly textWords: ReturnType<typeof useTextWords>
  readonly speech: ReturnType<typeof useSpeech>
}

/**
 * The words of a card in the language learnt: once the answer is there they can be tapped, as those of an article. What
 * comes back is what the sheet of the tapped word is given; null while there is none.
 *
 * @param said what a screen reader is told
 */
export function useCardWords(
  revealed: Readonly<Ref<boolean>>,
  said: Ref<string>,
  { review, problems, word, textWords, speech }: With,
) {
  const learning = computed(() => review.question?.learning ?? null)
  const rests = useRest(revealed)

  const wordsOf = (text: string, side: Side) =>
    review.question ? textWords.wordsOf(text, side, translationOf(review.question, text, side)) : []

  provideTapping({
    wordsOf: (text, side) => (rests.value && side === learning.value ? wordsOf(text, side) : []),
    tap: (text, side, at) => void problems.attempt('article.tap', () => tap(text, side, at)),
    tappedIn: (text, side) =>
      word.tapped?.text === text && word.tapped.side === side ? word.tapped.info.range.start : null,
  })
  async function tap(shown: string, side: Side, offset: number): Promise<void> {
    const { place, question } = review
    if (question === null) return
    const here = { text: shown, at: offset }
    const { text, at } = headwordInSentence(question, here, side) ?? here
    const found = place && passagePlace(place, question.learning, side, text)
    const from = place && found && { content: place, start: found.start }
    const translation = found?.translation ?? translationOf(question, text, side)
    await word.tap({ side, text, at, translation, from, bead: null })
  }

  const terms = computed<SentenceTerms>(() => {
    const { place, note } = review
    return place && note?.kind === 'sentence' ? termsAt(place, note.learning, MOST_TERMS) : []
  })
  provide(TERMS, terms)

  const { t } = useI18n()
  async function tell(what: 'learnt' | 'madeKnown', work: () => Promise<void>): Promise<void> {
    const title = word.tapped?.info.headword ?? ''
    const task = what === 'learnt' ? 'article.learn' : 'article.know'
    const isDone = (await problems.attempt(task, work)) !== null
    if (isDone) said.value = t(`article.${what}`, { title })
  }

  // The card that comes next has other words.
  watch(() => review.shown, word.close)
  onBeforeUnmount(word.close)

  return computed(() => {
    const { tapped, standing, sentences } = word
    if (tapped === null) return null
    return {
      word: tapped,
      standing,
      sentences,
      silence: speech.silence.value,
      onLearn: (own: string) => tell('learnt', () => word.learn(own)),
      onKnow: () => tell('madeKnown', () => word.know()),
      onSpeak: () => speech.speak(tapped.info.headword, tapped.side),
      onCut: (of: string, lengths: readonly number[] | null) =>
        problems.attempt('article.cut', () => word.cut(of, lengths)),
      onChoose: (part: 'phrase' | 'word') =>
        problems.attempt('article.tap', () => word.choose(part)),
      onClose: () => word.close(),
    }
  })
}
