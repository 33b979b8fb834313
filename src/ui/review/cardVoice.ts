import { spokenOf } from '../../domain/cards/spoken.ts'
import type { Question } from '../../domain/cards/question.ts'
import type { LearnerSettings } from '../../domain/learner/settings.ts'
import { SLOWLY, type useSpeech } from '../shared/speech.ts'
import { provideHearing } from './tasks/hearing.ts'

/** Reads a card aloud: when it is asked by ear, when the learner asks for it, and its answer by itself if they want that. */
export function useCardVoice(
  { canSpeak, silence, speak }: ReturnType<typeof useSpeech>,
  card: {
    readonly question: () => Question | null
    readonly isRevealed: () => boolean
    readonly learner: () => Pick<LearnerSettings, 'learning' | 'autoplay'>
  },
) {
  /** @param pace of the usual one; without it the same text is slower every second time */
  function say(pace?: number): void {
    const question = card.question()
    const spoken = question && spokenOf(question, card.isRevealed())
    if (spoken) speak(spoken.text, spoken.side, pace)
  }
  provideHearing({
    get canHear() {
      return canSpeak.value[card.learner().learning]
    },
    say: (slowly) => say(slowly ? SLOWLY : 1),
  })

  /** Another card is up. */
  function onQuestion(): void {
    silence.value = null
    const question = card.question()
    if (question?.task === 'listen' && canSpeak.value[question.learning]) say(1)
  }
  /** Its answer is shown. Asked for by ear it was said already. Within the tap: phones speak only then. */
  function onAnswer(): void {
    const question = card.question()
    const isWanted = card.learner().autoplay && question !== null && question.task !== 'listen'
    if (isWanted && canSpeak.value[question.learning]) say(1)
  }
  return { say: () => say(), onQuestion, onAnswer }
}
