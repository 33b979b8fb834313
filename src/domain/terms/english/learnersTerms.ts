import { rangeOf, type Bitext } from '../../bitext/bitext.ts'
import type { EnglishEntry, LearnersEnglish } from '../../dictionary/learnersEnglish.ts'
import { phraseFinder, type FoundPhrase } from '../../en/phrases.ts'
import { readEnglish, type EnglishWord } from '../../en/readEnglish.ts'
import {
  CEFR,
  type Cefr,
  type Level,
  type Occurrence,
  type Term,
  type TextRange,
} from '../../model.ts'
import { dictionaryForm } from './dictionaryForm.ts'
import { equivalentIn, sayTheSame } from './equivalents.ts'
import { usefulness } from './usefulness.ts'

/** A pair of the bitext with its English read. */
interface ReadBead {
  readonly en: TextRange
  readonly zh: TextRange | null
  readonly words: readonly EnglishWord[]
  readonly phrases: readonly FoundPhrase[]
}

/** Words below this are learnt from a term of the text or not at all. */
const WORTH_ADDING: ReadonlySet<Cefr> = new Set<Cefr>(['B1', 'B2', 'C1', 'C2'])
/** Phrases of the first lessons are in no text's favour. */
const TRIVIAL: ReadonlySet<Cefr | null> = new Set<Cefr | null>(['A1'])

/**
 * The terms of a bitext for who learns English, best first: each with the dictionary's headword beside its form in the text,
 * fragments left out, phrases in place of their words, and words of some level that no counterpart was found for. Names come
 * as they are.
 */
export function learnersTerms(
  terms: readonly Term[],
  bitext: Bitext,
  english: LearnersEnglish,
): readonly Term[] {
  const beads = readBeads(bitext, english)
  const found = new Map<string, Term>()
  const add = (term: Term) => {
    const key = `${term.kind === 'name'} ${term.headword ?? term.en}`
    const same = found.get(key)
    found.set(key, same ? united(same, term) : term)
  }
  for (const bead of beads)
    for (const phrase of bead.phrases) {
      const term = phraseTerm(phrase, bead, terms, bitext)
      if (term) add(term)
    }
  for (const term of terms) {
    const own = term.kind === 'name' ? term : wordTerm(term, beads, bitext, english)
    if (own) add(own)
  }
  for (const bead of beads)
    for (const term of furtherWords(bead, bitext))
      if (!found.has(`false ${term.headword}`)) add(term)
  return [...found.values()].map(weighed).toSorted((a, b) => b.score - a.score)
}

function readBeads(
  { texts, segments, beads }: Bitext,
  english: LearnersEnglish,
): readonly ReadBead[] {
  const find = phraseFinder(english)
  return beads.flatMap((bead) => {
    const en = rangeOf(segments.en, bead.en)
    if (en === null) return []
    const text = texts.en.slice(en.start, en.end)
    const words = readEnglish(text, english)
    return [{ en, zh: rangeOf(segments.zh, bead.zh), words, phrases: find(words, text) }]
  })
}

/** The range of words of a bead in the text. */
const rangeIn = ({ en, words }: ReadBead, from: number, to: number): TextRange => ({
  start: en.start + words[from]!.start,
  end: en.start + words[to]!.end,
})
const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end

function phraseTerm(
  { phrase, words }: FoundPhrase,
  bead: ReadBead,
  terms: readonly Term[],
  { texts }: Bitext,
): Term | null {
  if (TRIVIAL.has(phrase.cefr) || phrase.headword.includes('…')) return null
  const range = rangeIn(bead, words[0]!, words.at(-1)!)
  const linked = terms
    .flatMap(({ occurrences }) => occurrences)
    .filter(({ en, zh }) => en !== null && zh !== null && overlap(en, range))
    .toSorted((a, b) => lengthOf(b.zh) - lengthOf(a.zh))[0]
  const zh = (bead.zh && equivalentIn(phrase.zh, texts.zh, bead.zh)) ?? linked?.zh ?? null
  const level: Level = phrase.cefr === null ? {} : { cefr: phrase.cefr }
  return {
    zh: zh ? texts.zh.slice(zh.start, zh.end) : (phrase.zh[0] ?? ''),
    en: texts.en.slice(range.start, range.end),
    headword: phrase.headword,
    reading: '',
    gloss: phrase.zh,
    kind: 'phrase',
    level,
    score: 0,
    occurrences: [{ zh, en: range }],
  }
}

const lengthOf = (range: TextRange | null): number => (range ? range.end - range.start : 0)

