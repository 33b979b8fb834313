import type { EnglishPhrase, LearnersEnglish } from '../dictionary/learnersEnglish.ts'
import type { EnglishWord } from './readEnglish.ts'
import { isLiteral, isSaid } from './literal.ts'
import {
  fitsPhrasal,
  goesOn,
  isBroken,
  isObject,
  MOST_OBJECT,
  startsObject,
} from './phraseSigns.ts'

/** A phrase in a text. */
export interface FoundPhrase {
  readonly phrase: EnglishPhrase
  /** Indices of its own words, without the object between them. */
  readonly words: readonly number[]
}

/** What one spelling of a phrase asks for, a word after the other. */
type Pattern = readonly string[]

/** A phrase in one spelling, and the words that must stand in a text for it to be there. */
interface Listed {
  readonly phrase: EnglishPhrase
  readonly pattern: Pattern
  readonly needs: readonly string[]
}

/** Places in a pattern that many words fill. */
const OPEN = new Set(["one's", 'oneself', 'someone', '…'])
const isIn =
  (present: ReadonlySet<string>) =>
  (name: string): boolean =>
    present.has(name)

interface Candidate extends FoundPhrase {
  /** Words between its own. */
  readonly gap: number
}

/** Finds phrases in the words of a text, those of more words first where two claim the same word; in text order. */
export type PhraseFinder = (
  words: readonly EnglishWord[],
  text: string,
  /** The Chinese of the text, which tells a phrase from words side by side; '' where there is none. */
  translation?: string,
) => readonly FoundPhrase[]

export function phraseFinder(english: LearnersEnglish): PhraseFinder {
  const byFirst = new Map<string, Listed[]>()
  const phrases = [...english.phrases, ...listed(english)]
  for (const phrase of phrases) {
    for (const spelling of phrase.spellings) {
      const pattern = spelling.toLowerCase().split(' ')
      const needs = pattern.slice(1).filter((one) => !OPEN.has(one))
      const same = byFirst.get(pattern[0]!)
      if (same) same.push({ phrase, pattern, needs })
      else byFirst.set(pattern[0]!, [{ phrase, pattern, needs }])
    }
  }
  return (words, text, translation = '') => {
    const found: Candidate[] = []
    const present = new Set<string>()
    for (const names of new Set(words.map(namesOf))) for (const name of names) present.add(name)
    const possible = new Map(
      [...present].flatMap((name): [string, readonly Listed[]][] => {
        const here = (byFirst.get(name) ?? []).filter(({ needs }) => needs.every(isIn(present)))
        return here.length > 0 ? [[name, here]] : []
      }),
    )
    for (let at = 0; possible.size > 0 && at < words.length; at++) {
      for (const name of namesOf(words[at]!)) {
        for (const { phrase, pattern } of possible.get(name) ?? []) {
          const match = matchAt(phrase, pattern, words, at, text, translation, english)
          if (match) found.push({ phrase, words: match, gap: match.at(-1)! - match[0]! })
        }
      }
    }
    return withoutOverlaps(found)
  }
}

/** Headwords of several words: `because of`, `ice cream`. */
function listed(english: LearnersEnglish): readonly EnglishPhrase[] {
  return english
    .all()
    .filter(({ headword }) => headword.includes(' '))
    .map(({ headword, spellings, pos, zh, cefr, use }) => {
      const kind = pos === 'verb' ? 'phrasal' : 'fixed'
      return { headword, spellings, kind, zh, cefr, use, separable: false, literal: [] }
    })
}

/** By what a word may be, and how it is written here. */
const NAMES = new WeakMap<object, Map<string, ReadonlySet<string>>>()

/** All lemmas a word may have: the phrase decides between `leave` and `left`. Every phrase asks again: they are kept. */
function namesOf(word: EnglishWord): ReadonlySet<string> {
  const { norm, lemma, analyses, others, owns } = word
  let kept = NAMES.get(analyses)
  if (!kept) NAMES.set(analyses, (kept = new Map()))
  const key = `${norm} ${lemma} ${owns} ${others.length}`
  const known = kept.get(key)
  if (known) return known
  const entries = [...analyses.map(({ entry }) => entry), ...others]
  const names = entries.flatMap(({ spellings }) => spellings.map((one) => one.toLowerCase()))
  const first = norm === 'an' ? 'a' : norm
  const found = new Set([first, lemma.toLowerCase(), ...names, ...gluedVerb(norm)])
  if (owns || POSSESSIVE.has(norm)) found.add("one's")
  kept.set(key, found)
  return found
}

