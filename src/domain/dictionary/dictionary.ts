import type { Level } from '../model.ts'

/** One entry of CC-CEDICT, as it is written there. */
export interface DictionaryEntry {
  readonly simplified: string
  readonly traditional: string
  /** Numbered syllables separated by spaces, proper names capitalised: `Bei3 jing1`, `lu:4`, `r5`. */
  readonly reading: string
  /** In the dictionary's order; `CL:` and cross-references included, as they stand. */
  readonly glosses: readonly string[]
}

/** What the language pipeline asks of a dictionary, whichever tier of it is loaded. */
export interface Dictionary {
  readonly tier: 'core' | 'full'
  /** The day the dictionary was released by its makers: `2026-09-10`. */
  readonly date: string
  /** Number of entries. */
  readonly size: number
  /** Entries of a headword, simplified or traditional, in the dictionary's order; empty when it has none. */
  entries(word: string): readonly DictionaryEntry[]
  /** Whether a headword is there, simplified or traditional; much cheaper than {@link entries}. */
  has(word: string): boolean
  /** Length in UTF-16 units of the longest headword that starts at `at`; 0 when none does. */
  longestMatch(text: string, at: number): number
  /** Visits the end offset of every headword that starts at `at`, shortest first, with its log10 frequency. */
  matches(text: string, at: number, visit: (end: number, logFrequency: number) => void): void
  /** log10 of the share of running words this headword makes up (about −1.5 … −8); null when it is not a headword. */
  logFrequency(word: string): number | null
  /** Whether a word of two or more characters is here only as a proper name: all its readings are capitalised. */
  isName(word: string): boolean
  /** Traditional forms of a simplified character, the commonest in the dictionary's words first; at least one. */
  traditionalForms(character: string): readonly string[]
  /** Simplified forms of a traditional character, those that differ from it first; at least one. */
  simplifiedForms(character: string): readonly string[]
  /** Every headword (simplified), in code unit order; slow, for tools and building indexes. */
  headwords(): Iterable<string>
  /** The headword at a position of {@link headwords}. */
  headword(position: number): string
  /** HSK levels of a word; empty when the lists do not have it. */
  levelZh(word: string): Level
  /** CEFR level of an English lemma; empty when the lists do not have it. */
  levelEn(lemma: string): Level
  /** Entries one of whose glosses is, or holds, these English words, best first; none without `english.ts`'s index. */
  findEnglish(phrase: string, limit: number): readonly DictionaryEntry[]
  /** English headwords and phrases that our own dictionary explains by this word; none without `english.ts`'s index. */
  equivalents(word: string): readonly string[]
}
