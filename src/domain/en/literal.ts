import type { EnglishPhrase } from '../dictionary/learnersEnglish.ts'
import type { EnglishWord } from './readEnglish.ts'

/** The words of a phrase in their sentence, and what those around have to do with. */
export interface PhraseHere {
  readonly phrase: EnglishPhrase
  readonly indices: readonly number[]
  readonly words: readonly EnglishWord[]
  readonly text: string
  /** Index behind the whole phrase, open places and all. */
  readonly to: number
  fieldsOf(lemma: string): ReadonlySet<string>
}

/** How far around a fixed phrase its field is looked for: what a vet does in the next sentence says nothing. */
const AROUND = 14
const LINKING = new Set('be been being seem look feel sound become remain appear stay'.split(' '))
/** Whether a word may stand between a verb and what is said of its subject: just like a, a bit. */
const isSoft = ({ tag, norm }: EnglishWord): boolean =>
  /[RTJ]/.test(tag) || /^(?:like|bit|little|lot)$/.test(norm)

/** Whether a sign of the phrase's own says that the words merely stand side by side: see `literal.tsv`. */
export function isLiteral(here: PhraseHere): boolean {
  const { phrase } = here
  return phrase.literal.some((sign) => {
    if (sign === '=') return !isPredicate(here)
    if (sign === '!') return !isFormula(here)
    if (sign === '.') return !isStop(here, here.to)
    if (sign === '^') return !isStop(here, here.indices[0]!) && !isStop(here, here.to)
    const choices = sign.slice(1).split('|')
    if (sign.startsWith('+')) return !wordsAround(here).some((word) => isOneOf(word, choices))
    if (sign.startsWith('>')) return followsAtOnce(here) && isOneOf(here.words[here.to], choices)
    if (sign.startsWith('<')) return isOneOf(here.words[here.indices[0]! - 1], choices)
    return phrase.kind === 'fixed' && wordsAround(here).some((word) => isOf(word, sign, here))
  })
}

/** Whether a noun belongs to one of the fields in which the words of a phrase are meant as they stand. */
export function isInField(noun: EnglishWord | null | undefined, here: PhraseHere): boolean {
  if (!noun) return false
  return here.phrase.literal.some((sign) => isOf(noun, sign, here))
}

const isOf = ({ lemma, tag }: EnglishWord, field: string, { fieldsOf }: PhraseHere): boolean =>
  /[NMVZDLGJ]/.test(tag) && fieldsOf(lemma).has(field)

function isOneOf(word: EnglishWord | undefined, choices: readonly string[]): boolean {
  if (!word) return false
  return choices.some((one) => one === word.tag || one === word.norm || one === word.lemma)
}

function wordsAround({ indices, words, to }: PhraseHere): readonly EnglishWord[] {
  const from = indices[0]!
  return [...words.slice(Math.max(0, from - AROUND), from), ...words.slice(to, to + AROUND)]
}

/** Whether a clause ends before a word, or the text does. */
function isStop({ words, text }: PhraseHere, at: number): boolean {
  const [before, next] = [words[at - 1], words[at]]
  if (!before || !next) return true
  return /[^\s’'-]/.test(text.slice(before.end, next.start)) || before.tag === 'C'
}

function followsAtOnce({ words, text, to }: PhraseHere): boolean {
  const [last, next] = [words[to - 1], words[to]]
  return last !== undefined && next !== undefined && text.slice(last.end, next.start) === ' '
}

/** Whether it is said of something: the exam was a piece of cake; or stands alone: A piece of cake! */
function isPredicate(here: PhraseHere): boolean {
  const { words, indices } = here
  let at = indices[0]!
  if (isStop(here, at)) return isStop(here, here.to)
  while (at > 0 && isSoft(words[at - 1]!)) at--
  const verb = words[at - 1]
  return (
    verb?.tag === 'B' || LINKING.has(verb?.lemma ?? '') || /'(?:s|m|re)$/.test(verb?.norm ?? '')
  )
}

/** Whether it opens its sentence in the form it is said in: Break a leg! */
function isFormula(here: PhraseHere): boolean {
  const first = here.words[here.indices[0]!]!
  const isBase = first.norm === here.phrase.headword.split(' ')[0]
  return isBase && isStop(here, here.indices[0]!)
}

/** Hanzi that say nothing of what is meant. */
const EMPTY = /[的了着过在是有不一个上下来去出起]/g

/**
 * What the translation says of a phrase: true when one of its equivalents stands there, null when not a hanzi of them does, false
 * when that tells nothing.
 */
export function isSaid(equivalents: readonly string[], translation: string): boolean | null {
  const parts = equivalents
    .flatMap((zh) => zh.replace(/[（(].*?[)）]/g, '').split('……'))
    .filter((part) => part !== '')
  if (parts.some((part) => part.length > 1 && translation.includes(part))) return true
  const hanzi = [...parts.join('').replace(EMPTY, '')]
  return hanzi.length === 0 || hanzi.some((one) => translation.includes(one)) ? false : null
}