/** The verb in she's, I'm, they've. */
function gluedVerb(norm: string): readonly string[] {
  if (/^(?:i'm|.*'re)$/.test(norm)) return ['be']
  if (/^(?:he|she|it|that|there|what|who)'s$/.test(norm)) return ['be']
  if (norm === "couldn't") return ["can't"]
  return /'(?:ve|d)$/.test(norm) ? ['have'] : []
}

const REFLEXIVE = /^(?:my|your|him|her|it|one)self$|^(?:our|your|them)selves$/
const POSSESSIVE = new Set("my your his her its our their one's whose".split(' '))
/** Words between the halves of both … and, as … as. */
const MOST_BETWEEN = 5

/** Whether a word is the one a pattern asks for. */
function isWord(word: EnglishWord | undefined, wanted: string): boolean {
  if (word === undefined) return false
  if (wanted === 'oneself') return REFLEXIVE.test(word.norm)
  return namesOf(word).has(wanted)
}

/** Said as it stands: see you, excuse me. Its verb is in no other form. */
const isFormula = (pattern: Pattern): boolean => /^(?:you|me)$/.test(pattern.at(-1)!)

/** The indices of the words that make a pattern from a place on; null when it is not there. */
function matchAt(
  phrase: EnglishPhrase,
  pattern: Pattern,
  words: readonly EnglishWord[],
  start: number,
  text: string,
  translation: string,
  { fields }: LearnersEnglish,
): readonly number[] | null {
  if (phrase.kind === 'phrasal' && !mayBeVerb(words, start, text)) return null
  if (isFormula(pattern) && !pattern.every((wanted, k) => words[start + k]?.norm === wanted))
    return null
  const indices = [start]
  let at = start + 1
  for (let k = 1; k < pattern.length; k++) {
    const wanted = pattern[k]!
    const isFree = phrase.separable && k === 1
    const next = step(pattern, k, words, at, isFree, phrase)
    if (next === null) return null
    if (next.own >= 0) indices.push(next.own)
    at = next.at
    if (wanted === '…' && k === pattern.length - 1) break
  }
  if (isBroken(words, start, at, text)) return null
  // Coffee to go, not: a mind to go.
  if (phrase.headword === 'to go') return null
  if (phrase.headword.endsWith('used to') && !isHabit(phrase, words, start, at)) return null
  const here = { phrase, indices, words, text, to: at, fieldsOf: fields }
  const said = phrase.literal.length > 0 && translation !== '' && isSaid(phrase.zh, translation)
  if (said === true) return indices
  if (said === null || isLiteral(here)) return null
  return (phrase.kind === 'fixed' ? !goesOn(here) : fitsPhrasal(here)) ? indices : null
}

/** Somebody is used to what they do, or used to do it; a knife is used to do it, and so is the wood used to heat a stove. */
function isHabit(
  { headword }: EnglishPhrase,
  words: readonly EnglishWord[],
  start: number,
  to: number,
): boolean {
  const isToDo = words[to - 1]!.tag === 'K'
  if (headword !== 'used to') return !isToDo
  let at = to + 1
  while (/[TJNM]/.test(words[at]?.tag ?? '')) at++
  const isPassive = words[start - 1]?.tag === 'B'
  const isClause = at > to + 1 && /[BZXH]/.test(words[at]?.tag ?? '')
  return isToDo && !isPassive && !isClause
}

/** Whether a word is a verb here, or could be told to somebody at the head of a sentence: Hurry up! */
function mayBeVerb(words: readonly EnglishWord[], at: number, text: string): boolean {
  const { tag, norm, start, others } = words[at]!
  if (/[VZDLGJXHB]/.test(tag)) return true
  const isFirst = at === 0 || /[.!?;:]/.test(text.slice(words[at - 1]!.end, start))
  return isFirst && others.some(({ pos, spellings }) => pos === 'verb' && spellings.includes(norm))
}

/** Where the next word of a pattern stands: its index (−1 of an object), and where to go on. */
function step(
  pattern: Pattern,
  k: number,
  words: readonly EnglishWord[],
  at: number,
  isFree: boolean,
  { kind }: EnglishPhrase,
): { own: number; at: number } | null {
  const wanted = pattern[k]!
  if (wanted === "one's") return possessive(words, at)
  if (wanted === 'someone') return object(words, at, pattern[k + 1])
  if (wanted === '…') {
    for (let to = at + 1; to <= at + MOST_BETWEEN; to++)
      if (isWord(words[to], pattern[k + 1] ?? '')) return { own: -1, at: to }
    return null
  }
  if (isWord(words[at], wanted)) return { own: at, at: at + 1 }
  // An adverb before the particle (came quickly back), an adjective before the noun (a quick look).
  const isNoun = kind === 'fixed' && /^(?:an?|the)$/.test(pattern[k - 1]!)
  const mayStand = isNoun ? /[JN]/ : /R/
  if ((isNoun || (kind === 'phrasal' && k === 1)) && mayStand.test(words[at]?.tag ?? ''))
    if (isWord(words[at + 1], wanted)) return { own: at + 1, at: at + 2 }
  if (!isFree) return null
  for (let to = at + 1; to <= at + MOST_OBJECT; to++) {
    if (!isWord(words[to], wanted)) continue
    return isObject(words, at, to) ? { own: to, at: to + 1 } : null
  }
  return null
}

function possessive(words: readonly EnglishWord[], at: number): { own: number; at: number } | null {
  if (POSSESSIVE.has(words[at]?.norm ?? '')) return { own: at, at: at + 1 }
  for (let to = at; to < at + MOST_OBJECT && words[to]; to++)
    if (words[to]!.owns) return { own: -1, at: to + 1 }
  return null
}

/** Somebody, up to the word that must follow. */
function object(
  words: readonly EnglishWord[],
  at: number,
  until: string | undefined,
): { own: number; at: number } | null {
  if (!words[at] || !startsObject(words[at])) return null
  if (until === undefined) return { own: -1, at: at + 1 }
  for (let to = at + 1; to <= at + MOST_OBJECT; to++)
    if (isWord(words[to], until)) return isObject(words, at, to) ? { own: -1, at: to } : null
  return null
}

function withoutOverlaps(found: readonly Candidate[]): readonly FoundPhrase[] {
  const taken = new Set<number>()
  return found
    .toSorted(
      (a, b) => b.words.length - a.words.length || a.gap - b.gap || a.words[0]! - b.words[0]!,
    )
    .filter(({ words }) => {
      const isFree = words.every((at) => !taken.has(at))
      if (isFree) for (const at of words) taken.add(at)
      return isFree
    })
    .toSorted((a, b) => a.words[0]! - b.words[0]!)
    .map(({ phrase, words }) => ({ phrase, words }))
}
