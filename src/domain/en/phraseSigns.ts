import { isInField, type PhraseHere } from './literal.ts'
import type { EnglishWord } from './readEnglish.ts'

/** Longer objects do not stand between a verb and its particle. */
export const MOST_OBJECT = 6

const OBJECT = /[TNMJOWEUQ]/
/** Particles that are prepositions too: with an object behind, what stands before them is a place or time. */
const EITHER = new Set(
  'in on over through around along across by about off round down up'.split(' '),
)
const TIME = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december morning afternoon evening night weekend summer winter spring autumn fall week month year day hour minute ' +
    'century noon midnight'
  ).split(' '),
)
/** What may follow a particle though it could begin an object: turn it off every night. */
const WHEN = new Set(
  'every this that next last each tomorrow yesterday tonight today again'.split(' '),
)

const DAY = /^(?:tomorrow|yesterday|tonight|today)$/

const UP_TO = new Set(['look up', 'wash up', 'look down'])

function isWhen(words: readonly EnglishWord[], at: number, noun: EnglishWord): boolean {
  const [first, second] = [words[at]?.norm ?? '', words[at + 1]?.norm ?? '']
  if (WHEN.has(first) || TIME.has(noun.lemma.toLowerCase())) return true
  return first === 'a' && /^(?:little|bit|lot|few|while|moment|second)$/.test(second)
}

/** Whether a word can begin what a verb is done to. */
export const startsObject = ({ tag, norm }: EnglishWord): boolean =>
  OBJECT.test(tag) || /^(?:all|both|half|every\w*)$/.test(norm)

/** Whether the words from `from` up to `to` can be one object: no verb and no other clause among them. */
export function isObject(words: readonly EnglishWord[], from: number, to: number): boolean {
  const between = words.slice(from, to)
  return (
    between.length > 0 &&
    startsObject(between[0]!) &&
    between.every(
      ({ tag, norm }) =>
        OBJECT.test(tag) ||
        norm === 'of' ||
        norm === 'and' ||
        tag === 'R' ||
        tag === 'L' ||
        tag === 'G',
    )
  )
}

