import { hash32 } from '../srs/fuzz.ts'
import type { CardState } from '../srs/entries.ts'
import { isStable } from '../srs/models.ts'
import type { SrsSettings } from '../srs/settings.ts'

/** How far a card has come: never answered, or back at its first step · being learnt · stable. */
export type Stage = 'first' | 'young' | 'grown'

/** What decides in which form a card is asked. The same until the card is answered, on every device. */
export interface Standing {
  readonly stage: Stage
  /** Of what is drawn by lot: of the card and its last entry. */
  readonly seed: number
  /** Kinds and forms that the learner switched off. */
  readonly off: readonly string[]
}

/** Where a card stands; `state` is undefined before its first entry. */
export function standingOf(
  card: string,
  state: CardState | undefined,
  settings: SrsSettings,
  off: readonly string[],
): Standing {
  return {
    stage: state === undefined ? 'first' : stageOf(state, settings),
    seed: hash32(`${card} ${state?.last ?? ''}`),
    off,
  }
}

function stageOf(state: CardState, settings: SrsSettings): Stage {
  const { phase, remaining } = state
  const steps = settings.learningStepsMinutes.length
  if (phase === 'new' || (phase === 'learning' && remaining >= steps)) return 'first'
  return isStable(state, settings) ? 'grown' : 'young'
}
