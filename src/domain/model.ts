/** The nouns of Duizhao, as plain, readonly, cloneable values. What is stored and what is derived: CONTRIBUTING, "Data". */

/** A language of a bitext. */
export type Side = 'zh' | 'en'

/** In the order in which sides are shown and told of. */
export const SIDES: readonly Side[] = ['zh', 'en']

export const otherSide = (side: Side): Side => (side === 'zh' ? 'en' : 'zh')

/** One value for each side. */
export interface Sides<T> {
  readonly zh: T
  readonly en: T
}

/** UTF-16 units into one revision of a stored text, end exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Indices into a list, end exclusive; `from === to` is an empty span that still has a place. */
export interface Span {
  readonly from: number
  readonly to: number
}

// ---------------------------------------------------------------- texts

/** One replacement in a text: at offset `at`, `removed` became `inserted`. */
export interface TextEdit {
  readonly at: number
  readonly removed: string
  readonly inserted: string
}

/** A sentence, as a range of one revision of its side, and the index of the paragraph it stands in. */
export interface Segment extends TextRange {
  readonly paragraph: number
}

/** Segments of both sides that translate each other (m:n; one side may be empty). */
export interface Bead {
  readonly zh: Span
  readonly en: Span
  /** Posterior chance that the aligner is right, 0 … 1; 1 when a person confirmed it. */
  readonly confidence: number
}

/** Segments of both sides and the beads that pair them: monotone, together they cover every segment once. */
export interface Alignment {
  readonly segments: Sides<readonly Segment[]>
  readonly beads: readonly Bead[]
}

/** Where a text comes from. Every field may be empty; none is made up. */
export interface Provenance {
  readonly source: string
  readonly author: string
  readonly translator: string
  readonly date: string
  readonly licence: string
}

export const NO_PROVENANCE: Provenance = {
  source: '',
  author: '',
  translator: '',
  date: '',
  licence: '',
}

/** The two sides of a bitext with its alignment and the terms found in it, as they are shown. */
export interface Article extends Alignment {
  /** `a` and the hash of its content, or for a deck the deck's own id. */
  readonly id: string
  readonly title: Sides<string>
  readonly addedAt: number
  readonly provenance: Provenance
  /** For whom it is, in the words of whoever published it: "HSK 4 · B1"; absent where nobody said. */
  readonly level?: string
  /** Where its deck is published, and newer revisions of it are looked for; absent where it is not followed. */
  readonly address?: string
  readonly archived: boolean
  /** Recognise a second import: hashes of both texts, normalised. More than one for a deck with several revisions. */
  readonly contentHashes: readonly string[]
  /** Ids of the revisions that `segments`, `beads` and `terms` speak of. */
  readonly revision: Sides<string>
  /** Candidates, best first. */
  readonly terms: readonly Term[]
  /** The newest revision of the deck file it came from, if any, that is here. */
  readonly deckRevision?: number
  /** Doubts about the translation that the learner called fine, by `doubtName`. */
  readonly settledDoubts: readonly string[]
  /** While it is deleted, ms. */
  readonly deletedAt?: number
}

// ---------------------------------------------------------------- terms

/** From easiest to hardest. */
export const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const
export type Cefr = (typeof CEFR)[number]

/** Levels of a headword; absent when the lists do not have it. 7 means 7–9. */
export interface Level {
  readonly hsk2?: number
  readonly hsk2021?: number
  readonly hsk2025?: number
  readonly cefr?: Cefr
}

/** Where a term stands in one bead: a range on each side, null where it has no counterpart. */
export interface Occurrence {
  readonly zh: TextRange | null
  readonly en: TextRange | null
}

export const TERM_KINDS = ['word', 'phrase', 'idiom', 'name'] as const
export type TermKind = (typeof TERM_KINDS)[number]

/** A term of an article: the headword and its counterpart in this translation. */
export interface Term {
  readonly zh: string
  /** The counterpart as it stands in the text. */
  readonly en: string
  /** The English side as a dictionary has it (`make a concession`); absent of terms that nobody learns English from. */
  readonly headword?: string
  /** CC-CEDICT's written form: lower case, a numbered syllable per hanzi, `u:`, 5 for neutral, `r5` for erhua. */
  readonly reading: string
  /** Dictionary glosses, best first; empty for what the dictionary lacks. */
  readonly gloss: readonly string[]
  readonly kind: TermKind
  readonly level: Level
  /** How the English side is said, in IPA without slashes; absent when nobody knows. */
  readonly ipa?: string
  /** What the ranking is by; larger is better, comparable within one article only. */
  readonly score: number
  /** In text order. */
  readonly occurrences: readonly Occurrence[]
}

