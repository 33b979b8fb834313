import type { CardKind, Note, Sides } from '../../model.ts'
import type { Place } from '../../notes/places.ts'
import type { QuestionBody } from '../question.ts'

/** A kind of card: what it is for, when it comes, and what it asks. */
export interface Kind {
  /** Its name in ids of cards and in the log: never changed, never given to another. */
  readonly kind: CardKind
  /** The kinds of note that have such a card, unless a note says otherwise. */
  readonly of: readonly Note['kind'][]
  /** From the language learnt to the one known, or the other way round: the second part of the card's name. */
  readonly direction: 'fromLearnt' | 'toLearnt'
  /** What the learner reads: what the card asks them (of a sentence, where that is put otherwise), and what it is called. */
  readonly says: Sides<{
    readonly asks: string
    readonly ofSentence?: string
    readonly name: string
  }>
  /** Whether how the question is said may be shown before the answer. Where the sound is asked for, it would be the answer. */
  readonly hint: boolean
  /**
   * Whether a new card may come.
   *
   * @param settled whether another card of the note holds nothing up: it is stable or put aside, or the note has none
   * @param firm whether it is stable and still asked, or the note has none: who put a word aside asks for no more of it
   */
  unlocked(settled: (kind: CardKind) => boolean, firm: (kind: CardKind) => boolean): boolean
  /**
   * What it asks about a note; null when it has no question for such a note.
   *
   * @param place where the note stands now; null when its article is gone or its anchor is lost
   */
  question(note: Note, place: Place | null): QuestionBody | null
}
