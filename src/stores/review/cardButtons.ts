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

  /** At the moment the card is looked at, or at another one. */
  function choicesAt(at?: number): Readonly<Record<Rating, Choice>> | null {
    if (current.value === null || moment.value === null) return null
    const { question, note } = current.value
    const { id } = question.card
    const siblings = cardsOf(note).flatMap((card) => (card.id === id ? [] : card.id))
    const when = { ...moment.value, at: at ?? moment.value.at }
    const { state } = memory.today()
    load ??= dueLoad(state.cards.values())
    return buttonChoices(id, siblings, when, state, load)
  }

  /** What is logged when a button is pressed, and whether the card was forgotten too often then; null without a card. */
  function press(rating: Rating, at: number, shownAt: number) {
    const choice = choicesAt(at)?.[rating]
    if (choice === undefined || current.value === null || moment.value === null) return null
    const { cards, settings } = memory.today().state
    const card = current.value.question.card.id
    const previous = cards.get(card)?.last ?? null
    const when = { ...moment.value, at }
    const tookMs = at - shownAt
    const draft = answerEntry({ card, rating, tookMs, at: when, choice, previous, settings })
    return { draft, leech: choice.leech }
  }

  /** Seconds until the card comes back, per button. */
  const intervals = computed<Readonly<Record<Rating, number>> | null>(() => {
    const choices = choicesAt()
    if (choices === null) return null
    return {
      again: choices.again.intervalSeconds,
      hard: choices.hard.intervalSeconds,
      good: choices.good.intervalSeconds,
      easy: choices.easy.intervalSeconds,
    }
  })

  /** Another card is shown. */
  function reset(): void {
    load = null
  }
  return { press, intervals, reset }
}
