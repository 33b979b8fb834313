import { withoutUnseen } from '../../text/fold.ts'
import type { Bitext } from '../../bitext/bitext.ts'
import type { EnglishEntry, LearnersEnglish } from '../../dictionary/learnersEnglish.ts'
import type { FoundPhrase } from '../../en/phrases.ts'
import type { EnglishWord } from '../../en/readEnglish.ts'
import {
  CEFR,
  type Cefr,
  type Level,
  type Occurrence,
  type Term,
  type TextRange,
} from '../../model.ts'
import { part, type Task } from '../../tasks.ts'
import { dictionaryForm } from './dictionaryForm.ts'
import { equivalentIn, sayTheSame } from './equivalents.ts'
import { lastUpTo, readSentences, sentenceOf, wordsAt, type ReadSentence } from './readSentences.ts'
import { usefulness } from './usefulness.ts'

/** Words below this are learnt from a term of the text or not at all. */
const WORTH_ADDING: ReadonlySet<Cefr> = new Set<Cefr>(['B1', 'B2', 'C1', 'C2'])
/** Phrases of the first lessons are in no text's favour. */
const TRIVIAL: ReadonlySet<Cefr | null> = new Set<Cefr | null>(['A1'])

/** Of the work, the share that goes into reading the sentences. */
const READING = 0.7

/**
 * The terms of a bitext for who learns English, best first: each with the dictionary's headword beside its form in the text,
 * fragments left out, phrases in place of their words, and words of some level that no counterpart was found for. Names come
 * as they are.
 */
export function* learnersTerms(
  terms: readonly Term[],
  bitext: Bitext,
  english: LearnersEnglish,
): Task<readonly Term[]> {
  const sentences = yield* part(0, READING, readSentences(bitext, english))
  const linked = counterparts(terms)
  const found = new Map<string, Term[]>()
  const add = (term: Term) => {
    const key = `${term.kind === 'name'} ${term.headword ?? term.en}`
    const same = found.get(key)
    if (same) same.push(term)
    else found.set(key, [term])
  }
  for (const sentence of sentences) {
    for (const phrase of sentence.phrases) {
      const term = phraseTerm(phrase, sentence, linked, bitext)
      if (term) add(term)
    }
    yield READING
  }
  for (const [at, term] of terms.entries()) {
    const own = term.kind === 'name' ? term : wordTerm(term, sentences, bitext, english)
    if (own) add(own)
    yield READING + ((1 - READING) * at) / terms.length
  }
  for (const sentence of sentences) {
    for (const term of furtherWords(sentence, bitext))
      if (!found.has(`false ${term.headword}`)) add(term)
    yield 1
  }
  return [...found.values()]
    .map((same) => weighed(united(same)))
    .toSorted((a, b) => b.score - a.score)
}

/** The range of words of a sentence in the text. */
const rangeIn = ({ en, words }: ReadSentence, from: number, to: number): TextRange => ({
  start: en.start + words[from]!.start,
  end: en.start + words[to]!.end,
})

/** Finds the longest Chinese counterpart that terms have for words overlapping a range of the English; null if there is none. */
type Counterparts = (range: TextRange) => TextRange | null

function counterparts(terms: readonly Term[]): Counterparts {
  const pairs = terms
    .flatMap(({ occurrences }) => occurrences)
    .flatMap(({ zh, en }) => (zh && en ? [{ zh, en }] : []))
    .toSorted((a, b) => a.en.start - b.en.start)
  // They overlap each other: as far back as the longest reaches, one may begin that overlaps.
  const reach = pairs.reduce((longest, { en }) => Math.max(longest, lengthOf(en)), 0)
  return ({ start, end }) => {
    let best: TextRange | null = null
    let at = lastUpTo(pairs, start - reach, ({ en }) => en.start) + 1
    for (; at < pairs.length && pairs[at]!.en.start < end; at++) {
      const { zh, en } = pairs[at]!
      if (en.end > start && lengthOf(zh) > lengthOf(best)) best = zh
    }
    return best
  }
}

function phraseTerm(
  { phrase, words }: FoundPhrase,
  sentence: ReadSentence,
  linked: Counterparts,
  { texts }: Bitext,
): Term | null {
  if (TRIVIAL.has(phrase.cefr) || phrase.headword.includes('…')) return null
  const range = rangeIn(sentence, words[0]!, words.at(-1)!)
  const zh = (sentence.zh && equivalentIn(phrase.zh, texts.zh, sentence.zh)) ?? linked(range)
  const level: Level = phrase.cefr === null ? {} : { cefr: phrase.cefr }
  return {
    zh: zh ? withoutUnseen(texts.zh.slice(zh.start, zh.end)) : (phrase.zh[0] ?? ''),
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
  sentences: readonly ReadSentence[],
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
    const sentence = range && sentenceOf(sentences, range)
    if (!sentence) continue
    const within = wordsAt(sentence, range)
    const isTaken = within.some((at) => sentence.taken.has(at))
    const [nearest] = within
    if (isTaken || nearest === undefined) continue
    const from = startOfMaking(sentence.words, within)
    const made = from < nearest ? rangeIn(sentence, from, within.at(-1)!) : null
    kept.push(made ? { ...occurrence, en: made } : occurrence)
    if (headword !== '') continue
    const words = sentence.words.slice(from, within.at(-1)! + 1)
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

function* furtherWords(sentence: ReadSentence, { texts }: Bitext): Generator<Term> {
  for (const [at, { analyses, tag, lemma }] of sentence.words.entries()) {
    const entry = analyses[0]?.entry
    if (!entry || entry.cefr === null || !WORTH_ADDING.has(entry.cefr) || !/[NMVZDLGJR]/.test(tag))
      continue
    if (sentence.taken.has(at)) continue
    const range = rangeIn(sentence, at, at)
    const zh = sentence.zh && equivalentIn(entry.zh, texts.zh, sentence.zh)
    yield {
      zh: zh ? withoutUnseen(texts.zh.slice(zh.start, zh.end)) : (entry.zh[0] ?? ''),
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

/** Terms of one headword as one: what stands in front is the first that has a counterpart, with every place of all. */
function united(same: readonly Term[]): Term {
  const front = same.find(({ occurrences }) => occurrences.some(({ zh }) => zh)) ?? same.at(-1)!
  const places = new Map<number, Occurrence>()
  for (const { occurrences } of [front, ...same.filter((term) => term !== front)])
    for (const occurrence of occurrences) {
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
