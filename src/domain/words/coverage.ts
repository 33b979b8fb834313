import type { Level, Side, Term, TextRange } from '../model.ts'

/** A running word that counts: no name, number or punctuation mark. */
export interface CountedWord extends TextRange {
  /** What makes two running words the same word: the hanzi, or the English lemma. */
  readonly key: string
  readonly level: Level
}

/** A word of a text that counts, and how often it stands there. */
export interface WordCount {
  readonly key: string
  readonly level: Level
  readonly count: number
}

/** What is known of the words of a learner, as plain lookups; they can be made from sets, the level lists and the image. */
export interface Knowledge {
  /** Words the learner said they know. */
  readonly said: ReadonlySet<string>
  /** Whether a word of this level is at or below the level the learner declared. */
  readonly declared: (level: Level) => boolean
  /** Whether the memory of the word's reading card is stable; null when it has no card. */
  readonly stable: (key: string) => boolean | null
}

/** Whether a word is known, being learnt, or new (CONTRIBUTING, "Data"). */
export function knowledgeOf(
  word: Pick<CountedWord, 'key' | 'level'>,
  { said, declared, stable }: Knowledge,
): 'known' | 'learning' | 'new' {
  if (said.has(word.key) || declared(word.level)) return 'known'
  const isStable = stable(word.key)
  if (isStable === null) return 'new'
  return isStable ? 'known' : 'learning'
}

/** Share of the running words that are known, 0 … 1; 1 when nothing counts. */
export function coverage(
  words: readonly CountedWord[],
  known: (word: CountedWord) => boolean,
): number {
  if (words.length === 0) return 1
  let count = 0
  for (const word of words) if (known(word)) count++
  return count / words.length
}

/** The words that count, each once, in the order in which they are met. */
export function countWords(
  words: readonly (Pick<CountedWord, 'key' | 'level'> & { readonly kind: string })[],
): readonly WordCount[] {
  const found = new Map<string, WordCount>()
  for (const { key, level, kind } of words) {
    if (kind !== 'word') continue
    found.set(key, { key, level, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()]
}

/** Of a text the shares of the running words that are known and that are being learnt, 0 … 1; null when nothing counts. */
export interface Readable {
  readonly known: number
  readonly learning: number
}

export function readable(
  words: readonly WordCount[],
  knowledge: (key: string, level: Level) => 'known' | 'learning' | 'new',
): Readable | null {
  const counts = { known: 0, learning: 0, new: 0 }
  for (const { key, level, count } of words) counts[knowledge(key, level)] += count
  const all = counts.known + counts.learning + counts.new
  return all === 0 ? null : { known: counts.known / all, learning: counts.learning / all }
}

/** The words that stand inside a range; `words` are in text order. */
export function wordsIn(words: readonly CountedWord[], range: TextRange): readonly CountedWord[] {
  const from = firstFrom(words, range.start)
  let to = from
  while (to < words.length && words[to]!.end <= range.end) to++
  return words.slice(from, to)
}

/** Keys of the words that someone who learns these terms will know: those that stand inside their occurrences. `words` are in text order. */
export function wordsLearnt(
  words: readonly CountedWord[],
  terms: readonly Pick<Term, 'occurrences'>[],
  learning: Side,
): ReadonlySet<string> {
  const learnt = new Set<string>()
  for (const { occurrences } of terms) {
    for (const occurrence of occurrences) {
      const range = occurrence[learning]
      if (range === null) continue
      for (const word of wordsIn(words, range)) learnt.add(word.key)
    }
  }
  return learnt
}

/** Share of the running words that will be known once the terms are, 0 … 1. */
export function coverageAfter(
  words: readonly CountedWord[],
  known: (word: CountedWord) => boolean,
  terms: readonly Pick<Term, 'occurrences'>[],
  learning: Side,
): number {
  const learnt = wordsLearnt(words, terms, learning)
  return coverage(words, (word) => known(word) || learnt.has(word.key))
}

/** Index of the first word that starts at or after an offset. */
function firstFrom(words: readonly CountedWord[], offset: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
