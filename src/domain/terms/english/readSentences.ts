import { firstWhere, isHuge, rangeOf, type Bitext } from '../../bitext/bitext.ts'
import type { LearnersEnglish } from '../../dictionary/learnersEnglish.ts'
import { phraseFinder, type FoundPhrase } from '../../en/phrases.ts'
import { readEnglish, type EnglishWord } from '../../en/readEnglish.ts'
import type { Span, TextRange } from '../../model.ts'
import type { Task } from '../../tasks.ts'

/** A sentence of the English side, read. */
export interface ReadSentence {
  readonly en: TextRange
  /** The Chinese of its bead; null where there is none, or too much to look for words in. */
  readonly zh: TextRange | null
  readonly words: readonly EnglishWord[]
  readonly phrases: readonly FoundPhrase[]
  /** The indices of words that belong to a phrase. */
  readonly taken: ReadonlySet<number>
}

/** Longer ones, in UTF-16 units, are read piece by piece: they are no sentences. */
const LONGEST = 2_000

/** The sentences of the English side, in text order. */
export function* readSentences(
  { texts, segments, beads }: Bitext,
  english: LearnersEnglish,
): Task<readonly ReadSentence[]> {
  const read = reader(english)
  const found: ReadSentence[] = []
  for (const bead of beads) {
    const sides = { zh: rangeOf(segments.zh, bead.zh), en: rangeOf(segments.en, bead.en) }
    const zh = isHuge(sides) ? null : sides.zh
    const translation = zh ? texts.zh.slice(zh.start, zh.end) : ''
    for (const segment of within(segments.en, bead.en)) {
      for (const en of piecesOf(texts.en, segment)) {
        found.push({ en, zh, ...read(texts.en.slice(en.start, en.end), translation) })
        yield en.end / texts.en.length
      }
    }
  }
  return found.toSorted((a, b) => a.en.start - b.en.start)
}

/** Sentences up to this length may stand there again and again: cells, captions, answers. */
const SHORT = 200

type Read = Pick<ReadSentence, 'words' | 'phrases' | 'taken'>

/** What reads a sentence, and remembers short ones. */
function reader(english: LearnersEnglish): (text: string, translation: string) => Read {
  const find = phraseFinder(english)
  const known = new Map<string, Read>()
  return (text, translation) => {
    const isShort = text.length + translation.length <= SHORT
    const key = `${text}\n${translation}`
    const before = isShort ? known.get(key) : undefined
    if (before !== undefined) return before
    const words = readEnglish(text, english)
    const phrases = find(words, text, translation)
    const read = { words, phrases, taken: new Set(phrases.flatMap((phrase) => phrase.words)) }
    if (isShort) known.set(key, read)
    return read
  }
}

const within = (segments: readonly TextRange[], { from, to }: Span): readonly TextRange[] =>
  segments.slice(from, to)

/** A range in pieces of at most {@link LONGEST}, cut between words where there are any. */
function* piecesOf(text: string, { start, end }: TextRange): Generator<TextRange> {
  let at = start
  while (end - at > LONGEST) {
    const space = text.lastIndexOf(' ', at + LONGEST)
    const cut = space > at ? space : at + LONGEST
    yield { start: at, end: cut }
    at = cut
  }
  if (at < end) yield { start: at, end }
}

/** The sentence that holds a range; undefined when none holds all of it. */
export function sentenceOf(
  sentences: readonly ReadSentence[],
  { start, end }: TextRange,
): ReadSentence | undefined {
  const sentence = sentences[lastUpTo(sentences, start, ({ en }) => en.start)]
  return sentence && end <= sentence.en.end ? sentence : undefined
}

/** The indices of the words of a sentence that lie in a range of the text, or partly. */
export function wordsAt({ en, words }: ReadSentence, { start, end }: TextRange): readonly number[] {
  const indices: number[] = []
  let at = Math.max(
    0,
    lastUpTo(words, start - en.start, (word) => word.start),
  )
  for (; at < words.length && en.start + words[at]!.start < end; at++)
    if (en.start + words[at]!.end > start) indices.push(at)
  return indices
}

/** The last index whose value, of an ascending list, is at most `limit`; −1 when there is none. */
export const lastUpTo = <T>(list: readonly T[], limit: number, valueOf: (one: T) => number) =>
  firstWhere(list.length, (at) => valueOf(list[at]!) > limit) - 1
