import type { Rating } from '../model.ts'
import { studyDayOf } from '../time.ts'
import type { Moment } from '../time.ts'
import { balancedChoice } from './balance.ts'
import type { DueLoad } from './balance.ts'
import { NEW_CARD } from './cardState.ts'
import type { ReplayState } from './replay.ts'
import { choices } from './schedule.ts'
import type { Choice } from './schedule.ts'

/**
 * What each button does to a card now: its {@link choices}, on days that are not busy yet and beside none of its siblings
 * when balancing is on. What comes back is what the button says and what the log is told.
 *
 * @param load how busy the days are (`dueLoad`)
 * @param siblings ids of the note's other cards
 */
export function buttonChoices(
  card: string,
  siblings: readonly string[],
  at: Moment,
  { cards, settings }: Pick<ReplayState, 'cards' | 'settings'>,
  load: DueLoad,
): Record<Rating, Choice> {
  const state = cards.get(card) ?? NEW_CARD
  if (!settings.balance) return choices(state, at, settings, card)
  const siblingDays = siblings.flatMap((sibling) => cards.get(sibling)?.dueDay ?? [])
  const today = studyDayOf(at, settings.rolloverHour)
  const balanced = balancedChoice(today, settings, load, siblingDays)
  return choices(state, at, settings, card, balanced)
}
