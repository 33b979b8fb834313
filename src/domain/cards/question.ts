import type { Article, Card, Side, Sides } from '../model.ts'
import type { Passage } from './passages.ts'

/** What every question has, whatever its kind. */
interface Asked {
  readonly card: Card
  /** The language being learnt. */
  readonly learning: Side
  /** The article the pair stands in; null when only the quote is left. */
  readonly article: Pick<Article, 'id' | 'title'> | null
}

/** What every task shows. */
interface Shown {
  /** The language of the question. */
  readonly asks: Side
  /** The language of the answer. */
  readonly answers: Side
  /** Numbered pinyin of the headword; empty when there is none. */
  readonly reading: string
  /** Whether the learner wrote it. */
  readonly isOwnReading: boolean
  readonly gloss: readonly string[]
  /** Shown with the question. */
  readonly question: readonly Passage[]
  /** Shown with the answer: the pair, both sides lit; a side may be missing. */
  readonly answer: readonly Passage[]
}

/** Something is shown, and the learner says to themselves what it means or how it is put. */
interface Recall extends Shown {
  readonly task: 'recall'
  /** Headword and counterpart; null for a sentence. */
  readonly term: Sides<string> | null
}

/** A passage has a gap, and the learner says to themselves what is missing. */
interface Gap extends Shown {
  readonly task: 'gap'
  /** Headword and counterpart: what is missing is one of them. */
  readonly term: Sides<string>
}

/** What the learner has to do, and what they are shown for it: a kind of card makes this of a note. */
export type QuestionBody = Recall | Gap

export type Task = QuestionBody['task']

/** What a card asks, and what its answer adds. */
export type Question = Asked & QuestionBody

/** The questions of one task. */
export type QuestionFor<T extends Task> = Extract<Question, { readonly task: T }>
