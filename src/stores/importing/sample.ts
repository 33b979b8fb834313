import type { LearnerSettings } from '../../domain/learner/settings.ts'
import { STARTER_DECKS, type StarterDeck } from '../../storage/starterDecks.ts'

/** The starter deck that suits the level; undefined when none comes with the app. */
export function sampleFor({ learning, hsk, cefr }: LearnerSettings): StarterDeck | undefined {
  const beginner = learning === 'zh' ? (hsk ?? 0) < 3 : cefr === null || cefr < 'B1'
  return STARTER_DECKS[beginner ? 0 : 2]
}
