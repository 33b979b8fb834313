import { computed, type ShallowRef } from 'vue'
import { cardsOf } from '../../domain/cards/cards.ts'
import type { Rating } from '../../domain/model.ts'
import { dueLoad, type DueLoad } from '../../domain/srs/balance.ts'
import { buttonChoices } from '../../domain/srs/buttons.ts'
import { answerEntry, type Choice } from '../../domain/srs/schedule.ts'
import type { Moment } from '../../domain/time.ts'
import type { ShownCard } from './cardSources.ts'
import { useMemory } from '../memory.ts'

/**
 * What the buttons under the current card do. A part of the review store.
 *
 * @param moment when the card is looked at
 */
export function trackButtons(
  current: Readonly<ShallowRef<ShownCard | null>>,
  moment: Readonly<ShallowRef<Moment | null>>,
) {
  const memory = useMemory()
  /** How busy the days are: the same for the button and for the log. */
  let load: DueLoad | null = null
  /** The card's last entry when it came up: an answer is one to that, and is refused when there is another by now. */
  let previous: string | null = null

  /** As they are shown, and so as they are logged: made once for every moment at which the card is looked at. */
  const choices = computed<Readonly<Record<Rating, Choice>> | null>(() => {
    if (current.value === null || moment.value === null) return null
    const { question, note } = current.value
    const { id } = question.card
    const siblings = cardsOf(note).flatMap((card) => (card.id === id ? [] : card.id))
    const { state } = memory.today()
    load ??= dueLoad(state.cards.values())
    return buttonChoices(id, siblings, moment.value, state, load)
  })

  /** What is logged when a button is pressed, and whether the card was forgotten too often then; null without a card. */
  function press(rating: Rating, at: number, shownAt: number) {
    const choice = choices.value?.[rating]
    if (choice === undefined || current.value === null || moment.value === null) return null
    const { settings } = memory.today().state
    const card = current.value.question.card.id
    const { at: lookedAt } = moment.value
    const when = { ...moment.value, at }
    const tookMs = at - shownAt
    // A step lasts as long as the button said, from the answer on.
    const dueAt = choice.dueAt === null ? null : choice.dueAt + (at - lookedAt)
    const made = { ...choice, dueAt }
    const draft = answerEntry({ card, rating, tookMs, at: when, choice: made, previous, settings })
    return { draft, leech: choice.leech }
  }

  /** Seconds until the card comes back, per button. */
  const intervals = computed<Readonly<Record<Rating, number>> | null>(() => {
    if (choices.value === null) return null
    const { again, hard, good, easy } = choices.value
    return {
      again: again.intervalSeconds,
      hard: hard.intervalSeconds,
      good: good.intervalSeconds,
      easy: easy.intervalSeconds,
    }
  })

  /** Before anybody looks at them. */
  const workOut = (): void => void choices.value

  /** Another card is shown, or the same one again. */
  function reset(): void {
    load = null
    const id = current.value?.question.card.id ?? ''
    previous = memory.today().state.cards.get(id)?.last ?? null
  }
  /** A flag stands on the card by now: an answer is one to that. */
  function flagged(entry: string): void {
    previous = entry
  }
  /** The flag on the card that is shown; 0 for none. */
  const flag = computed(() => {
    if (current.value === null || memory.changes === 0) return 0
    return memory.today().state.cards.get(current.value.question.card.id)?.flag ?? 0
  })
  return { press, intervals, flag, reset, flagged, workOut }
}