/** Whether a stop, or another clause, comes between the first and the last word. */
export function isBroken(
  words: readonly EnglishWord[],
  from: number,
  to: number,
  text: string,
): boolean {
  for (let at = from + 1; at < to; at++) {
    const gap = text.slice(words[at - 1]!.end, words[at]?.start ?? words[at - 1]!.end)
    if (/[.!?;:,()\n—“”"]/.test(gap)) return true
  }
  return false
}

/**
 * Whether a fixed phrase is only the beginning of something else: under the weather deck, out of the blue flower, in the long run
 * of pipe.
 */
export function goesOn(here: PhraseHere): boolean {
  const { phrase, words, text, to } = here
  const [last, next] = [words[to - 1], words[to]]
  if (!next || !last || text.slice(last.end, next.start) !== ' ') return false
  if (/^(?:in|by) \w+$/.test(phrase.headword) && (next.norm === 'and' || next.norm === 'or'))
    return /[NM]/.test(words[to + 1]?.tag ?? '')
  if (phrase.headword === 'a little') return isSmall(words, to)
  const isName = /^\p{Lu}/u.test(next.lemma)
  // See red cloth, under the weather deck.
  if (last.tag === 'J' && next.tag === 'N' && !isName) return true
  // All right angles, all right answers.
  if (phrase.headword === 'all right' && next.tag === 'M') return true
  if (!PREPOSITION.test(phrase.headword)) return false
  if (
    / (?:the|an?|one's) /.test(phrase.headword) &&
    /^(?:of|that|which|who|whose|where)$/.test(next.norm)
  )
    return true
  if (last.tag === 'N' && next.tag === 'N' && !isName) return true
  // In short sleeves, on time zones; but: In general people agree.
  return /[JN]/.test(last.tag) && next.tag === 'M' && !isHead(here)
}

/** Whether a phrase opens its clause, so that a subject may follow it. */
function isHead({ words, text, indices }: PhraseHere): boolean {
  const [before, first] = [words[indices[0]! - 1], words[indices[0]!]!]
  return !before || before.tag === 'C' || /\S/.test(text.slice(before.end, first.start))
}

const PREPOSITION = /^(?:in|on|by|at|under|out|for|off|with)\b/

/** A little dog is small; a little milk is not much of it. */
function isSmall(words: readonly EnglishWord[], to: number): boolean {
  let at = to
  while (words[at]?.tag === 'J') at++
  const noun = words[at]
  return noun?.tag === 'N' && noun.analyses[0]?.entry.count === ''
}

const WAY = new Set('up down along across through over around round off'.split(' '))
/** Phrasal verbs in which "to" may stand before another verb. */
const TO_DO = new Set(['happen to', 'get to'])

/** Whether a verb and its particle are one here, and the particle is no preposition of its own. */
export function fitsPhrasal(here: PhraseHere): boolean {
  const { phrase, indices, words, text, fieldsOf } = here
  const { headword, separable } = phrase
  const last = indices.at(-1)!
  const particle = words[last]!
  const behind = words[last + 1]
  const isParted = last - indices[0]! >= indices.length
  const follows = nounBehind(words, last, text)
  if (particle.norm === 'by' && words[indices[0]!]!.tag === 'L') return false
  if (particle.norm === 'to' && particle.tag === 'K' && !TO_DO.has(headword)) return false
  if (isMeasure(here, last) || isOccasion(words, last, fieldsOf)) return false
  if (isInField(follows ?? antecedent(words, indices[0]!, last), here)) return false
  if (isParted && isInField(objectOf(words, indices[0]!, last), here)) return false
  if (follows && (isUpTheHill(here, follows) || isShifted(words, follows, text))) return false
  // Up to the elbows, up at the sky: two prepositions that belong together.
  if (UP_TO.has(headword) && /^(?:at|to|towards?)$/.test(behind?.norm ?? '')) return false
  if (headword === 'turn out' && behind?.norm === 'to' && behind.tag === 'P') return false
  if (isParted && /^(?:there|here)$/.test(behind?.norm ?? '')) return false
  if (follows === null || !EITHER.has(particle.norm))
    return particle.norm !== 'out' || !isOutOf(here)
  if (isParted)
    return isWhen(words, last + 1, follows) || (isPronoun(words, last) && isBare(behind))
  if (TIME.has(follows.lemma.toLowerCase()) || /^\d{4}$/.test(follows.norm))
    return separable && !TIME.has(follows.norm)
  return !phrase.literal.includes('any') || behind?.tag === 'U'
}

/** Out of a pan, made out of tin; but: We checked out of the hotel. */
function isOutOf({ phrase, words, indices, text, fieldsOf }: PhraseHere): boolean {
  const of = indices.at(-1)! + 1
  if (words[of]?.norm !== 'of') return false
  return phrase.separable || fieldsOf(nounBehind(words, of, text)?.lemma ?? '').has('container')
}

/** He made for his son a train: what is done to stands behind, so the particle belongs to what is between. */
function isShifted(words: readonly EnglishWord[], noun: EnglishWord, text: string): boolean {
  let at = words.indexOf(noun) + 1
  const next = words[at]
  if (!next || !/^an?$/.test(next.norm) || text.slice(noun.end, next.start) !== ' ') return false
  while (words[at] && !/[NM]/.test(words[at]!.tag)) at++
  const lemma = words[at]?.lemma ?? ''
  return lemma !== '' && !SPAN.has(lemma) && !TIME.has(lemma) && !/^(?:bit|little|lot)$/.test(lemma)
}

const isPronoun = (words: readonly EnglishWord[], last: number): boolean =>
  /[WOE]/.test(words[last - 1]?.tag ?? '')
const isBare = (word: EnglishWord | undefined): boolean => word?.tag === 'N' || word?.tag === 'M'

/** Up to ten, over two hundred, for an hour: how much, not what. */
function isMeasure({ phrase, words, text }: PhraseHere, last: number): boolean {
  const [particle, next, third] = [words[last]!, words[last + 1], words[last + 2]]
  if (!next) return false
  if (text.slice(particle.end, next.start) === '-') return true
  if (particle.norm === 'to' && phrase.separable && words[last - 1]?.norm === 'up')
    return next.tag === 'U'
  if (particle.norm === 'up' && next.norm === 'to') return third?.tag === 'U'
  if (/^(?:over|about|around|round)$/.test(particle.norm))
    return next.tag === 'U' && (third?.tag === 'U' || MANY.test(next.norm))
  // Fell by ten per cent, grew by a third.
  if (particle.norm === 'by')
    return (
      next.tag === 'U' || (next.norm === 'a' && /^(?:third|half|quarter)$/.test(third?.norm ?? ''))
    )
  if (particle.norm !== 'for') return false
  if (/^(?:about|nearly|almost|over|ages|hours|days|weeks|months|years|long)$/.test(next.norm))
    return true
  let at = last + 1
  while (
    /^(?:an?|several|many|some|few|a few)$/.test(words[at]?.norm ?? '') ||
    /[UJ]/.test(words[at]?.tag ?? '')
  )
    at++
  return at > last + 1 && SPAN.has(words[at]?.lemma ?? '')
}

const MANY = /^(?:\d{2,}|.*ty|hundreds?|thousands?|dozens?|a)$/
const SPAN = new Set(
  'second minute hour day week month year decade century while moment mile metre meter kilometre kilometer'.split(
    ' ',
  ),
)

/** After lunch, by bus: when and how, not whom or what. */
function isOccasion(
  words: readonly EnglishWord[],
  last: number,
  fieldsOf: PhraseHere['fieldsOf'],
): boolean {
  const [particle, next] = [words[last]!.norm, words[last + 1]]
  if (next?.tag !== 'N' && next?.norm !== 'dark') return false
  const fields = fieldsOf(next.lemma)
  return (
    (particle === 'after' && fields.has('meal')) || (particle === 'by' && fields.has('vehicle'))
  )
}

/** Up the chimney, down the road: there the particle leads the way, unless the verb does something to a road. */
function isUpTheHill({ phrase, indices, words, fieldsOf }: PhraseHere, noun: EnglishWord): boolean {
  const isWay = WAY.has(words[indices.at(-1)!]!.norm) && fieldsOf(noun.lemma).has('way')
  return isWay && !phrase.literal.includes('keeps')
}

/** The noun that a relative clause without an object of its own is about: the shop she went into. */
function antecedent(words: readonly EnglishWord[], verb: number, last: number): EnglishWord | null {
  if (/[TWOE]/.test(words[last + 1]?.tag ?? '')) return null
  let at = verb - 1
  while (/[RXHB]/.test(words[at]?.tag ?? '')) at--
  if (words[at]?.tag === 'Q' || words[at]?.norm === 'that') return nounAt(words, at - 1)
  if (!/[OENM]/.test(words[at]?.tag ?? '')) return null
  const isNoun = /[NM]/.test(words[at]!.tag)
  at--
  while (isNoun && /[TJ]/.test(words[at]?.tag ?? '') && words[at]!.norm !== 'which') at--
  if (words[at]?.tag === 'Q' || words[at]?.norm === 'that') at--
  return nounAt(words, at)
}

function nounAt(words: readonly EnglishWord[], at: number): EnglishWord | null {
  return /[NM]/.test(words[at]?.tag ?? '') ? words[at]! : null
}

/** What stands between a verb and its particle. */
const objectOf = (words: readonly EnglishWord[], verb: number, last: number): EnglishWord | null =>
  last - verb > 1 ? nounAt(words, last - 1) : null

/** The noun of the object that begins right behind a place; null when none does. */
function nounBehind(words: readonly EnglishWord[], at: number, text: string): EnglishWord | null {
  const next = words[at + 1]
  if (!next || /[^\s]/.test(text.slice(words[at]!.end, next.start).replace(/['’-]/g, '')))
    return null
  // Drop by tomorrow: when, not what.
  if (!/[TNMJWU]/.test(next.tag) || DAY.test(next.norm)) return null
  let to = at + 1
  while (to < at + MOST_OBJECT && words[to] && !/[NMW]/.test(words[to]!.tag)) to++
  if (!/[NMW]/.test(words[to]?.tag ?? '')) return next
  while (
    /[NM]/.test(words[to + 1]?.tag ?? '') &&
    text.slice(words[to]!.end, words[to + 1]!.start) === ' '
  )
    to++
  return words[to]!
}
