import type { Article, Card, Side, Sides, TextRange } from '../model.ts'
import type { Passage } from './passages.ts'

/** What every question has, whatever its kind. */
interface Asked {
  readonly card: Card
  /** The language being learnt. */
  readonly learning: Side
  /** The article the pair stands in; null when only the quote is left. */
  readonly article: Pick<Article, 'id' | 'title'> | null
  /** Whether the article says that the term is a name. */
  readonly isName: boolean
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

/** One of four answers is right. */
interface Choice extends Shown {
  readonly task: 'choice'
  readonly term: Sides<string>
  /** In the language of the answer, in the order in which they stand. */
  readonly options: readonly string[]
  /** Which of them is right. */
  readonly right: number
}

/** A passage has a gap, and the learner lays what is missing. */
interface Tiles extends Shown {
  readonly task: 'tiles'
  readonly term: Sides<string>
  /** What stands in the gap. */
  readonly missing: string
  /** The same, cut into as many tiles as it takes. */
  readonly pieces: readonly string[]
  /** Those and others, in the order in which they lie. */
  readonly tiles: readonly string[]
}

/** A passage has a gap, and the learner types what is missing. */
interface Typed extends Shown {
  readonly task: 'typed'
  readonly term: Sides<string>
  /** What stands in the gap. */
  readonly missing: string
}

/** Something is said, and the learner says to themselves what it means. */
interface Listen extends Shown {
  readonly task: 'listen'
  readonly term: Sides<string> | null
}

/** A word is shown and its sound is typed; or its sound and meaning are, and the word is typed. */
interface Spell extends Shown {
  readonly task: 'spell'
  readonly term: Sides<string>
  readonly types: 'reading' | 'word'
}

/** A pair is shown, and the learner says whether a number or a day in its translation is wrong, and which. */
interface Spot extends Shown {
  readonly task: 'spot'
  readonly term: null
  /** Numbers and days of the translation (the first passage of `answer`), in order. */
  readonly places: readonly TextRange[]
  /** Which of them the other side has not; null when it has them all. */
  readonly wrong: number | null
}

/** What the learner has to do, and what they are shown for it: a kind of card makes this of a note. */
export type QuestionBody = Recall | Gap | Choice | Tiles | Typed | Listen | Spell | Spot

export type Task = QuestionBody['task']

/** What a card asks, and what its answer adds. */
export type Question = Asked & QuestionBody

/** The questions of one task. */
export type QuestionFor<T extends Task> = Extract<Question, { readonly task: T }>