// ---------------------------------------------------------------- notes and cards

/** Why a card cannot be shown as it was learnt: its text is lost, or nothing translates it any more. */
export type Care = 'lost' | 'unpaired'

/** A place in an article: a range of one revision, with what stood there as a second witness. */
export interface Anchor extends TextRange {
  readonly article: string
  readonly side: Side
  /** Id of the revision; empty when nobody knows any more: then the quote alone says where it is. */
  readonly revision: string
  readonly quote: string
}

/** A place where a term was met, on both sides. */
export interface Context {
  readonly article: string
  readonly zh: Anchor | null
  readonly en: Anchor | null
  /** The pair as it stood, shown when no article is left. */
  readonly quote: Sides<string>
}

interface NoteBase {
  readonly id: string
  /** The language being learnt. */
  readonly learning: Side
  readonly createdAt: number
  /** The kinds of card it has; without it, all there are for such a note. Names nobody knows are kept. */
  readonly kinds?: readonly CardKind[]
  /** While it is not shown, because the learner deleted it, or a sentence's article; ms. */
  readonly deletedAt?: number
}

/** id = hash(learning, headword, reading, sense): two articles, or two devices, that meet 停火 make one note. */
export interface TermNote extends NoteBase {
  readonly kind: 'term'
  readonly headword: string
  /** As in {@link Term.reading}; of an English headword its IPA. Empty when nobody knows. */
  readonly reading: string
  readonly sense: number
  readonly gloss: readonly string[]
  readonly counterparts: readonly string[]
  readonly level: Level
  readonly contexts: readonly Context[]
  /** What the learner wrote over it; wins over the fields above and changes no identity. */
  readonly edits?: TermEdits
}

export interface TermEdits {
  readonly reading?: string
  readonly gloss?: readonly string[]
  readonly counterparts?: readonly string[]
}

/** id = hash(article, side, oldest revision with these very letters and the range there); it never changes afterwards. */
export interface SentenceNote extends NoteBase {
  readonly kind: 'sentence'
  /** The focus: the sentence or clause that is learnt, in the language learnt. */
  readonly anchor: Anchor
}

export type Note = TermNote | SentenceNote

/** The name of what is asked. Which there are says `cards/kinds/table.ts`; names of a newer version may be met anywhere. */
export type CardKind = string

/** From the language of the question to that of the answer. */
export type Direction = 'zh-en' | 'en-zh'

/** id = note id + kind + direction, so it is the same everywhere. Its memory is derived from the log. */
export interface Card {
  readonly id: string
  readonly note: string
  readonly kind: CardKind
  readonly direction: Direction
}

// ---------------------------------------------------------------- memory

/** From worst to best. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof RATINGS)[number]

/** `stability` in days (> 0), `difficulty` 1 … 10. */
export interface Memory {
  readonly stability: number
  readonly difficulty: number
  /** FSRS-7 only: the second, quickly fading trace, in days. */
  readonly fast?: number
}

export const PHASES = ['new', 'learning', 'review', 'relearning'] as const
export type Phase = (typeof PHASES)[number]

/** Of a card that was answered. */
export const ANSWERED_PHASES = ['learning', 'review', 'relearning'] as const

// ---------------------------------------------------------------- decks

/** A deck file: one article that can be handed on, without anybody's history. */
export interface Deck {
  readonly format: 'duizhao-deck'
  readonly version: 1
  readonly id: string
  readonly revision: number
  readonly title: Sides<string>
  readonly level: string
  readonly provenance: Provenance
  /** In order; the texts are the beads joined. `paragraph` marks the first bead of a paragraph. */
  readonly beads: readonly DeckBead[]
  /** Best first. */
  readonly terms: readonly DeckTerm[]
}

export interface DeckBead extends Sides<string> {
  readonly paragraph?: true
  readonly confidence?: number
}

export interface DeckTerm {
  readonly zh: string
  readonly en: string
  /** As in {@link Term.headword}. */
  readonly headword?: string
  readonly reading: string
  readonly gloss: readonly string[]
  readonly kind: TermKind
}
