import type { Level, Side, Sides, TermEdits } from '../model.ts'
import type { SharedAnchor } from '../article/sharedAnchor.ts'

/** A place where a term was met, on both sides. */
export interface SharedContext {
  readonly article: string
  readonly zh: SharedAnchor | null
  readonly en: SharedAnchor | null
  /** The pair as it stood, shown when no article is left. */
  readonly quote: Sides<string>
}

interface SharedNoteBase {
  readonly id: string
  /** The language being learnt. */
  readonly learning: Side
  readonly createdAt: number
}

export interface SharedTermNote extends SharedNoteBase {
  readonly kind: 'term'
  readonly headword: string
  readonly reading: string
  readonly sense: number
  readonly gloss: readonly string[]
  readonly counterparts: readonly string[]
  readonly level: Level
  readonly contexts: readonly SharedContext[]
  /** What the learner wrote over it. */
  readonly edits?: TermEdits
}

export interface SharedSentenceNote extends SharedNoteBase {
  readonly kind: 'sentence'
  readonly anchor: SharedAnchor
}

export type SharedNote = SharedTermNote | SharedSentenceNote

/** A context that has only its quote left. */
export const isBareQuote = ({ zh, en }: SharedContext): boolean => zh === null && en === null
