import type { CardKind } from '../../model.ts'

/** As much of a card as a queue needs. */
export interface QueueCard {
  readonly id: string
  readonly note: string
  readonly article: string
  readonly kind: CardKind
}

/** A stretch of one version of a text that is shown with a card. */
export interface Spot {
  readonly article: string
  /** Tells the versions of a text apart. */
  readonly text: number
  readonly from: number
  readonly to: number
}

/** Room for the cards of one note: a card's slot is its note's row times this, plus its place among the note's cards. */
export const PLACES = 32

/**
 * The notes whose cards may be asked at all, a row each, in the order they came. A card is made only when it is asked for:
 * of twenty thousand notes with eight cards each, a day needs some hundred.
 */
export interface QueueNotes {
  readonly rows: number
  noteAt(row: number): string
  /** The places at which the note has a card, as bits. */
  placesAt(row: number): number
  /** The slot of a card; −1 when its note is not here or has no such card, as when only a newer version knows its kind. */
  slotOf(card: string): number
  /** What is shown with a card of a note that was asked so often; null when nobody knows. */
  spotAt(row: number, asked: number): Spot | null
  idAt(slot: number): string
  cardAt(slot: number): QueueCard
  /**
   * Whether the new card at a place may come.
   *
   * @param places all that the note has
   * @param settled whether the card at another of them holds nothing up
   * @param firm whether it is stable and was not put aside
   */
  isUnlocked(
    place: number,
    places: number,
    settled: (place: number) => boolean,
    firm: (place: number) => boolean,
  ): boolean
}

export const slotAt = (row: number, place: number): number => row * PLACES + place
export const rowOf = (slot: number): number => Math.floor(slot / PLACES)
export const placeOf = (slot: number): number => slot % PLACES

/** The card of an id; null when there is none. */
export function cardNamed(notes: QueueNotes, id: string): QueueCard | null {
  const slot = notes.slotOf(id)
  return slot < 0 ? null : notes.cardAt(slot)
}

/** The first of some places, given as bits, that passes. */
export function firstPlace(places: number, passes: (place: number) => boolean): number | null {
  for (let left = places, place = 0; left !== 0; left >>>= 1, place++) {
    if ((left & 1) === 1 && passes(place)) return place
  }
  return null
}

/** Those of some places, given as bits, that pass. */
export function placesWhere(places: number, passes: (place: number) => boolean): number {
  let kept = 0
  for (let left = places, place = 0; left !== 0; left >>>= 1, place++) {
    if ((left & 1) === 1 && passes(place)) kept |= 1 << place
  }
  return kept
}