/** A term with its headword: null for a fragment, and for a part of a phrase that stands nowhere else. */
function wordTerm(
  term: Term,
  beads: readonly ReadBead[],
  { texts }: Bitext,
  english: LearnersEnglish,
): Term | null {
  const kept: Occurrence[] = []
  let headword = ''
  let written = term.en
  let entry: EnglishEntry | undefined
  let hardest: Level = {}
  for (const occurrence of term.occurrences) {
    const range = occurrence.en
    const bead = range && beads.find(({ en }) => en.start <= range.start && range.end <= en.end)
    if (!bead) continue
    const within = bead.words.flatMap((word, at) =>
      overlap({ start: bead.en.start + word.start, end: bead.en.start + word.end }, range)
        ? [at]
        : [],
    )
    const isTaken = bead.phrases.some((found) => within.some((at) => found.words.includes(at)))
    const [nearest] = within
    if (isTaken || nearest === undefined) continue
    const from = startOfMaking(bead.words, within)
    const made = from < nearest ? rangeIn(bead, from, within.at(-1)!) : null
    kept.push(made ? { ...occurrence, en: made } : occurrence)
    if (headword !== '') continue
    const words = bead.words.slice(from, within.at(-1)! + 1)
    if (made) written = texts.en.slice(made.start, made.end)
    headword = dictionaryForm(words, english)
    entry = words.find(({ lemma }) => lemma === headword)?.analyses[0]?.entry
    if (!entry && words.length > 1) hardest = hardestOf(words)
  }
  if (headword === '') return null
  const level: Level = entry ? (entry.cefr === null ? {} : { cefr: entry.cefr }) : hardest
  // A capital that no dictionary knows is part of a name.
  const isName = !entry && /^\p{Lu}\S*$/u.test(headword)
  const isWord = !headword.includes(' ')
  const kind = isName ? 'name' : isWord ? 'word' : term.kind === 'word' ? 'phrase' : term.kind
  return { ...term, en: written, headword, kind, level, gloss: entry?.zh ?? [], occurrences: kept }
}

/** Nouns that are made, more than things are: a concession, a decision, progress. */
const MADE = /(?:ion|ment|ance|ence|ise|ess|ort|oice|al|ake|use)$/

/** Where "make" stands before its noun, so that both are one term; else where the noun itself begins. */
function startOfMaking(words: readonly EnglishWord[], within: readonly number[]): number {
  const [first = 0] = within
  const noun = words[first]
  if (within.length !== 1 || !/[NM]/.test(noun?.tag ?? '') || !MADE.test(noun!.lemma)) return first
  for (let at = first - 1; at >= Math.max(0, first - 3); at--) {
    if (words[at]!.lemma === 'make') return at
    if (!/[TJ]/.test(words[at]!.tag)) return first
  }
  return first
}

/** A phrase that is in no list is as hard as the hardest of its words; no level when one of them has none. */
function hardestOf(words: readonly EnglishWord[]): Level {
  const places = words
    .filter(({ tag }) => /[NMVZDLGJR]/.test(tag))
    .map(({ analyses }) => CEFR.findIndex((level) => level === analyses[0]?.entry.cefr))
  const cefr = CEFR[Math.max(...places)]
  return places.includes(-1) || cefr === undefined ? {} : { cefr }
}

function* furtherWords(bead: ReadBead, { texts }: Bitext): Generator<Term> {
  for (const [at, { analyses, tag, lemma }] of bead.words.entries()) {
    const entry = analyses[0]?.entry
    if (!entry || entry.cefr === null || !WORTH_ADDING.has(entry.cefr) || !/[NMVZDLGJR]/.test(tag))
      continue
    if (bead.phrases.some(({ words }) => words.includes(at))) continue
    const range = rangeIn(bead, at, at)
    const zh = bead.zh && equivalentIn(entry.zh, texts.zh, bead.zh)
    yield {
      zh: zh ? texts.zh.slice(zh.start, zh.end) : (entry.zh[0] ?? ''),
      en: texts.en.slice(range.start, range.end),
      headword: lemma,
      reading: '',
      gloss: entry.zh,
      kind: 'word',
      level: { cefr: entry.cefr },
      score: 0,
      occurrences: [{ zh, en: range }],
    }
  }
}

/** Two terms of one headword: what stands in front, with every place of both. */
function united(first: Term, second: Term): Term {
  const isPaired = first.occurrences.some(({ zh }) => zh !== null)
  const [front, other] = isPaired ? [first, second] : [second, first]
  const places = new Map<number, Occurrence>()
  for (const occurrence of [...front.occurrences, ...other.occurrences]) {
    const start = occurrence.en?.start ?? -1
    const held = places.get(start)
    if (!held || (held.zh === null && occurrence.zh !== null)) places.set(start, occurrence)
  }
  const occurrences = [...places.values()].toSorted(
    (a, b) => (a.en?.start ?? 0) - (b.en?.start ?? 0),
  )
  return { ...front, occurrences }
}

function weighed(term: Term): Term {
  // An idiom of Chinese that one common word should stand for is a link gone wrong.
  const isDoubtful = !term.en.includes(' ') && term.zh.length > 3 && term.gloss.length > 0
  const agrees = term.gloss.some((gloss) => sayTheSame(gloss, term.zh))
  const score = usefulness({
    level: term.level,
    isPhrase: term.kind === 'phrase' && term.gloss.length > 0,
    isPaired: term.occurrences.some(({ zh }) => zh !== null),
    agrees,
    count: Math.max(1, term.occurrences.length),
  })
  // What the aligner and the rarity of the Chinese say breaks ties.
  return {
    ...term,
    score: (isDoubtful && !agrees ? score / 2 : score) + 0.05 * Math.min(2, term.score),
  }
}
